import { noGrad } from "@outgrad/engine";
import type { Network } from "./network.ts";
import type { Task } from "./task.ts";

/** A rectangle of the plane. */
export interface Box {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** The network's score at the middle of every cell of a square grid; rows from low y to high y. */
export interface Plane {
  readonly size: number;
  readonly box: Box;
  readonly scores: Float64Array;
  /** Its score for every sample, in the order of the task. */
  readonly sampleScores: Float64Array;
}

/** A box with equal sides that holds all points and some air. */
export function boxAround(points: Task["inputs"]): Box {
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis] as number)) as [number[], number[]];
  const middle = (values: number[]) => (least(values) + most(values)) / 2;
  const half = 0.56 * Math.max(most(xs) - least(xs), most(ys) - least(ys)) + 0.05;
  return {
    x: [middle(xs) - half, middle(xs) + half],
    y: [middle(ys) - half, middle(ys) + half],
  };
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));

/** Asks the network at every sample and at every cell; stops for breath after each row. */
export function* drawPlane(
  network: Network,
  samples: Task["inputs"],
  box: Box,
  size: number,
): Generator<void, Plane> {
  const scores = new Float64Array(size * size);
  const ask = (point: readonly number[]) => network.forward(point)[0]?.data ?? 0;
  const sampleScores = noGrad(() => Float64Array.from(samples, ask));
  yield;
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * (i + 0.5)) / size;
  for (let row = 0; row < size; row++) {
    noGrad(() => {
      for (let column = 0; column < size; column++) {
        scores[row * size + column] = ask([at(box.x, column), at(box.y, row)]);
      }
    });
    yield;
  }
  return { size, box, scores, sampleScores };
}
