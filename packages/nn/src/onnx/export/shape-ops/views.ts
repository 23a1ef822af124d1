import { OnnxError } from "../../error.js";
import type { Graph } from "../graph.js";
import { combine, fixed, type Size, sameSize, Varying } from "../size.js";
import type { Rules } from "./rule.js";

/** Python's "from the end on", for steps backwards. */
const beforeAll = -(2 ** 62);

/** The same numbers in another shape: 0 for a size that stays in its place, -1 for the one that follows from the rest. */
export function reshape(graph: Graph, x: string, before: readonly Size[], after: readonly Size[]): string {
  const moved = after.map((size, i): Size => {
    const stays = size instanceof Varying && before[i] !== undefined && sameSize(size, before[i]);
    return stays ? 0 : size;
  });
  const varying = moved.filter((size) => size instanceof Varying);
  const isEmpty = [...before, ...after].some((size) => size === 0);
  const target =
    varying.length === 1 && !isEmpty ? moved.map((size) => (size instanceof Varying ? -1 : size)) : null;
  if (target !== null) return graph.node("Reshape", [x, graph.integers(target as number[])]);
  if (varying.length === 0 && !isEmpty) return graph.node("Reshape", [x, graph.integers(moved as number[])]);
  return graph.node("Reshape", [x, graph.sizes(after)], { allowzero: { i: 1 } });
}

/** Ops that arrange the same numbers, parts of them, or more around them. */
export const viewRules: Rules = {
  reshape: (graph, { inputs, shapes, shape }) =>
    reshape(graph, inputs[0] as string, shapes[0] as readonly Size[], shape),
  permute: (graph, { inputs, options }) =>
    graph.node("Transpose", inputs, { perm: { ints: options.dims.map((dim) => fixed("a dim", dim)) } }),
  broadcastTo: (graph, { inputs, shape }) => graph.node("Expand", [inputs[0] as string, graph.sizes(shape)]),
  flip: (graph, { inputs, options: { dims } }) => {
    const all = (x: number): string => graph.integers(dims.map(() => x));
    const axes = graph.integers(dims.map((dim) => fixed("a dim", dim)));
    return graph.node("Slice", [...inputs, all(-1), all(beforeAll), axes, all(-1)]);
  },
  slice: (graph, { inputs, shapes, shape, options }) => {
    const { starts, steps } = options;
    const cut = shape.flatMap((size, dim) => {
      const [start, step] = [starts[dim] as Size, steps[dim] as Size];
      const isWhole = start === 0 && step === 1 && sameSize(size, shapes[0]?.[dim] as Size);
      return isWhole ? [] : [{ dim, start, step, size }];
    });
    if (cut.length === 0) return inputs[0] as string;
    const end = ({ start, step, size }: (typeof cut)[number]): Size =>
      combine((from, by, count) => (count === 0 ? from : from + (count - 1) * by + 1), start, step, size);
    return graph.node("Slice", [
      inputs[0] as string,
      graph.sizes(cut.map(({ start }) => start)),
      graph.sizes(cut.map(end)),
      graph.integers(cut.map(({ dim }) => dim)),
      graph.sizes(cut.map(({ step }) => step)),
    ]);
  },
  embed: (graph, { inputs, shapes, shape, options }) => {
    const { starts, steps, value } = options;
    for (const step of steps) {
      if (fixed("a step", step) !== 1)
        throw new OnnxError("exportOnnx: embed leaves gaps between numbers, and ONNX only pads.");
    }
    const after = shape.map((size, dim) =>
      combine(
        (whole, start, part) => whole - start - part,
        size,
        starts[dim] as Size,
        shapes[0]?.[dim] as Size,
      ),
    );
    return graph.node("Pad", [inputs[0] as string, graph.sizes([...starts, ...after]), graph.number(value)]);
  },
  concat: (graph, { inputs, options }) =>
    graph.node("Concat", inputs, { axis: { i: fixed("the dim", options.dim) } }),
};
