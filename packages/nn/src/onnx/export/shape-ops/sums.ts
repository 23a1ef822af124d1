import type { Graph } from "../graph.js";
import { combine, fixed, type Merged, type Size } from "../size.js";
import type { Call, Rule, Rules } from "./rule.js";
import { reshape } from "./views.js";

/** Which dims, and whether they stay. */
interface Reduction {
  readonly dims: readonly number[];
  readonly keepdim: boolean;
}

const keeps = (keepdim: boolean) => ({ keepdims: { i: Number(keepdim) } });
const dimsOf = ({ dims }: Merged<Reduction>): number[] => dims.map((dim) => fixed("a dim", dim));

const reduce =
  (opType: string): Rule<Reduction> =>
  (graph, { inputs, options }) =>
    graph.node(opType, inputs, { axes: { ints: dimsOf(options) }, ...keeps(options.keepdim) });

/** The index of the greatest or the smallest, as a number; of several dims, as if they were one. */
const place =
  (opType: string): Rule<Reduction> =>
  (graph, { inputs, shapes, shape, options }) => {
    const dims = dimsOf(options);
    const x = inputs[0] as string;
    const float = (index: string): string => graph.node("Cast", [index], { to: { i: graph.floatType } });
    if (dims.length === 1) {
      const axis = { i: dims[0] as number };
      return float(graph.node(opType, [x], { axis, ...keeps(options.keepdim) }));
    }
    const size = (shapes[0] as readonly Size[]).reduce((a, b) => combine((p, q) => p * q, a, b), 1);
    const flat = reshape(graph, x, shapes[0] as readonly Size[], [size]);
    return float(reshape(graph, graph.node(opType, [flat], { axis: { i: 0 }, ...keeps(false) }), [], shape));
  };

const along =
  (opType: string): Rule<{ readonly dim: number }> =>
  (graph, { inputs, options }) =>
    graph.node(opType, inputs, { axis: { i: fixed("the dim", options.dim) } });

/** The mean over dims, which stay as dims of size 1. */
export const mean = (graph: Graph, x: string, dims: readonly number[]): string =>
  graph.node("ReduceMean", [x], { axes: { ints: dims }, ...keeps(true) });

/** How many numbers there are in some dims. */
const count = (call: Call<unknown>, dims: readonly number[]): Size =>
  dims.map((dim) => call.shapes[0]?.[dim] as Size).reduce((a, b) => combine((p, q) => p * q, a, b), 1);

/** Ops that make one number of many, or go along a dim. */
export const sumRules: Rules = {
  sum: (graph, { inputs, options }) =>
    dimsOf(options).length === 0
      ? (inputs[0] as string)
      : graph.node("ReduceSum", [...inputs, graph.integers(dimsOf(options))], keeps(options.keepdim)),
  amax: reduce("ReduceMax"),
  amin: reduce("ReduceMin"),
  logsumexp: reduce("ReduceLogSumExp"),
  argmax: place("ArgMax"),
  argmin: place("ArgMin"),
  var: (graph, call) => {
    const [x] = call.inputs as [string];
    const { options } = call;
    const dims = dimsOf(options);
    const off = graph.node("Sub", [x, mean(graph, x, dims)]);
    const squares = graph.node("Mul", [off, off]);
    const sum = graph.node("ReduceSum", [squares, graph.integers(dims)], keeps(options.keepdim));
    const divisor = combine((n, less) => Math.max(0, n - less), count(call, dims), options.correction);
    return graph.node("Div", [sum, graph.number(divisor)]);
  },
  softmax: along("Softmax"),
  logSoftmax: along("LogSoftmax"),
  cumsum: (graph, { inputs, options }) =>
    graph.node("CumSum", [...inputs, graph.integers([fixed("the dim", options.dim)], [])]),
  argsort: (graph, { inputs, shape, options }) => {
    const dim = fixed("the dim", options.dim);
    const attributes = { axis: { i: dim }, largest: { i: Number(options.descending) } };
    const [, indices] = graph.nodeOf("TopK", [...inputs, graph.sizes([shape[dim] as Size])], attributes, 2);
    return graph.node("Cast", [indices as string], { to: { i: graph.floatType } });
  },
};
