import type { Plane } from "../plane.ts";
import type { Task } from "../task.ts";
import { type Frame, placeOf } from "./frame.ts";

/** The points on a plot as paths: a class each, and rings around those on the wrong side. */
export interface Marks {
  readonly classes: readonly [zero: string, one: string];
  readonly wrong: string;
  /** How many are on their side. */
  readonly right: number;
}

const radius = 4.5;

/** The marks of some samples: discs for class 0, diamonds for class 1. */
export function marksOf(plane: Plane, task: Task, shown: readonly number[], frame: Frame): Marks {
  const classes: [string, string] = ["", ""];
  let wrong = "";
  let right = 0;
  for (const i of shown) {
    const [x = 0, y = 0] = task.inputs[i] ?? [];
    const { left, top } = placeOf(plane.box, frame, x, y);
    const label = task.labels[i] === 1 ? 1 : 0;
    classes[label] += label === 1 ? diamond(left, top) : disc(left, top, radius);
    const picked = (plane.sampleScores[i] as number) > 0 ? 1 : 0;
    if (picked === label) right++;
    else wrong += disc(left, top, 8);
  }
  return { classes, wrong, right };
}

const short = (x: number) => Number(x.toFixed(1));

function disc(x: number, y: number, r: number): string {
  return `M${short(x - r)},${short(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
}

function diamond(x: number, y: number): string {
  const r = radius + 1;
  return `M${short(x)},${short(y - r)}l${r},${r}l${-r},${r}l${-r},${-r}Z`;
}
