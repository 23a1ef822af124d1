import { batchNorm, einsum, groupNorm, layerNorm, linear, type Tensor } from "@outgrad/engine";
import { dimIn, type Handler, type Handlers } from "../node.js";

const gemm: Handler = (node) => {
  const [a, b, c] = [node.tensor(0), node.tensor(1), node.optional(2)];
  const [alpha, beta] = [node.number("alpha", 1), node.number("beta", 1)];
  const [turnsA, turnsB] = [node.integer("transA", 0) === 1, node.integer("transB", 0) === 1];
  const isList = c === undefined || (c.shape.length === 1 && c.size === b.shape[0]);
  if (turnsB && !turnsA && alpha === 1 && beta === 1 && isList && a.shape.length === 2) {
    return node.like(linear(a, b as never, c) as Tensor);
  }
  const product = (turnsA ? a.T : a).matmul((turnsB ? b.T : b) as never) as Tensor;
  const scaled = alpha === 1 ? product : product.mul(alpha);
  if (c === undefined) return node.like(scaled);
  return node.like(scaled.add(beta === 1 ? c : c.mul(beta)));
};

const batch: Handler = (node) => {
  if (node.integer("training_mode", 0) === 1 || node.hasMore) {
    return node.refuse("it is in training mode; export the model in evaluation mode");
  }
  const [weight, bias, runningMean, runningVar] = [1, 2, 3, 4].map((i) => node.tensor(i)) as Tensor[];
  const eps = node.number("epsilon", 1e-5);
  return node.like(batchNorm(node.tensor(0), { weight, bias, runningMean, runningVar, eps }));
};

const layer: Handler = (node) => {
  if (node.hasMore) return node.refuse("its mean and deviation are no results here");
  const [x, weight, bias] = [node.tensor(0), node.tensor(1), node.optional(2)];
  const shape = x.shape.slice(dimIn(node, node.integer("axis", -1), x.shape.length));
  const eps = node.number("epsilon", 1e-5);
  const fits = [weight, bias].every((list) => list === undefined || String(list.shape) === String(shape));
  if (fits) return node.like(layerNorm(x, shape, { weight, bias, eps }));
  const y = layerNorm(x, shape, { eps }).mul(weight);
  return node.like(bias === undefined ? y : y.add(bias));
};

/** With a weight and a bias for each channel, or, before opset 21, for each group. */
const group: Handler = (node) => {
  const [x, weight, bias] = [node.tensor(0), node.tensor(1), node.tensor(2)];
  const groups = node.integer("num_groups", 1);
  const channels = x.shape[1] as number;
  const each = (list: Tensor): Tensor =>
    list.size === channels
      ? list
      : list
          .unsqueeze(1)
          .broadcastTo([groups, channels / groups])
          .reshape([channels]);
  const eps = node.number("epsilon", 1e-5);
  return node.like(groupNorm(x, groups, { weight: each(weight), bias: each(bias), eps }));
};

/** Products of matrices, and norms. */
export const layerHandlers: Handlers = {
  BatchNormalization: batch,
  Einsum: (node) =>
    node.like(einsum(node.text("equation", ""), ...node.inputs.map((_, i) => node.tensor(i)))),
  Gemm: gemm,
  GroupNormalization: group,
  InstanceNormalization: (node) => {
    const [x, weight, bias] = [node.tensor(0), node.tensor(1), node.tensor(2)];
    return node.like(groupNorm(x, x.shape[1] as number, { weight, bias, eps: node.number("epsilon", 1e-5) }));
  },
  LayerNormalization: layer,
  MatMul: (node) => node.like(node.tensor(0).matmul(node.tensor(1) as never) as Tensor),
};
