// jax-js in float32, its default, on its WebAssembly backend.
import { functional, NoSuchOp, vocabulary } from "../lib/vocabulary.mjs";

// Node 20 has no Float16Array; jax-js asks `instanceof Float16Array` of every input.
globalThis.Float16Array ??= class {};

const jax = await import("@jax-js/jax");
await jax.init("wasm");
jax.defaultDevice("wasm");
const { lax, nn, numpy: np } = jax;

// Every use of an array consumes it, so that whatever is used stays alive by another reference.
const kept = (x) => (typeof x === "number" ? x : x.ref);
const keeping =
  (f) =>
  (...operands) =>
    f(...operands.map((x) => (typeof x === "object" && !Array.isArray(x) ? kept(x) : x)));

const words = {
  constant: (data) => np.array(data),
  add: np.add,
  sub: np.subtract,
  mul: np.multiply,
  div: np.divide,
  pow: np.power,
  max: np.maximum,
  min: np.minimum,
  exp: np.exp,
  log: np.log,
  sqrt: np.sqrt,
  abs: np.abs,
  tanh: np.tanh,
  sin: np.sin,
  sigmoid: nn.sigmoid,
  relu: nn.relu,
  leakyRelu: nn.leakyRelu,
  softplus: nn.softplus,
  silu: nn.silu,
  gelu: nn.gelu,
  log1p: np.log1p,
  expm1: np.expm1,
  floor: np.floor,
  sign: np.sign,
  clamp: np.clip,
  detach: lax.stopGradient,
  positive: (x, then, otherwise) => np.where(np.greater(x, 0), then, otherwise),
  total: (x) => np.sum(x),
  sum: np.sum,
  mean: np.mean,
  prod: (x) => np.prod(x),
  norm: (x) => np.linalg.norm(x),
  variance: (x) => np.var_(x),
  std: (x) => np.std(x, undefined, { correction: 1 }),
  amax: np.max,
  softmax: (x) => nn.softmax(x, -1),
  logSoftmax: (x) => nn.logSoftmax(x, -1),
  logsumexp: (x) => nn.logsumexp(x),
  crossEntropy: (x, label) =>
    nn
      .logSoftmax(x)
      .mul(nn.oneHot(np.array(Int32Array.of(label), { dtype: np.int32 }), 2))
      .sum()
      .mul(-1),
  maxPool: (x, size) => lax.reduceWindow(x, np.max, [size, size], [size, size]).sum(),
  matmul: np.matmul,
  reshape: np.reshape,
  transpose: (x) => np.transpose(x),
  gather: (x, indices) => np.take(x, np.array(Int32Array.from(indices), { dtype: np.int32 })),
  cumsum: (x, dim = 0) => np.cumsum(x, dim),
  broadcastTo: np.broadcastTo,
  conv2d: (x, w, padding) =>
    lax
      .conv(
        x.reshape([1, 1, ...x.shape]),
        w.reshape([1, 1, ...w.shape]),
        [1, 1],
        [
          [padding, padding],
          [padding, padding],
        ],
      )
      .reshape([3, 3]),
};

const m = vocabulary({
  ...Object.fromEntries(Object.entries(words).map(([name, f]) => [name, keeping(f)])),
  concat: (list, dim) => np.concatenate(list.map(kept), dim),
});

const numbers = async (x) => Array.from(await x.data());

export const bits = 32;

export async function gradient(audited) {
  functional(audited);
  const { program, at } = audited;
  const f = (...leaves) => {
    const y = program(m, ...leaves);
    return leaves.includes(y) ? kept(y) : y;
  };
  const argnums = at.map((_, i) => i);
  const [value, grads] = jax.valueAndGrad(f, { argnums })(...at.map((x) => np.array(x)));
  const all = [];
  for (const g of grads) all.push(...(await numbers(g)));
  return { value: (await numbers(value))[0], grads: all };
}

export async function derivatives({ program, at, derivatives }) {
  let f = (x) => program(m, x);
  const found = [];
  for (const _ of derivatives) {
    f = jax.grad(f);
    found.push((await numbers(f(np.array(at))))[0]);
  }
  return found;
}

export function optimise() {
  throw new NoSuchOp("its optimisers, optax, are not on npm");
}
