import { scope, type Tensor, tensor } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { mse } from "@outgrad/losses";
import { Adam, Dropout, Linear, type Module, type Optimizer, Sequential, Tanh } from "@outgrad/nn";

const dtype = "float32";

/** A small training: its net and optimiser, and a step, which gives the promise of its loss. */
export interface Training {
  readonly net: Module<Tensor>;
  readonly optimizer: Optimizer;
  /** What dropout draws from. */
  readonly stream: Random;
  step(): Promise<ArrayLike<number>>;
}

/** One step of any training, in a scope; gives the promise of its loss. */
export const step = (
  net: { forward(x: Tensor): Tensor },
  optimizer: Optimizer,
  x: Tensor,
  y: Tensor,
): Promise<ArrayLike<number>> =>
  scope(() => {
    const loss = mse(net.forward(x), y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.read();
  });

/** Makes it where new Tensors are computed. */
export function tinyTraining(): Training {
  const stream = random("tiny");
  const net = new Sequential(
    new Linear(2, 8, { random: stream, dtype }),
    new Tanh(),
    new Dropout(0.25, { random: stream }),
    new Linear(8, 1, { random: stream, dtype }),
  );
  const optimizer = new Adam(net.parameters(), { lr: 0.01 });
  const points = Float32Array.from({ length: 32 }, (_, i) => ((7 * i) % 16) / 8 - 1);
  const x = tensor(points, { shape: [16, 2] });
  const y = tensor(
    Float32Array.from({ length: 16 }, (_, i) => (points[2 * i] as number) * (points[2 * i + 1] as number)),
    { shape: [16, 1] },
  );
  return {
    net,
    optimizer,
    stream,
    step: () => step(net, optimizer, x, y),
  };
}

/** So many steps; a number is read every hundred. */
export async function run({ step }: Training, steps: number): Promise<void> {
  for (let i = 1; i <= steps; i++) {
    const reading = step();
    if (i % 100 === 0 || i === steps) await reading;
  }
}
