import { type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";

export const dtype = "float32";

/** Normally distributed numbers. */
export const numbers = (shape: readonly number[], seed: number) => {
  const stream = random(seed);
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor(
    Float32Array.from({ length: size }, () => stream.normal()),
    { shape: [...shape] },
  ) as Tensor;
};
