import { decisionBoundary } from "@outgrad/viz";
import { computed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { format } from "../format.ts";
import { announce } from "../ui/live-region.tsx";
import { Panel } from "../ui/panel.tsx";
import { Numbers } from "../ui/picture.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { useWidth } from "../ui/width.ts";
import { boundaryOptions } from "./boundary-options.ts";
import type { Config } from "./config.ts";
import { addPoint, deletePoint, tool } from "./data/edit-points.ts";
import { OwnTools } from "./data/own-tools.tsx";
import { look, looking } from "./looking.ts";
import { Crosshair } from "./plot/crosshair.tsx";
import { frameIn, nearestPoint } from "./plot/frame.ts";
import { PlanePicture } from "./plot/plane-picture.tsx";
import { client, config } from "./store.ts";
import { makeTask, type Task } from "./task.ts";

/** What there is to draw: the plane, and the samples again, which are made from the same seed. */
const shown = computed(() => {
  const picture = client.picture.value;
  return picture && { plane: picture.plane, samples: samplesOf(picture.config) };
});

const made = new WeakMap<Config, Task>();
function samplesOf(of: Config): Task {
  const task = made.get(of) ?? makeTask(of);
  made.set(of, task);
  return task;
}

const widest = 520;

/** What the network says about the plane, with the samples on it; the place to choose a sample and to draw points. */
export function BoundaryView() {
  const box = useRef<HTMLDivElement>(null);
  const room = Math.min(widest, useWidth(box));
  const now = shown.value;
  const which = looking.value.shown;
  const listed = now?.samples[which] ?? [];
  return (
    <Panel title="Decision boundary" class="boundary" tools={now && now.samples.test.length > 0 && <Which />}>
      <div ref={box} class="plane-box">
        {now && room > 0 && (
          <PlanePicture plane={now.plane} task={now.samples} shown={listed} frame={frameIn(room)}>
            <Pointer room={room} listed={listed} />
          </PlanePicture>
        )}
      </div>
      <p class="note legend">
        <Mark kind="zero" /> class 0 <Mark kind="one" /> class 1 <Mark kind="wrong" /> on the wrong side{" "}
        <Mark kind="chosen" /> chosen
        {config.value.data === "lecture" &&
          ". The plane is where the third number is 0; the samples are elsewhere."}
      </p>
      <OwnTools />
      {now && <Numbers drawing={decisionBoundary(boundaryOptions(now.plane, now.samples, listed, widest))} />}
    </Panel>
  );
}

function Which() {
  return (
    <Segmented
      class="small"
      label="Which points to show"
      options={[
        ["train", "Train"],
        ["test", "Test"],
      ]}
      value={looking.value.shown}
      onChange={(name) => look({ shown: name as "train" | "test" })}
    />
  );
}

function Mark({ kind }: { readonly kind: "zero" | "one" | "wrong" | "chosen" }) {
  const shapes = {
    zero: <circle cx="8" cy="8" r="4.5" />,
    one: <path d="M8 2.5l5.5 5.5l-5.5 5.5l-5.5 -5.5Z" />,
    wrong: <circle cx="8" cy="8" r="6" />,
    chosen: <circle cx="8" cy="8" r="6.5" />,
  };
  return (
    <svg class={`mark ${kind}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

interface PointerProps {
  readonly room: number;
  readonly listed: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What clicks and keys on the plane do. */
function Pointer({ room, listed }: PointerProps) {
  const now = shown.value;
  if (!now) return null;
  const isOwn = config.value.data === "own";
  const nearest = (point: Point) => nearestPoint(now.samples.inputs, listed, point);
  const choose = (point: Point) => {
    const found = nearest(point);
    if (!found) return;
    look({ sample: found.index });
    announce(`Sample ${found.index}, class ${now.samples.labels[found.index]}, is chosen.`);
  };
  const remove = (point: Point) => {
    const found = nearest(point);
    if (found) deletePoint(found.index);
  };
  const pick = (point: Point) => {
    if (!isOwn || tool.value === "look") choose(point);
    else if (tool.value === "delete") remove(point);
    else addPoint(point.x, point.y, tool.value === "one" ? 1 : 0);
  };
  const keys = isOwn
    ? "the arrow keys move a cross, Enter adds a point, Delete removes the nearest, 0 and 1 choose the class"
    : "the arrow keys move a cross, Enter chooses the nearest sample";
  return (
    <Crosshair
      box={now.plane.box}
      frame={frameIn(room)}
      label={`Plane: ${keys}.`}
      onPick={pick}
      {...(isOwn && {
        onDelete: remove,
        onDigit: (digit: string) => {
          if (digit !== "0" && digit !== "1") return;
          tool.value = digit === "1" ? "one" : "zero";
          announce(`Enter adds points of class ${digit}.`);
        },
      })}
      describe={(point) => {
        const found = nearest(point);
        if (!found) return "";
        return `; nearest: sample ${found.index}, class ${now.samples.labels[found.index]}, ${format(found.distance, 2)} away`;
      }}
    />
  );
}
