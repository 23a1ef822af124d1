import * as engine from "@outgrad/engine";
import { type ErrorRow, leaf, stream } from "./row.js";

/** Every function and method with options, called with good operands and the options last. */
const calls: Readonly<Record<string, (options: never) => unknown>> = {
  tensor: (o) => engine.tensor([1], o),
  zeros: (o) => engine.zeros([1], o),
  ones: (o) => engine.ones([1], o),
  full: (o) => engine.full([1], 1, o),
  arange: (o) => engine.arange(0, 2, 1, o),
  eye: (o) => engine.eye(1, o),
  rand: (o) => engine.rand([2], stream(), o),
  randn: (o) => engine.randn([2], stream(), o),
  oneHot: (o) => engine.oneHot([0], 1, o),
  var: (o) => leaf([3]).var(0, o),
  std: (o) => leaf([3]).std(0, o),
  argsort: (o) => leaf([3]).argsort(0, o),
  sort: (o) => leaf([3]).sort(0, o),
  topk: (o) => leaf([3]).topk(1, 0, o),
  conv1d: (o) => engine.conv1d(leaf([1, 3]), leaf([1, 1, 1]), undefined, o),
  conv2d: (o) => engine.conv2d(leaf([1, 3, 3]), leaf([1, 1, 1, 1]), undefined, o),
  convTranspose1d: (o) => engine.convTranspose1d(leaf([1, 3]), leaf([1, 1, 1]), undefined, o),
  convTranspose2d: (o) => engine.convTranspose2d(leaf([1, 3, 3]), leaf([1, 1, 1, 1]), undefined, o),
  maxPool1d: (o) => engine.maxPool1d(leaf([1, 3]), 2, o),
  maxPool2d: (o) => engine.maxPool2d(leaf([1, 3, 3]), 2, o),
  avgPool1d: (o) => engine.avgPool1d(leaf([1, 3]), 2, o),
  avgPool2d: (o) => engine.avgPool2d(leaf([1, 3, 3]), 2, o),
  layerNorm: (o) => engine.layerNorm(leaf([3]), [3], o),
  rmsNorm: (o) => engine.rmsNorm(leaf([3]), [3], o),
  groupNorm: (o) => engine.groupNorm(leaf([1, 4]), 2, o),
  batchNorm: (o) => engine.batchNorm(leaf([4, 2]), o),
  embedding: (o) => engine.embedding([0], leaf([2, 2]), o),
  scaledDotProductAttention: (o) =>
    engine.scaledDotProductAttention(leaf([2, 2]), leaf([2, 2]), leaf([2, 2]), o),
  backward: (o) => leaf([]).backward(1, o),
  gradients: (o) => engine.gradients(leaf([]), [], o),
};

/** Options that nobody reads. */
export const optionErrors: readonly ErrorRow[] = Object.entries(calls).flatMap(([name, call]): ErrorRow[] => [
  [`${name}(..., { colour: 1 })`, () => call({ colour: 1 } as never), `${name}: there is no option "colour"`],
  [`${name}(..., null)`, () => call(null as never), `${name}: expected an object with options, such as {`],
]);
