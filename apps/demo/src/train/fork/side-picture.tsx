import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useWidth } from "../../ui/width.ts";
import type { Config } from "../config.ts";
import type { Plane } from "../plane.ts";
import { frameIn } from "../plot/frame.ts";
import { marksOf } from "../plot/marks.ts";
import { paintPixels } from "../plot/paint.ts";
import { shadeColours } from "../plot/palette.ts";
import { sentenceOf } from "../plot/plane-picture.tsx";
import { makeTask } from "../task.ts";

const widest = 360;

/** What one of two networks says about the plane, with the samples that it trains on. */
export function SidePicture({ plane, config }: { readonly plane: Plane; readonly config: Config }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = Math.min(widest, useWidth(box));
  const task = useMemo(() => makeTask(config), [config]);
  const colours = shadeColours.value;
  const { left, top, side } = frameIn(room);
  useLayoutEffect(() => {
    if (canvas.current) paintPixels(canvas.current, plane.pixels, plane.side, colours);
  }, [plane, colours, room > 0]);
  const { classes, wrong, right } = marksOf(plane, task, task.train, frameIn(room));
  return (
    <div ref={box} class="side-picture">
      {room > 0 && (
        <div class="plane" style={{ width: `${side}px`, height: `${side}px` }}>
          <canvas ref={canvas} style={{ left: "0", top: "0", width: `${side}px`, height: `${side}px` }} />
          <svg
            role="img"
            width={side}
            height={side}
            viewBox={`${left} ${top} ${side} ${side}`}
            aria-label={sentenceOf(plane, task.train.length, right)}
          >
            <path class="mark zero" d={classes[0]} />
            <path class="mark one" d={classes[1]} />
            <path class="mark wrong" d={wrong} />
          </svg>
        </div>
      )}
    </div>
  );
}
