import { split } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { noGrad, scope, type Tensor, tensor } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { AdamW, Conv2d, Dropout, Flatten, Linear, MaxPool2d, ReLU, Sequential } from "@outgrad/nn";

const dtype = "float32";

const { images, labels } = digits();
const { train, test } = split({ labels, train: 1500, seed: 0 });

/** A network that reads pictures of digits, as the demo trains it, and its learning rate. */
export interface Reader {
  make(stream: Random): Sequential;
  readonly lr: number;
}

export const mlp: Reader = {
  make: (stream) =>
    new Sequential(
      new Flatten(),
      new Linear(64, 128, { random: stream, dtype }),
      new ReLU(),
      new Dropout(0.3, { random: stream }),
      new Linear(128, 64, { random: stream, dtype }),
      new ReLU(),
      new Linear(64, 10, { random: stream, dtype }),
    ),
  lr: 4e-3,
};

export const convNet: Reader = {
  make: (stream) =>
    new Sequential(
      new Conv2d(1, 16, 3, { padding: 1, random: stream, dtype }),
      new ReLU(),
      new MaxPool2d(2),
      new Conv2d(16, 32, 3, { padding: 1, random: stream, dtype }),
      new ReLU(),
      new MaxPool2d(2),
      new Flatten(),
      new Dropout(0.2, { random: stream }),
      new Linear(128, 10, { random: stream, dtype }),
    ),
  lr: 5e-3,
};

/** Some of the pictures, with ink from 0 to 1. */
const pictures = (which: readonly number[]): Tensor =>
  tensor(
    Float32Array.from(
      which.flatMap((i) => [...images.subarray(64 * i, 64 * i + 64)]),
      (ink) => ink / 16,
    ),
    { shape: [which.length, 1, 8, 8] },
  );

/** How a training went: the loss of each step, and the share of 297 other pictures that is read right at its end. */
export interface Course {
  readonly losses: readonly number[];
  readonly accuracy: number;
}

/** Trains with batches of 32 where new Tensors are computed; numbers are read at the end of each epoch. */
export async function train1500({ make, lr }: Reader, steps: number): Promise<Course> {
  const stream = random(1);
  const net = make(stream);
  const optimizer = new AdamW(net.parameters(), { lr });
  const losses: number[] = [];
  while (losses.length < steps) {
    const order = stream.shuffle(train);
    const reads: ReturnType<Tensor["read"]>[] = [];
    for (let from = 0; from < order.length && losses.length + reads.length < steps; from += 32) {
      const batch = order.slice(from, from + 32);
      const step = () => {
        const classes = batch.map((i) => labels[i] as number);
        const loss = crossEntropy(net.forward(pictures(batch)), classes);
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
        return loss.read();
      };
      reads.push(scope(step));
    }
    for (const [loss] of await Promise.all(reads)) losses.push(loss as number);
  }
  net.eval();
  const said = await scope(() =>
    noGrad(() => net.forward(pictures(test)))
      .argmax(1)
      .read(),
  );
  const right = test.filter((digit, i) => said[i] === labels[digit]).length;
  return { losses, accuracy: right / test.length };
}
