import type { Tensor } from "@outgrad/engine";
import { dimIn, type Handler, type Handlers, integersOf, type Node } from "../node.js";

/** Over the axes of an attribute or an input, all if there are none. */
const reduction =
  (reduce: (x: Tensor, dims: readonly number[], keeps: boolean) => Tensor): Handler =>
  (node) => {
    const x = node.tensor(0);
    const axes = integersOf(node, "axes", 1);
    if ((axes === undefined || axes.length === 0) && node.integer("noop_with_empty_axes", 0) === 1)
      return node.held(0);
    const dims = axes?.map((axis) => dimIn(node, axis, x.shape.length)) ?? [];
    return node.like(reduce(x, dims, node.integer("keepdims", 1) === 1));
  };

const place =
  (op: "argmax" | "argmin"): Handler =>
  (node) => {
    const x = node.tensor(0);
    if (node.integer("select_last_index", 0) === 1)
      return node.refuse("the last of equal numbers cannot be chosen");
    return node.int(
      x[op](dimIn(node, node.integer("axis", 0), x.shape.length), node.integer("keepdims", 1) === 1),
    );
  };

/** Along one axis; before opset 13 along all from that axis on, as if they were one. */
const along =
  (op: "softmax" | "logSoftmax"): Handler =>
  (node) => {
    const x = node.tensor(0);
    const { length: rank } = x.shape;
    const dim = dimIn(node, node.integer("axis", node.opset < 13 ? 1 : -1), rank);
    if (node.opset >= 13 || dim === rank - 1) return node.like(x[op](dim));
    return node.like(
      x
        .flatten(dim)
        [op](dim)
        .reshape([...x.shape]),
    );
  };

const cumsum = (node: Node): Tensor => {
  const x = node.tensor(0);
  if (node.integer("exclusive", 0) === 1) return node.refuse("sums without the own number cannot be taken");
  const dim = dimIn(node, node.numbers(1)?.[0] ?? 0, x.shape.length);
  return node.integer("reverse", 0) === 1 ? x.flip(dim).cumsum(dim).flip(dim) : x.cumsum(dim);
};

/** Ops that make one number of many, or go along an axis. */
export const reduceHandlers: Handlers = {
  ArgMax: place("argmax"),
  ArgMin: place("argmin"),
  CumSum: (node) => node.like(cumsum(node)),
  LogSoftmax: along("logSoftmax"),
  ReduceL1: reduction((x, dims, keeps) => x.norm(1, dims, keeps)),
  ReduceL2: reduction((x, dims, keeps) => x.norm(2, dims, keeps)),
  ReduceLogSum: reduction((x, dims, keeps) => x.sum(dims, keeps).log()),
  ReduceLogSumExp: reduction((x, dims, keeps) => x.logsumexp(dims, keeps)),
  ReduceMax: reduction((x, dims, keeps) => x.amax(dims, keeps)),
  ReduceMean: reduction((x, dims, keeps) => x.mean(dims, keeps)),
  ReduceMin: reduction((x, dims, keeps) => x.amin(dims, keeps)),
  ReduceProd: reduction((x, dims, keeps) => x.prod(dims, keeps)),
  ReduceSum: reduction((x, dims, keeps) => x.sum(dims, keeps)),
  ReduceSumSquare: reduction((x, dims, keeps) => x.square().sum(dims, keeps)),
  Softmax: along("softmax"),
};
