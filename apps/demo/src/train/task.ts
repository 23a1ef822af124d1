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
  /** The two numbers of each sample. */
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** Indices of the samples that training sees. */
  readonly train: readonly number[];
  /** Indices of the samples that it never sees. */
  readonly test: readonly number[];
}

const planes: Record<DataName, (options: DatasetOptions) => Dataset> = {
  moons,
  circles,
  spiral,
  xor,
  blobs: (options) => blobs({ ...options, classes: 2 }),
};

/** Makes the samples of a config. A third of them tests. */
export function makeTask({ data, n, noise, dataSeed }: Config): Task {
  const { points, labels } = planes[data]({ n, noise, seed: dataSeed });
  return {
    inputs: points,
    labels,
    ...split({ labels, train: Math.round((2 * n) / 3), seed: dataSeed }),
  };
}
