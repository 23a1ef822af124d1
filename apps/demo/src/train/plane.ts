import type { Computer } from "./computer.ts";
import { parts } from "./parts.ts";
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

/** Asks the network at every sample and at every cell, part after part. */
export function* drawPlane(
  computer: Computer,
  samples: Task["inputs"],
  box: Box,
  size: number,
): Generator<void, Plane> {
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * (i + 0.5)) / size;
  const cells = Array.from({ length: size * size }, (_, i) => [
    at(box.x, i % size),
    at(box.y, Math.floor(i / size)),
  ]);
  const scores: number[] = [];
  for (const part of parts([...samples, ...cells], computer.mostScored)) {
    for (const [score] of computer.scores(part)) scores.push(score as number);
    yield;
  }
  return {
    size,
    box,
    scores: Float64Array.from(scores.slice(samples.length)),
    sampleScores: Float64Array.from(scores.slice(0, samples.length)),
  };
}
