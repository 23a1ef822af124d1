import { concat, type Tensor } from "@outgrad/engine";
import { countOf, type Held, heldIntegers } from "../held.js";
import { dimIn, type Handlers, integersOf, type Node } from "../node.js";

/** The shape that two broadcast to, as far as they do. */
function broadcastShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const size = (shape: readonly number[], dim: number): number => shape[dim - rank + shape.length] ?? 1;
  return Array.from({ length: rank }, (_, dim) => (size(a, dim) === 1 ? size(b, dim) : size(a, dim)));
}

/** x[start:end:step] along a dim; steps may go backwards. */
function sliced(node: Node, x: Tensor, dim: number, start: number, end: number, step: number): Tensor {
  const size = x.shape[dim] as number;
  if (step === 0) return node.refuse("a step is 0");
  const fromEnd = (place: number): number => (place < 0 ? place + size : place);
  const between = (place: number, low: number, high: number): number => Math.max(low, Math.min(high, place));
  if (step > 0) {
    const [from, to] = [between(fromEnd(start), 0, size), between(fromEnd(end), 0, size)];
    return from === 0 && to === size && step === 1 ? x : x.slice(dim, from, Math.max(from, to), step);
  }
  const [from, to] = [between(fromEnd(start), 0, size - 1), between(fromEnd(end), -1, size - 1)];
  if (size === 0 || to >= from) return x.slice(dim, 0, 0);
  return x.flip(dim).slice(dim, size - 1 - from, size - 1 - to, -step);
}

const slice = (node: Node): Held => {
  const x = node.tensor(0);
  const starts = integersOf(node, "starts", 1) ?? [];
  const ends = integersOf(node, "ends", 2) ?? [];
  const axes = integersOf(node, "axes", 3) ?? starts.map((_, i) => i);
  const steps = node.numbers(4) ?? starts.map(() => 1);
  if ([ends, axes, steps].some((list) => list.length !== starts.length)) {
    return node.refuse("starts, ends, axes and steps differ in length");
  }
  const y = starts.reduce(
    (part: Tensor, start, i) =>
      sliced(
        node,
        part,
        dimIn(node, axes[i] as number, part.shape.length),
        start,
        ends[i] as number,
        steps[i] as number,
      ),
    x,
  );
  return node.like(y);
};

/** Python's list of sizes for a part each. */
const split = (node: Node): Held[] => {
  const x = node.tensor(0);
  const dim = dimIn(node, node.integer("axis", 0), x.shape.length);
  const given = integersOf(node, "split", 1);
  const count = node.outputNames.length;
  const even = Math.ceil((x.shape[dim] as number) / count);
  const parts = x.split(given ?? even, dim).map((part) => node.like(part));
  return parts.length === count ? parts : node.refuse(`${parts.length} parts for ${count} results`);
};

const reshape = (node: Node): Held => {
  const x = node.tensor(0);
  const wanted = integersOf(node, "shape", 1) ?? node.refuse("the shape is missing");
  const isZero = node.integer("allowzero", 0) === 1;
  return node.like(
    x.reshape(wanted.map((size, dim) => (size === 0 && !isZero ? (x.shape[dim] ?? 0) : size))),
  );
};

const pad = (node: Node): Held => {
  const x = node.tensor(0);
  const { length: rank } = x.shape;
  const mode = node.text("mode", "constant");
  if (mode !== "constant") return node.refuse(`numbers cannot be padded in the mode ${mode}`);
  const given = integersOf(node, "pads", 1) ?? node.refuse("the pads are missing");
  const axes = node.numbers(3)?.map((axis) => dimIn(node, axis, rank)) ?? x.shape.map((_, dim) => dim);
  if (given.length !== 2 * axes.length) return node.refuse(`${given.length} pads for ${axes.length} axes`);
  const around = x.shape.map((_, dim) => {
    const i = axes.indexOf(dim);
    return i < 0 ? [0, 0] : [given[i] as number, given[i + axes.length] as number];
  });
  countOf(
    "the result",
    x.shape.map((size, dim) =>
      Math.max(0, size + (around[dim]?.[0] as number) + (around[dim]?.[1] as number)),
    ),
  );
  return node.like(x.pad(around.reverse().flat(), node.numbers(2)?.[0] ?? node.number("value", 0)));
};

const tile = (node: Node): Held => {
  const x = node.tensor(0);
  const times = node.numbers(1) ?? node.refuse("the repeats are missing");
  const shape = x.shape.map((size, dim) => size * (times[dim] ?? Number.NaN));
  if (times.length !== x.shape.length)
    return node.refuse(`${times.length} repeats for ${x.shape.length} dims`);
  countOf("the result", shape);
  const apart = x.reshape(x.shape.flatMap((size) => [1, size]));
  return node.like(
    apart.broadcastTo(x.shape.flatMap((size, dim) => [times[dim] as number, size])).reshape(shape),
  );
};

/** Ops that arrange numbers, and those that say how many there are. */
export const arrangeHandlers: Handlers = {
  Concat: (node) => {
    const parts = node.inputs.map((_, i) => node.tensor(i));
    return node.like(concat(parts, dimIn(node, node.integer("axis", 0), node.tensor(0).shape.length)));
  },
  Dropout: (node) =>
    node.hasMore ? node.refuse("its mask is not there when nothing is dropped") : node.held(0),
  Expand: (node) => {
    const x = node.tensor(0);
    const wanted = node.numbers(1) ?? node.refuse("the shape is missing");
    const shape = broadcastShape(x.shape, wanted);
    countOf("the result", shape);
    return node.like(x.broadcastTo(shape));
  },
  Flatten: (node) => {
    const x = node.tensor(0);
    const { length: rank } = x.shape;
    const axis = node.integer("axis", 1);
    const at = axis < 0 ? axis + rank : axis;
    if (at < 0 || at > rank) return node.refuse(`there is no axis ${axis}`);
    const rows = countOf("the result", x.shape.slice(0, at));
    return node.like(x.reshape([rows, countOf("the result", x.shape.slice(at))]));
  },
  Identity: (node) => node.held(0),
  Pad: pad,
  Reshape: reshape,
  Shape: (node) => {
    const { shape } = node.tensor(0);
    const { length: rank } = shape;
    return heldIntegers(shape.slice(node.integer("start", 0), node.integer("end", rank)));
  },
  Size: (node) => heldIntegers([node.tensor(0).size], []),
  Slice: slice,
  Split: split,
  Squeeze: (node) => {
    const x = node.tensor(0);
    const dims = integersOf(node, "axes", 1)?.map((axis) => dimIn(node, axis, x.shape.length));
    const kept = x.shape.filter((size, dim) => (dims === undefined ? size !== 1 : !dims.includes(dim)));
    return node.like(x.reshape(kept));
  },
  Tile: tile,
  Transpose: (node) => {
    const x = node.tensor(0);
    return node.like(x.permute(node.integers("perm") ?? x.shape.map((_, dim) => x.shape.length - 1 - dim)));
  },
  Unsqueeze: (node) => {
    const x = node.tensor(0);
    const axes = integersOf(node, "axes", 1) ?? node.refuse("the axes are missing");
    const rank = x.shape.length + axes.length;
    const dims = new Set(axes.map((axis) => dimIn(node, axis, rank)));
    const rest = [...x.shape];
    const shape = Array.from({ length: rank }, (_, dim) => (dims.has(dim) ? 1 : (rest.shift() ?? 1)));
    return node.like(x.reshape(shape));
  },
};
