// TensorFlow.js on its CPU backend, which has all its kernels and gradients: float32.
import { createRequire } from "node:module";
import { functional, NoSuchOp, vocabulary } from "../lib/vocabulary.mjs";

const require = createRequire(import.meta.url);
const { log, warn, error } = console;
Object.assign(console, { log() {}, warn() {}, error() {} });
const tf = require("@tensorflow/tfjs");
await tf.setBackend("cpu");
await tf.ready();
Object.assign(console, { log, warn, error });

/** Activations that only its layers have. */
const activation = (name) => (x) =>
  tf.layers
    .activation({ activation: name })
    .apply(x.reshape([1]))
    .reshape([]);

const words = {
  constant: (data) => tf.tensor(data),
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  pow: tf.pow,
  max: tf.maximum,
  min: tf.minimum,
  exp: tf.exp,
  log: tf.log,
  sqrt: tf.sqrt,
  abs: tf.abs,
  tanh: tf.tanh,
  sin: tf.sin,
  sigmoid: tf.sigmoid,
  relu: tf.relu,
  leakyRelu: tf.leakyRelu,
  softplus: tf.softplus,
  silu: activation("swish"),
  gelu: activation("gelu"),
  log1p: tf.log1p,
  expm1: tf.expm1,
  floor: tf.floor,
  sign: tf.sign,
  clamp: tf.clipByValue,
  detach: tf.customGrad((x) => ({ value: x.clone(), gradFunc: (dy) => tf.zerosLike(dy) })),
  positive: (x, then, otherwise) => tf.where(tf.greater(x, 0), then, tf.scalar(otherwise)),
  total: (x) => tf.sum(x),
  sum: tf.sum,
  mean: tf.mean,
  prod: (x) => tf.prod(x),
  norm: (x) => tf.norm(x),
  variance: (x) => tf.moments(x).variance,
  amax: tf.max,
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => tf.logSoftmax(x),
  logsumexp: (x) => tf.logSumExp(x),
  crossEntropy: (x, label) =>
    tf.losses.softmaxCrossEntropy(tf.oneHot([label], x.size), x.reshape([1, x.size])),
  bceWithLogits: (x, targets) => tf.losses.sigmoidCrossEntropy(tf.tensor(targets), x),
  matmul: (a, b) => tf.matMul(a, b),
  reshape: tf.reshape,
  transpose: (x) => tf.transpose(x),
  concat: tf.concat,
  gather: (x, indices) => tf.gather(x, tf.tensor1d(indices, "int32")),
  cumsum: (x, dim = 0) => tf.cumsum(x, dim),
  everySecond: (x) => tf.stridedSlice(x, [0], [5], [2]),
  broadcastTo: tf.broadcastTo,
  maxPool: (x, size) => tf.maxPool(x.reshape([...x.shape, 1]), size, size, "valid").sum(),
  conv2d: (x, w, padding) =>
    tf
      .conv2d(x.reshape([...x.shape, 1]), w.reshape([...w.shape, 1, 1]), 1, [
        [0, 0],
        [padding, padding],
        [padding, padding],
        [0, 0],
      ])
      .reshape([3, 3]),
};
const m = vocabulary(words);

export const bits = 32;

export function gradient(audited) {
  functional(audited);
  const { program, at } = audited;
  const f = (...leaves) => program(m, ...leaves).asScalar();
  const { value, grads } = tf.valueAndGrads(f)(at.map((x) => tf.tensor(x, undefined, "float32")));
  return { value: value.dataSync()[0], grads: grads.flatMap((g) => Array.from(g.dataSync())) };
}

export function derivatives({ program, at, derivatives }) {
  let f = (x) => program(m, x);
  return derivatives.map(() => {
    f = tf.grad(f);
    return f(tf.scalar(at)).dataSync()[0];
  });
}

const makers = {
  sgd: ({ lr }) => tf.train.sgd(lr),
  momentum: ({ lr, momentum }) => tf.train.momentum(lr, momentum),
  nesterov: ({ lr, momentum }) => tf.train.momentum(lr, momentum, true),
  adam: ({ lr, beta1, beta2, eps, weightDecay }) => {
    if (weightDecay) throw new NoSuchOp("no weight decay");
    return tf.train.adam(lr, beta1, beta2, eps);
  },
  rmsprop: ({ lr, decay, eps }) => tf.train.rmsprop(lr, decay, 0, eps),
};

export function optimise({ optimiser, options }) {
  const make = makers[optimiser];
  if (!make) throw new NoSuchOp(`no ${optimiser}`);
  const x = tf.scalar(1).variable();
  const stepper = make(options);
  for (let i = 0; i < 3; i++) stepper.minimize(() => x.square());
  return x.dataSync()[0];
}
