import { random } from "@outgrad/engine/random";
import type { Engine, Node } from "./engines.js";

type Loss = (outputs: Node[], target: number) => Node;
interface Net {
  readonly activation: "tanh" | "relu" | "sigmoid";
  readonly outputs: number;
  readonly loss: Loss;
}

const squared: Loss = ([y], target) =>
  (y as Node)
    .sub(target === 1 ? 0.8 : -0.8)
    .tanh()
    .square();
const maxMargin: Loss = ([y], target) =>
  (y as Node)
    .mul(target === 1 ? -1 : 1)
    .add(1)
    .relu();
/** -log of the softmax at the target, the greatest logit subtracted first. */
const crossEntropy: Loss = (logits, target) => {
  const greatest = logits.reduce((a, b) => a.max(b));
  const total = logits.map((logit) => logit.sub(greatest).exp()).reduce((a, b) => a.add(b));
  return total
    .log()
    .add(greatest)
    .sub(logits[target] as Node);
};

const nets = {
  tanh: { activation: "tanh", outputs: 1, loss: squared },
  relu: { activation: "relu", outputs: 1, loss: squared },
  sigmoid: { activation: "sigmoid", outputs: 1, loss: squared },
  "softmax and cross entropy": { activation: "tanh", outputs: 3, loss: crossEntropy },
  "max-margin": { activation: "relu", outputs: 1, loss: maxMargin },
} satisfies Record<string, Net>;

export const netNames = Object.keys(nets) as (keyof typeof nets)[];

/** A small net: its weights, and its loss over all samples. */
export function netOf(name: keyof typeof nets, engine: Engine): { weights: Node[]; loss: () => Node } {
  const { activation, outputs, loss }: Net = nets[name];
  const stream = random(name);
  const sizes = [2, 6, 5, outputs];
  const layers = sizes
    .slice(1)
    .map((width, l) =>
      Array.from({ length: width }, () =>
        Array.from({ length: (sizes[l] as number) + 1 }, () => engine.value(stream.uniform(-1, 1))),
      ),
    );
  const samples = Array.from({ length: 8 }, (_, i) => ({
    point: [stream.normal(), stream.normal()],
    target: i % Math.max(2, outputs),
  }));
  const forward = (point: (Node | number)[]): Node[] =>
    layers.reduce<(Node | number)[]>(
      (x, layer, l) =>
        layer.map((neuron) => {
          const sum = x.reduce<Node>(
            (sum, xi, i) => sum.add((neuron[i] as Node).mul(xi)),
            neuron.at(-1) as Node,
          );
          return l < 2 ? sum[activation]() : sum;
        }),
      point,
    ) as Node[];
  return {
    weights: layers.flat(2),
    loss: () => {
      const losses = samples.map(({ point, target }) => loss(forward(point), target));
      return losses.reduce((a, b) => a.add(b)).div(samples.length);
    },
  };
}

/**
 * Trains a small net for 100 steps, each inside `around`: the losses, the gradients of every tenth step and the
 * weights at the end.
 */
export function trainNet(
  name: keyof typeof nets,
  engine: Engine,
  around: (step: () => number[]) => number[] = (step) => step(),
): number[] {
  const { weights, loss } = netOf(name, engine);
  const step = (): number[] => {
    const total = loss();
    for (const weight of weights) weight.zeroGrad();
    total.backward();
    for (const weight of weights) weight.data -= 0.1 * weight.grad;
    return [total.data, ...weights.map((weight) => weight.grad)];
  };
  const seen: number[] = [];
  for (let i = 0; i < 100; i++) seen.push(...around(step).slice(0, i % 10 === 0 ? undefined : 1));
  return [...seen, ...weights.map((weight) => weight.data)];
}
