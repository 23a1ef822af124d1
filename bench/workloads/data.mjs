// The numbers of every workload: made from a seed here, handed to Python as JSON and to C as raw doubles.

/** Park and Miller's generator: exact in doubles, the same everywhere. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** Weights of a fully connected net in [-1/sqrt(inputs), 1/sqrt(inputs)): per neuron its weights, then its bias. */
function weights(sizes, random) {
  const flat = [];
  for (let l = 1; l < sizes.length; l++) {
    for (let j = 0; j < sizes[l]; j++) {
      for (let k = 0; k <= sizes[l - 1]; k++) flat.push((2 * random() - 1) / Math.sqrt(sizes[l - 1]));
    }
  }
  return flat;
}

/** Two interleaved half circles of `n` points in all, labelled -1 and 1. */
function moons(n, random) {
  const inputs = [];
  const targets = [];
  for (let i = 0; i < n; i++) {
    const angle = (Math.PI * (i >> 1)) / (n / 2 - 1);
    const upper = i % 2 === 0;
    const noise = () => 0.2 * (random() - 0.5);
    inputs.push(
      upper
        ? [Math.cos(angle) + noise(), Math.sin(angle) + noise()]
        : [1 - Math.cos(angle) + noise(), 0.5 - Math.sin(angle) + noise()],
    );
    targets.push(upper ? -1 : 1);
  }
  return { inputs, targets };
}

/** A net that separates two moons: mean of relu(1 - target * score), plus L2 on every parameter. */
function moonsNet(hidden) {
  const random = generator(20260101);
  const points = moons(100, random);
  const sizes = [2, hidden, hidden, 1];
  return {
    kind: "margin",
    sizes,
    ...points,
    parameters: weights(sizes, random),
    l2: 1e-4,
    rate: 0.1,
    doc: `MLP 2-${hidden}-${hidden}-1, relu, 100 points, max-margin and L2`,
  };
}

/** The net of the lecture on some of its samples. */
const tinyNet = (inputs) => ({
  kind: "squares",
  sizes: [3, 4, 4, 1],
  inputs,
  targets: [1, -1, -1, 1].slice(0, inputs.length),
  parameters: weights([3, 4, 4, 1], generator(7)),
  rate: 0.05,
});

const makers = {
  moons: () => moonsNet(16),
  moons64: () => moonsNet(64),
  tiny: () => ({
    ...tinyNet([
      [2, 3, -1],
      [3, -1, 0.5],
      [0.5, 1, 1],
      [1, 1, -1],
    ]),
    doc: "MLP 3-[4, 4, 1], tanh, 4 samples, squared error",
  }),
  sample: () => ({
    ...tinyNet([[2, 3, -1]]),
    doc: "the same net on 1 sample, for those that descend after each",
  }),
  chain: () => ({
    kind: "chain",
    length: 500_000,
    parameters: [0.9995, 0.5],
    rate: 1e-12,
    doc: "x = x * m + c, 500,000 times",
  }),
  wide: () => ({
    kind: "wide",
    parameters: Array.from({ length: 300_000 }, (_, i) => (i + 1) * 1e-6),
    rate: 0.1,
    doc: "sum of the squares of 300,000 leaves",
  }),
};

export const workloadNames = Object.keys(makers);

/** A workload by name; every step is one full-batch step of plain gradient descent with `rate`. */
export const workload = (name) => ({ name, ...makers[name]() });

/** Steps after which a contestant starts again from the same parameters, so that every count of steps is the same work. */
export const EPISODE = 20;
