import { AnomalyError } from "../anomaly.js";
import type { NonFinite } from "../provenance.js";
import { backend } from "./backend.js";
import type { Floats } from "./dtype.js";
import { type Shape, show } from "./shape.js";
import type { Strided } from "./strided.js";
import type { Tensor } from "./tensor.js";

/** The report of a result in which an op made a NaN of none, or an infinity of finite numbers. */
export function bornIn(
  node: Tensor,
  op: string,
  inputs: readonly Tensor[],
  saved: readonly Strided[],
  options: unknown,
): NonFinite<Tensor> | undefined {
  const y = backend.numbers(node.strided);
  const at = bornAt(y, () => [...saved.map((input) => backend.numbers(input)), added(options)]);
  if (at < 0) return undefined;
  const { label, shape } = node;
  const value = y[at] as number;
  const list = inputs.map((input) => `${input.label}${input.label && " "}${show(input.shape)}`).join(", ");
  // Ops of the op table have their numbers in a list, and work number by number.
  const there =
    Array.isArray(options) && saved.every((input) => input.size === node.size || input.size === 1)
      ? `: there it is ${op}(${saved.map((input) => numberAt(input, at)).join(", ")})`
      : "";
  const message = `${label}${label && " = "}${op}(${list}) is ${value}${place(at, shape)}, the first in the graph${there}.`;
  return { kind: "data", node, op, inputs, value, message };
}

/** The report of a gradient that is not finite, passed on to input i of a node whose own gradient is finite. */
export function bornInPass(
  node: Tensor,
  i: number,
  g: readonly Tensor[],
  part: Tensor,
): NonFinite<Tensor> | undefined {
  const numbers = backend.numbers(part.strided);
  const at = bornAt(numbers, () => g.map((each) => backend.numbers(each.strided)));
  if (at < 0) return undefined;
  const input = node.inputs[i] as Tensor;
  const value = numbers[at] as number;
  const list = node.inputs.map((each) => `${each.label}${each.label && " "}${show(each.shape)}`).join(", ");
  const message =
    `The gradient of ${named(input)} is ${value}${place(at, input.shape)}, the first in the backward pass: ` +
    `it comes from ${node.op}(${list}).`;
  return { kind: "grad", node: input, op: node.op, inputs: node.inputs, value, message };
}

/** Where the first NaN is if no operand holds one, or the first infinity if all operands are finite; else -1. */
function bornAt(numbers: Floats, operands: () => readonly ArrayLike<number>[]): number {
  const at = numbers.findIndex((x) => !Number.isFinite(x));
  if (at < 0) return -1;
  const nan = numbers.findIndex(Number.isNaN);
  const own = operands();
  const holds = (is: (x: number) => boolean): boolean =>
    own.some((list) => Array.prototype.some.call(list, is));
  if (nan >= 0) return holds(Number.isNaN) ? -1 : nan;
  return holds((x) => !Number.isFinite(x)) ? -1 : at;
}

/** What an op adds to its operands' numbers, as pad does. */
const added = (options: unknown): number[] => {
  const value = (options as { value?: unknown } | null | undefined)?.value;
  return typeof value === "number" ? [value] : [];
};

/** A Tensor as a report calls it. */
export const named = ({ label, op, shape }: Tensor): string => `${label || op || "a Tensor"} ${show(shape)}`;

/** " at [0, 2]"; nothing for a single number. */
export function place(at: number, shape: Shape): string {
  if (shape.length === 0) return "";
  const index = [...shape]
    .reverse()
    .reduce<[number[], number]>(
      ([inner, rest], size) => [[rest % size, ...inner], Math.floor(rest / size)],
      [[], at],
    );
  return ` at ${show(index[0])}`;
}

const numberAt = (x: Strided, at: number): number => backend.numbers(x)[x.size === 1 ? 0 : at] as number;

/** Throws the report, if there is one. */
export function refuse(found: NonFinite<Tensor> | undefined): void {
  if (found) throw new AnomalyError(found);
}
