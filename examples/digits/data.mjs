// The handwritten digits as Tensors: 1,500 to train on and 297 to test with, the same for everybody.
import { split } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { tensor } from "@outgrad/engine";

const side = 8;
const pixels = side * side;

/** Pictures of shape [n, 1, 8, 8] with ink from 0 to 1, and their labels. */
export function load() {
  const { images, labels } = digits();
  const { train, test } = split({ labels, train: 1500, seed: 0 });
  const part = (indices) => ({
    x: tensor(
      Float32Array.from(
        { length: pixels * indices.length },
        (_, k) => images[pixels * indices[Math.floor(k / pixels)] + (k % pixels)] / 16,
      ),
      { shape: [indices.length, 1, side, side] },
    ),
    y: tensor(Float32Array.from(indices, (i) => labels[i])),
  });
  return { train: part(train), test: part(test) };
}
