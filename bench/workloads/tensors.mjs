// The workloads on tensors. Each is a record of float32 arrays with their shapes, in the order in which Python reads them;
// weights lie as PyTorch's do, [outputs, inputs]. `trained` are those that a step changes.
import { generator, workload } from "./data.mjs";

/** Numbers in [-bound, bound), or in [0, 1) where there is no bound. */
function numbers(shape, random, bound) {
  const draw = bound === undefined ? random : () => (2 * random() - 1) * bound;
  return { shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, draw) };
}

const classes = (count, n, random) => Array.from({ length: count }, () => Math.floor(random() * n));

/** Weights and biases of layers by name: [outputs, ...inputs], in the range that PyTorch takes. */
function layers(shapes, random) {
  const entries = Object.entries(shapes).flatMap(([name, shape]) => {
    const bound = 1 / Math.sqrt(shape.slice(1).reduce((a, b) => a * b, 1));
    return [
      [`${name}.weight`, numbers(shape, random, bound)],
      [`${name}.bias`, numbers([shape[0]], random, bound)],
    ];
  });
  return Object.fromEntries(entries);
}

const filled = (shape, x) => ({ shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(x) });

function gemm(layout, n) {
  const random = generator(17);
  return {
    kind: "gemm",
    layout,
    n,
    inputs: { a: numbers([n, n], random, 1), b: numbers([n, n], random, 1) },
    doc: `product of two matrices [${n}, ${n}], ${layout}`,
  };
}

function mlp() {
  const random = generator(18);
  return {
    kind: "mlp",
    inputs: { x: numbers([64, 784], random) },
    labels: classes(64, 10, random),
    trained: layers({ first: [128, 784], second: [10, 128] }, random),
    rate: 0.1,
    doc: "MLP 784-128-10, relu, batch of 64, cross entropy",
  };
}

function convnet() {
  const random = generator(19);
  return {
    kind: "convnet",
    inputs: { x: numbers([32, 1, 28, 28], random) },
    labels: classes(32, 10, random),
    trained: layers({ first: [8, 1, 3, 3], second: [16, 8, 3, 3], last: [10, 784] }, random),
    rate: 0.2,
    doc: "images 28x28, 8 and 16 filters 3x3 (padding 1), relu and 2x2 max pool after each, dense 10, batch of 32, cross entropy",
  };
}

function softmax() {
  const random = generator(20);
  return {
    kind: "softmax",
    inputs: { logits: numbers([1024, 1000], random, 3) },
    labels: classes(1024, 1000, random),
    doc: "softmax and cross entropy of logits [1024, 1000]: value and gradient",
  };
}

/** What a layer of the transformer needs: projections, a net of two layers, and norms after each. */
function encoder(random, d, hidden) {
  const {
    "in.weight": weight,
    "in.bias": bias,
    ...rest
  } = layers({ in: [3 * d, d], out: [d, d], up: [hidden, d], down: [d, hidden] }, random);
  const norms = ["norm1", "norm2"].flatMap((name) => [
    [`${name}.weight`, filled([d], 1)],
    [`${name}.bias`, filled([d], 0)],
  ]);
  return { "in.weight": weight, "in.bias": bias, ...rest, ...Object.fromEntries(norms) };
}

function transformer() {
  const [batch, context, d, heads, tokens] = [8, 64, 64, 4, 64];
  const random = generator(21);
  const named = (prefix, parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [`${prefix}.${name}`, part]));
  return {
    kind: "transformer",
    heads,
    inputs: {},
    ids: classes(batch * context, tokens, random),
    labels: classes(batch * context, tokens, random),
    batch,
    trained: {
      tokens: numbers([tokens, d], random, 1),
      positions: numbers([context, d], random, 1),
      ...named("0", encoder(random, d, 4 * d)),
      ...named("1", encoder(random, d, 4 * d)),
      ...layers({ head: [tokens, d] }, random),
    },
    rate: 0.2,
    doc: "2 encoder layers, d 64, 4 heads, hidden 256, gelu, context 64, 64 tokens, batch of 8, cross entropy",
  };
}

/** The moons of the scalar race, in float32: small tensors, where the calls are what costs. */
const points = () => ({ ...workload("moons"), name: "points" });

/** Sizes and layouts of the products: which operand lies transposed. */
export const gemmSizes = [32, 64, 128, 256, 512, 1024];
export const gemmLayouts = ["NN", "NT", "TN"];
const products = gemmLayouts.flatMap((layout) =>
  gemmSizes.map((n) => [`gemm-${layout.toLowerCase()}-${n}`, () => gemm(layout, n)]),
);

const makers = { mlp, convnet, softmax, transformer, points, ...Object.fromEntries(products) };

export const tensorWorkloadNames = Object.keys(makers);

/** A workload of tensors by name. */
export const tensorWorkload = (name) => ({ ...makers[name](), name });

/**
 * A number that depends on every element and its place: what everybody's results that are no loss are compared by. The
 * factors are exact in float32, Python computes the same.
 */
export function digest(data) {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i] * (((i * 61) % 127) / 128 - 0.25);
  return sum;
}
