import {
  blobs,
  circles,
  type Dataset,
  type DatasetOptions,
  moons,
  spiral,
  split,
  xor,
} from "@outgrad/datasets";
import type { Config, DataName } from "./config.ts";

/** What there is to learn: points of class 0 or 1, some to train on and some to test with. */
export interface Task {
  /** The numbers of each sample; the first two are its place on the plane. */
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** Indices of the samples that training sees. */
  readonly train: readonly number[];
  /** Indices of the samples that it never sees. */
  readonly test: readonly number[];
}

const planes: Record<Exclude<DataName, "lecture" | "own">, (options: DatasetOptions) => Dataset> = {
  moons,
  circles,
  spiral,
  xor,
  blobs: (options) => blobs({ ...options, classes: 2 }),
};

/** The four samples of micrograd's lecture: three numbers each, of class 1, 0, 0, 1. */
const lecture: Task = {
  inputs: [
    [2, 3, -1],
    [3, -1, 0.5],
    [0.5, 1, 1],
    [1, 1, -1],
  ],
  labels: [1, 0, 0, 1],
  train: [0, 1, 2, 3],
  test: [],
};

/** Fewer own points than this are all trained on. */
const fewestToTest = 30;

/** Makes the samples of a config. A third of them tests, unless there are few. */
export function makeTask({ data, n, noise, dataSeed, points: own }: Config): Task {
  if (data === "lecture") return lecture;
  if (data === "own") {
    const inputs = own.map(({ x, y }) => [x, y]);
    const labels = own.map(({ label }) => label);
    const all = labels.map((_, i) => i);
    const isSplit = own.length >= fewestToTest && new Set(labels).size > 1;
    return { inputs, labels, ...(isSplit ? thirds(labels, dataSeed) : { train: all, test: [] }) };
  }
  const { points, labels } = planes[data]({ n, noise, seed: dataSeed });
  return { inputs: points, labels, ...thirds(labels, dataSeed) };
}

const thirds = (labels: readonly number[], seed: number) =>
  split({ labels, train: Math.round((2 * labels.length) / 3), seed });
