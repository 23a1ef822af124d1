import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { format } from "../../format.ts";
import { sample } from "../looking.ts";
import type { Plane } from "../plane.ts";
import { client } from "../store.ts";
import type { Task } from "../task.ts";
import { type Frame, placeOf } from "./frame.ts";
import { marksOf } from "./marks.ts";
import { paintPixels } from "./paint.ts";
import { shadeColours } from "./palette.ts";
import { ticks } from "./ticks.ts";

interface PlanePictureProps {
  readonly plane: Plane;
  readonly task: Task;
  /** Which samples are drawn. */
  readonly shown: readonly number[];
  readonly frame: Frame;
  /** What lies above the picture. */
  readonly children?: ComponentChildren;
}

/** The plane with the network's regions, its border, and samples. */
export function PlanePicture({ plane, task, shown, frame, children }: PlanePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { left, top, side, width, height } = frame;
  const { classes, wrong, right } = marksOf(plane, task, shown, frame);
  useShade(canvas);
  const [x = 0, y = 0] = task.inputs[sample.value] ?? [];
  const chosen = placeOf(plane.box, frame, x, y);
  return (
    <div class="plane" style={{ width: `${width}px`, height: `${height}px` }}>
      <canvas
        ref={canvas}
        style={{ left: `${left}px`, top: `${top}px`, width: `${side}px`, height: `${side}px` }}
      />
      <svg
        role="img"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-label={sentenceOf(plane, shown.length, right)}
      >
        <Axes plane={plane} frame={frame} />
        <path class="mark zero" d={classes[0]} />
        <path class="mark one" d={classes[1]} />
        <path class="mark wrong" d={wrong} />
        <circle class="mark chosen" cx={chosen.left} cy={chosen.top} r={11} />
      </svg>
      {children}
    </div>
  );
}

/** What the picture shows, in a sentence. */
export function sentenceOf({ box: { x, y } }: Plane, points: number, right: number): string {
  const span = ([low, high]: readonly [number, number]) => `from ${format(low, 3)} to ${format(high, 3)}`;
  return `Decision boundary between class 0 and class 1, x ${span(x)}, y ${span(y)}; ${right} of ${points} points are on their side`;
}

function useShade(canvas: RefObject<HTMLCanvasElement | null>): void {
  const paint = () => {
    const colours = shadeColours.value;
    const picture = client.picture.value;
    if (picture && canvas.current) {
      const { pixels, side } = picture.plane;
      paintPixels(canvas.current, pixels, side, colours);
    }
  };
  useSignalEffect(paint);
  useLayoutEffect(paint, []);
}

function Axes({ plane: { box }, frame }: { readonly plane: Plane; readonly frame: Frame }) {
  const { left, top, side } = frame;
  const most = Math.floor(side / 70);
  const bottom = top + side;
  return (
    <g class="axes">
      <rect x={left} y={top} width={side} height={side} />
      {ticks(box.x[0], box.x[1], most).map((x) => (
        <text key={`x${x}`} x={placeOf(box, frame, x, 0).left} y={bottom + 18} text-anchor="middle">
          {format(x)}
        </text>
      ))}
      {ticks(box.y[0], box.y[1], most).map((y) => (
        <text key={`y${y}`} x={left - 6} y={placeOf(box, frame, 0, y).top + 4} text-anchor="end">
          {format(y)}
        </text>
      ))}
    </g>
  );
}
