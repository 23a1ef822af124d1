import { describe } from "../../describe.js";
import { sizeOf } from "../shape.js";
import { checkTensor } from "../spatial.js";
import type { Tensor } from "../tensor.js";
import { parseEquation } from "./equation.js";
import { labelDims } from "./labels.js";

/** A Tensor and what its dims are called. */
interface Named {
  readonly x: Tensor;
  readonly labels: readonly string[];
}

/**
 * Sums of products by Einstein's convention, in torch.einsum's words: each operand's dims are called by letters, equal
 * letters go together, and what the output does not name is summed over. A letter twice in one operand is its diagonal;
 * "..." stands for any dims, which broadcast; without "->" the output has the letters that come once, in the order of
 * the alphabet. A dim of size 1 repeats. Operands are multiplied from left to right, as matrices where something is
 * summed.
 *
 * @example
 * const a = tensor([[1, 2], [3, 4]]);
 * einsum("ij,jk->ik", a, a).toArray() // => [[7, 10], [15, 22]]
 * einsum("ii", a).item() // => 5
 * einsum("...i,i->...", a, tensor([1, 10])).toArray() // => [21, 43]
 *
 * @throws FormulaError with a caret under what does not fit in the equation, naming shapes; RangeError if there are more
 * or fewer operands than it names.
 */
export function einsum(equation: string, ...operands: readonly Tensor[]): Tensor {
  if (typeof equation !== "string") {
    throw new TypeError(`einsum: expected an equation such as "ij,jk->ik", got ${describe(equation)}.`);
  }
  operands.forEach((operand, i) => {
    checkTensor("einsum", `operand ${i}`, operand);
  });
  const { inputs, output, sizes } = labelDims(
    parseEquation(equation),
    operands.map(({ shape }) => shape),
  );
  const named = operands.map((x, i) => diagonal({ x, labels: inputs[i] as readonly string[] }));
  let result = named[0] as Named;
  for (let i = 1; i < named.length; i++) {
    const needed = new Set([...output, ...named.slice(i + 1).flatMap(({ labels }) => labels)]);
    result = product(result, named[i] as Named, needed, sizes);
  }
  return arranged(summed(result, new Set(output)), output).x;
}

/** Each label once: of two equal ones the elements where both have the same index. */
function diagonal({ x, labels }: Named): Named {
  const second = labels.findIndex((label, dim) => labels.indexOf(label) < dim);
  if (second < 0) return { x, labels };
  const first = labels.indexOf(labels[second] as string);
  const others = labels.map((_, dim) => dim).filter((dim) => dim !== first && dim !== second);
  const size = x.shape[first] as number;
  const flat = x.permute([...others, first, second]).flatten(-2);
  const kept = [...others, first].map((dim) => labels[dim] as string);
  return diagonal({ x: flat.slice(-1, 0, size * size, size + 1), labels: kept });
}

/** Without the labels that nobody needs. */
function summed({ x, labels }: Named, needed: ReadonlySet<string>): Named {
  const dims = labels.flatMap((label, dim) => (needed.has(label) ? [] : [dim]));
  if (dims.length === 0) return { x, labels };
  return { x: x.sum(dims), labels: labels.filter((label) => needed.has(label)) };
}

/** With its labels in that order; those that it lacks are dims of size 1. */
function arranged({ x, labels }: Named, order: readonly string[]): Named {
  const present = order.filter((label) => labels.includes(label));
  const dims = present.map((label) => labels.indexOf(label));
  const permuted = dims.every((dim, i) => dim === i) ? x : x.permute(dims);
  let at = 0;
  const shape = order.map((label) => (labels.includes(label) ? (permuted.shape[at++] as number) : 1));
  return { x: present.length === order.length ? permuted : permuted.reshape(shape), labels: order };
}

function product(
  left: Named,
  right: Named,
  needed: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
): Named {
  const a = summed(left, new Set([...needed, ...right.labels]));
  const b = summed(right, new Set([...needed, ...left.labels]));
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => needed.has(label));
  const inner = shared.filter((label) => !needed.has(label));
  const rows = a.labels.filter((label) => !shared.includes(label));
  const columns = b.labels.filter((label) => !shared.includes(label));
  const labels = [...batch, ...rows, ...columns];
  if (inner.length === 0) return { x: arranged(a, labels).x.mul(arranged(b, labels).x), labels };
  // As matrices: [batch, rows, inner] times [batch, inner, columns].
  const sizeIn =
    ({ x, labels: own }: Named) =>
    (label: string): number =>
      x.shape[own.indexOf(label)] as number;
  const full = (label: string): number => sizes.get(label) as number;
  const [height, depth, width] = [
    sizeOf(rows.map(sizeIn(a))),
    sizeOf(inner.map(full)),
    sizeOf(columns.map(sizeIn(b))),
  ];
  const blocks = batch.length === 0 ? [] : [sizeOf(batch.map(full))];
  const m = filled(a, [...batch, ...rows, ...inner], shared, full).reshape([...blocks, height, depth]);
  const n = filled(b, [...batch, ...inner, ...columns], shared, full).reshape([...blocks, depth, width]);
  const shape = [...batch.map(full), ...rows.map(sizeIn(a)), ...columns.map(sizeIn(b))];
  return { x: m.matmul(n as never).reshape(shape), labels };
}

/** In that order, with the dims that both have repeated to their full size. */
function filled(
  part: Named,
  order: readonly string[],
  shared: readonly string[],
  full: (label: string) => number,
): Tensor {
  const { x } = arranged(part, order);
  const shape = order.map((label, dim) => (shared.includes(label) ? full(label) : (x.shape[dim] as number)));
  return shape.every((size, dim) => size === x.shape[dim]) ? x : x.broadcastTo(shape);
}
