import { numberError } from "../operand-error.js";
import { isRecord } from "../transforms/tree.js";
import { Value } from "../value.js";

/** The shape of one argument: a number, a list of numbers, or lists and plain objects of such. */
export type Layout =
  | { readonly kind: "number" }
  | { readonly kind: "numbers"; readonly length: number }
  | { readonly kind: "list"; readonly parts: readonly Layout[] }
  | { readonly kind: "record"; readonly keys: readonly string[]; readonly parts: readonly Layout[] };

type Numbers = ArrayLike<number>;

/** The layout of an argument. Throws a sentence that names the place of anything that is not a number. */
export function layoutOf(argument: unknown, where: string): Layout {
  if (typeof argument === "number") return { kind: "number" };
  if (argument instanceof Value) {
    throw new TypeError(
      `${where}: a compiled function takes numbers, got ${argument}; hand in its data, or let the function use it ` +
        "from outside, where step() gives it a gradient.",
    );
  }
  if (isTyped(argument)) return { kind: "numbers", length: argument.length };
  if (Array.isArray(argument)) {
    if (argument.every((part) => typeof part === "number"))
      return { kind: "numbers", length: argument.length };
    return { kind: "list", parts: argument.map((part, i) => layoutOf(part, `${where}[${i}]`)) };
  }
  if (isRecord(argument)) {
    const keys = Object.keys(argument);
    return { kind: "record", keys, parts: keys.map((key) => layoutOf(argument[key], `${where}.${key}`)) };
  }
  throw numberError(where, argument);
}

/** How many numbers an argument of that layout has. */
export function sizeOf(layout: Layout): number {
  switch (layout.kind) {
    case "number":
      return 1;
    case "numbers":
      return layout.length;
    default:
      return layout.parts.reduce((sum, part) => sum + sizeOf(part), 0);
  }
}

/** Copies an argument's numbers to `into` from `at` on. Gives where they end, or -1 if the layout is another one. */
export function load(layout: Layout, argument: unknown, into: Float64Array, at: number): number {
  switch (layout.kind) {
    case "number":
      if (typeof argument !== "number") return -1;
      into[at] = argument;
      return at + 1;
    case "numbers": {
      if (!(Array.isArray(argument) || isTyped(argument)) || argument.length !== layout.length) return -1;
      for (let i = 0; i < layout.length; i++) {
        const number: unknown = argument[i];
        if (typeof number !== "number") return -1;
        into[at + i] = number;
      }
      return at + layout.length;
    }
    case "list":
      if (!Array.isArray(argument) || argument.length !== layout.parts.length) return -1;
      for (let i = 0; i < argument.length && at >= 0; i++)
        at = load(layout.parts[i] as Layout, argument[i], into, at);
      return at;
    case "record": {
      if (!isRecord(argument)) return -1;
      const keys = Object.keys(argument);
      if (keys.length !== layout.keys.length) return -1;
      for (let i = 0; i < keys.length && at >= 0; i++) {
        const key = keys[i] as string;
        if (key !== layout.keys[i]) return -1;
        at = load(layout.parts[i] as Layout, argument[key], into, at);
      }
      return at;
    }
  }
}

/** Numbers, or what stands for them, in the shape of an argument: a typed array stays one. */
export function unload(
  layout: Layout,
  argument: unknown,
  from: ArrayLike<unknown>,
  at = { next: 0 },
): unknown {
  switch (layout.kind) {
    case "number":
      return from[at.next++];
    case "numbers": {
      const begin = at.next;
      at.next += layout.length;
      if (isTyped(argument) && from instanceof Float64Array) return from.slice(begin, at.next);
      const numbers = new Array<unknown>(layout.length);
      for (let i = 0; i < numbers.length; i++) numbers[i] = from[begin + i];
      return numbers;
    }
    case "list":
      return layout.parts.map((part, i) => unload(part, (argument as unknown[] | undefined)?.[i], from, at));
    case "record": {
      const { keys, parts } = layout;
      const read = argument as Record<string, unknown> | undefined;
      return Object.fromEntries(
        keys.map((key, i) => [key, unload(parts[i] as Layout, read?.[key], from, at)]),
      );
    }
  }
}

function isTyped(argument: unknown): argument is Numbers {
  return (
    ArrayBuffer.isView(argument) &&
    !(argument instanceof DataView) &&
    !(argument instanceof BigInt64Array) &&
    !(argument instanceof BigUint64Array)
  );
}
