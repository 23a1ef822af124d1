import type { Computer } from "./computer.ts";
import type { Judge } from "./judge.ts";
import { parts } from "./parts.ts";
import { shade } from "./shade.ts";
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
  /** Its picture, so many pixels wide and high: see `shade`. */
  readonly side: number;
  readonly pixels: Uint8Array;
  /** Its score for every sample, in the order of the task. */
  readonly sampleScores: Float64Array;
}

/** Points within this are shown in a box of this size, so that drawing another one does not move the others. */
const usual = 1.5;

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

/** The box of own points: the usual one while they fit. */
export function boxForDrawing(points: Task["inputs"]): Box {
  const fits = points.every((point) => point.every((x) => Math.abs(x) <= usual));
  return fits ? { x: [-usual, usual], y: [-usual, usual] } : boxAround(points);
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));

/** The middles of the cells of a square grid, rows from low y to high y; further inputs are 0. */
export function cellsOf({ x, y }: Box, size: number, inputs: number): number[][] {
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * (i + 0.5)) / size;
  const further = Array.from({ length: inputs - 2 }, () => 0);
  return Array.from({ length: size * size }, (_, i) => [
    at(x, i % size),
    at(y, Math.floor(i / size)),
    ...further,
  ]);
}

/** Pixels of the picture in each direction. */
const side = 256;

/** Asks the network at every sample and at every cell, part after part. */
export function* drawPlane(
  computer: Computer,
  judge: Judge,
  samples: Task["inputs"],
  box: Box,
  size: number,
): Generator<void, Plane> {
  const cells = cellsOf(box, size, samples[0]?.length ?? 2);
  const scores: number[] = [];
  for (const part of parts([...samples, ...cells], computer.mostScored)) {
    for (const row of computer.scores(part)) scores.push(judge.score(row));
    yield;
  }
  const ofCells = Float64Array.from(scores.slice(samples.length));
  return {
    size,
    box,
    scores: ofCells,
    side,
    pixels: shade(ofCells, size, side),
    sampleScores: Float64Array.from(scores.slice(0, samples.length)),
  };
}
