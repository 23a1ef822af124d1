import type { Graph } from "../graph.js";
import { fixed, type Merged, type Size } from "../size.js";
import type { Rules } from "./rule.js";
import { mean } from "./sums.js";
import { reshape } from "./views.js";

/** Indices as integers: those of an op's options, or computed ones, its last input. */
function indices(graph: Graph, index: Merged<IndexOption>, computed: string | undefined): string {
  if (computed !== undefined) return graph.asIntegers(computed);
  return graph.integers(
    Array.from(index.data),
    index.shape.map((size) => fixed("the shape of indices", size)),
  );
}

interface IndexOption {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

/** Products of matrices, elements by their indices, choices, and norms. */
export const productRules: Rules = {
  matmul: (graph, { inputs }) => graph.node("MatMul", inputs),
  linear: (graph, { inputs, shapes }) => {
    const [x, weight, bias] = inputs as [string, string, string?];
    if (shapes[0]?.length === 2) return graph.node("Gemm", inputs, { transB: { i: 1 } });
    const product = graph.node("MatMul", [x, graph.node("Transpose", [weight], { perm: { ints: [1, 0] } })]);
    return bias === undefined ? product : graph.node("Add", [product, bias]);
  },
  indexSelect: (graph, { inputs: [x, computed], options }) =>
    graph.node("Gather", [x as string, indices(graph, options.index, computed)], {
      axis: { i: fixed("the dim", options.dim) },
    }),
  gather: (graph, { inputs: [x, computed], options }) =>
    graph.node("GatherElements", [x as string, indices(graph, options.index, computed)], {
      axis: { i: fixed("the dim", options.dim) },
    }),
  where: (graph, { inputs: [condition, a, b] }) =>
    graph.node("Where", [graph.condition(condition as string), a as string, b as string]),
  standardize: (graph, { inputs, shapes, options }) => {
    const [x, weight, bias] = inputs as [string, string?, string?];
    const [first, last] = [fixed("a dim", options.first), fixed("a dim", options.last)];
    const eps = fixed("eps", options.eps);
    const shape = shapes[0] as readonly Size[];
    if (options.centered && options.weighs === "rest" && first === 0 && weight !== undefined) {
      return graph.node("LayerNormalization", inputs, { axis: { i: last }, epsilon: { f: eps } });
    }
    const dims = shape.map((_, dim) => dim).filter((dim) => dim < first || dim >= last);
    const off = options.centered ? graph.node("Sub", [x, mean(graph, x, dims)]) : x;
    const square = mean(graph, graph.node("Mul", [off, off]), dims);
    const size = graph.node("Sqrt", [graph.node("Add", [square, graph.constant([eps])])]);
    const end = options.weighs === "kept" ? last : shape.length;
    const spread = (list: string, k: number): string => {
      const own = shapes[k] as readonly Size[];
      return end === shape.length
        ? list
        : reshape(graph, list, own, [...own, ...shape.slice(end).map(() => 1)]);
    };
    const y = graph.node("Div", [off, size]);
    const scaled = weight === undefined ? y : graph.node("Mul", [y, spread(weight, 1)]);
    return bias === undefined ? scaled : graph.node("Add", [scaled, spread(bias, 2)]);
  },
};
