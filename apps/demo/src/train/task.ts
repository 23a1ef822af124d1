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
import { digits } from "@outgrad/datasets/digits";
import type { Config, DataName } from "./config.ts";

/** What there is to learn: samples with a class each, some to train on and some to test with. */
export interface Task {
  /** The numbers of each sample. */
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly classes: number;
  /** Indices of the samples that training sees. */
  readonly train: readonly number[];
  /** Indices of the samples that it never sees. */
  readonly test: readonly number[];
}

const planes: Record<Exclude<DataName, "digits">, (options: DatasetOptions) => Dataset> = {
  moons,
  circles,
  spiral,
  xor,
  blobs: (options) => blobs({ ...options, classes: 2 }),
};

/** A third of the points tests; of the 1,797 digits 297 do. The split of the digits is always the same one. */
const trainedDigits = 1500;
const digitSplitSeed = 0;

/** Makes the samples of a config. */
export function makeTask({ data, n, noise, dataSeed }: Config): Task {
  if (data === "digits") return digitTask();
  const { points, labels } = planes[data]({ n, noise, seed: dataSeed });
  return {
    inputs: points,
    labels,
    classes: 2,
    ...split({ labels, train: Math.round((2 * n) / 3), seed: dataSeed }),
  };
}

/** Pixels are 0 to 16; the network sees 0 to 1. */
function digitTask(): Task {
  const { images, labels } = digits();
  const inputs = Array.from(labels, (_, i) =>
    Array.from(images.subarray(64 * i, 64 * i + 64), (ink) => ink / 16),
  );
  const parts = split({ labels, train: trainedDigits, seed: digitSplitSeed });
  return { inputs, labels: Array.from(labels), classes: 10, ...parts };
}
