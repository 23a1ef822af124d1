import { split } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { type Tensor, tensor } from "@outgrad/engine";
import { splitSeed, trainedPictures } from "./config.ts";

/** Pictures of shape [n, 1, 8, 8] with ink from 0 to 1, and the digits that they show. */
export interface Pictures {
  readonly x: Tensor;
  readonly y: Tensor;
  /** The same as plain numbers: ink from 0 to 16, 64 for each picture. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** What is trained on and what is tested with, the same for every run. */
export interface Data {
  readonly train: Pictures;
  readonly test: Pictures;
}

const pixels = 64;
const mostInk = 16;

/** Unpacks the digits and splits them. */
export function loadData(): Data {
  const { images, labels } = digits();
  const { train, test } = split({ labels, train: trainedPictures, seed: splitSeed });
  const part = (indices: readonly number[]): Pictures => {
    const ink = new Uint8Array(pixels * indices.length);
    indices.forEach((from, to) => {
      ink.set(images.subarray(pixels * from, pixels * (from + 1)), pixels * to);
    });
    const known = Uint8Array.from(indices, (i) => labels[i] as number);
    return { x: pictureTensor(ink), y: tensor(Float32Array.from(known)), images: ink, labels: known };
  };
  return { train: part(train), test: part(test) };
}

/** Pictures as a network reads them. */
export const pictureTensor = (ink: Uint8Array): Tensor =>
  tensor(
    Float32Array.from(ink, (level) => level / mostInk),
    { shape: [ink.length / pixels, 1, 8, 8] },
  );
