// outgrad: Values for single numbers, Tensors for arrays, both in float64.
import * as og from "../../../packages/engine/dist/node/index.js";
import * as losses from "../../../packages/losses/dist/node/index.js";
import * as nn from "../../../packages/nn/dist/index.js";
import { defineByRun, vocabulary } from "../lib/vocabulary.mjs";

const { tensor, value } = og;
const isTensor = (x) => x instanceof og.Tensor;
const lifted = (a, b) => (typeof a === "number" ? (isTensor(b) ? tensor(a) : value(a)) : a);
const binary = (name) => (a, b) => lifted(a, b)[name](b);
const method =
  (name) =>
  (x, ...rest) =>
    x[name](...rest);

const words = {
  constant: (data) => tensor(data),
  ...Object.fromEntries(
    ["add", "sub", "mul", "div", "pow", "max", "min"].map((name) => [name, binary(name)]),
  ),
  ...Object.fromEntries(
    "exp log sqrt abs tanh sigmoid relu leakyRelu sin softplus silu gelu log1p expm1 floor sign detach clamp matmul reshape prod norm mean sum"
      .split(" ")
      .map((name) => [name, method(name)]),
  ),
  positive: (x, then, otherwise) => og.select(then, otherwise, x.data > 0 ? 1 : 0),
  total: (x) => (Array.isArray(x) ? og.sum(x) : x.sum()),
  softmax: (x) => x.softmax(-1),
  logSoftmax: (x) => x.logSoftmax(-1),
  logsumexp: (x) => x.logsumexp(-1),
  crossEntropy: (x, label) => losses.crossEntropy(x.unsqueeze(0), tensor([label])),
  bceWithLogits: (x, targets) => losses.bceWithLogits(x, tensor(targets)),
  variance: (x) => x.var(0, { correction: 0 }),
  std: (x) => x.std(0),
  amax: (x, dim) => x.amax(dim),
  cumsum: (x, dim = 0) => x.cumsum(dim),
  transpose: (x) => x.T,
  concat: (list, dim) => og.concat(list, dim),
  gather: (x, indices) => x.indexSelect(0, tensor(indices)),
  everySecond: (x) => x.slice(0, 0, undefined, 2),
  broadcastTo: (x, shape) => x.broadcastTo(shape),
  maxPool: (x, size) =>
    x
      .reshape([1, 1, ...x.shape])
      .maxPool2d(size)
      .sum(),
  conv2d: (x, w, padding) =>
    x
      .reshape([1, 1, ...x.shape])
      .conv2d(w.reshape([1, 1, ...w.shape]), undefined, { padding })
      .squeeze(),
};

const run = defineByRun({
  words,
  leaf: (x) => (typeof x === "number" ? value(x) : tensor(x, { requiresGrad: true })),
  backward: (y) => y.backward(),
  read: (y) => y.item(),
  grad: (x) => (isTensor(x) ? (x.grad?.toArray().flat(Infinity) ?? Array(x.size).fill(0)) : x.grad),
  assign: (x, number) => {
    x.data = number;
  },
});

const makers = {
  sgd: nn.SGD,
  momentum: nn.SGD,
  nesterov: nn.SGD,
  adam: nn.Adam,
  adamw: nn.AdamW,
  rmsprop: nn.RMSprop,
};

export const bits = 64;

export const gradient = (audited) => {
  // One vector of leaves instead of a Tensor: what the case asks of scalars.
  if (audited.long) {
    const leaves = audited.at[0].map((x) => value(x));
    const total = og.sum(leaves);
    total.backward();
    return { value: total.item(), grads: leaves.map((x) => x.grad) };
  }
  // A number among arrays is a Tensor too.
  if (!audited.at.some(Array.isArray)) return run(audited);
  const leaves = audited.at.map((x) => tensor(x, { requiresGrad: true }));
  const y = audited.program(vocabulary(words), ...leaves);
  y.backward();
  return { value: y.item(), grads: leaves.flatMap((x) => x.grad.toArray()).flat(Infinity) };
};

export function derivatives({ program, at, derivatives }) {
  let f = (x) => program(vocabulary(words), x);
  return derivatives.map(() => {
    f = og.grad(f);
    return f(at).item?.() ?? f(at);
  });
}

export function optimise({ optimiser, options: { beta1, beta2, decay, decoupled: _, ...options } }) {
  const x = value(1);
  const betas = beta1 ? { betas: [beta1, beta2] } : {};
  const alpha = decay ? { alpha: decay } : {};
  const stepper = new makers[optimiser]([x], { ...options, ...betas, ...alpha });
  for (let i = 0; i < 3; i++) {
    stepper.zeroGrad();
    x.mul(x).backward();
    stepper.step();
  }
  return x.data;
}
