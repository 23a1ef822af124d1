import { arange, full, type Tensor, where } from "@outgrad/engine";
import { countOf, type Held, heldIntegers } from "../held.js";
import { dimIn, type Handler, type Handlers, type Node } from "../node.js";

/** Indices with those that are counted from the end counted from the beginning. */
function indices(node: Node, i: number, size: number): Tensor {
  const { t, known } = node.held(i);
  const index = t.detach();
  if (known && index.numbersNow().every((at) => at >= 0)) return index;
  return where(index.lt(0), index.add(size), index);
}

const gather: Handler = (node) => {
  const x = node.tensor(0);
  const dim = dimIn(node, node.integer("axis", 0), x.shape.length);
  const index = indices(node, 1, x.shape[dim] as number);
  const picked = x.indexSelect(dim, index.reshape([index.size]));
  return node.like(picked.reshape(x.shape.toSpliced(dim, 1, ...index.shape)));
};

const oneHot: Handler = (node) => {
  const index = node.tensor(0);
  const depth = node.numbers(1)?.[0] ?? node.refuse("the depth is missing");
  const [off, on] = node.numbers(2) ?? [0, 1];
  const rank = index.shape.length + 1;
  const dim = dimIn(node, node.integer("axis", -1), rank);
  countOf("the result", [...index.shape, depth]);
  const classes = arange(depth, { dtype: index.dtype }).reshape(
    Array.from({ length: rank }, (_, d) => (d === dim ? depth : 1)),
  );
  const holds = indices(node, 0, depth).unsqueeze(dim).eq(classes);
  return node.like(where(holds, holds.newFull([], on as number), off as number), 2);
};

const topK: Handler = (node) => {
  const x = node.tensor(0);
  const k = node.numbers(1)?.[0] ?? node.integer("k", 1);
  const dim = dimIn(node, node.integer("axis", -1), x.shape.length);
  const { values, indices: places } = x.topk(k, dim, { largest: node.integer("largest", 1) === 1 });
  return [node.like(values), node.int(places)];
};

const constant: Handler = (node) => {
  const found = node.value("value");
  if (found) return found;
  const float = node.has("value_float") ? [node.number("value_float", 0)] : node.floats("value_floats");
  if (float !== undefined) {
    const shape = node.has("value_float") ? [] : [float.length];
    return { t: full(shape, 0, { dtype: "float32" }).add(arrayOf(float, shape)), kind: "float", known: true };
  }
  if (node.has("value_int")) return heldIntegers([node.integer("value_int", 0)], []);
  return heldIntegers(node.integers("value_ints") ?? node.refuse("it has no value that can be read"));
};

const arrayOf = (numbers: readonly number[], shape: readonly number[]): Tensor =>
  heldIntegers(numbers, shape).t.to("float32");

/** Elements by their indices, and Tensors made of nothing. */
export const chooseHandlers: Handlers = {
  Constant: constant,
  ConstantOfShape: (node) => {
    const shape = node.numbers(0) ?? node.refuse("the shape is missing");
    countOf("the result", shape);
    const like = node.value("value");
    const x = like?.t.numbersNow()[0] ?? 0;
    const kind = like?.kind ?? "float";
    return { t: full(shape, x, { dtype: like?.t.dtype ?? "float32" }), kind, known: true } satisfies Held;
  },
  Gather: gather,
  GatherElements: (node) => {
    const x = node.tensor(0);
    const dim = dimIn(node, node.integer("axis", 0), x.shape.length);
    return node.like(x.gather(dim, indices(node, 1, x.shape[dim] as number)));
  },
  OneHot: oneHot,
  Range: (node) => {
    const [start, limit, delta] = [0, 1, 2].map((i) => node.numbers(i)?.[0] ?? Number.NaN) as [
      number,
      number,
      number,
    ];
    const count = Math.max(0, Math.ceil((limit - start) / delta));
    countOf("the result", [count]);
    const { t } = heldIntegers(Array.from({ length: count }, (_, i) => start + i * delta));
    return { t: t.to(node.tensor(0).dtype), kind: node.held(0).kind, known: true };
  },
  TopK: topK,
  Trilu: (node) => {
    const [x, k] = [node.tensor(0), node.numbers(1)?.[0] ?? 0];
    return node.like(node.integer("upper", 1) === 1 ? x.triu(k) : x.tril(k));
  },
};
