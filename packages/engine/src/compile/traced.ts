import { CONSTANT, IMPORT, STOP } from "../segment.js";
import { shapeOf } from "../shapes.js";
import type { Shape } from "../tensor/shape.js";
import type { Value } from "../value.js";
import type { Layout } from "./arguments.js";
import { record } from "./record.js";

/** A node of a traced function. Others are meant by their places in the list of nodes, and come before it. */
export type TracedNode =
  | { readonly kind: "leaf" }
  | { readonly kind: "constant"; readonly number: number }
  /** The number of another node, through which no gradient flows. */
  | { readonly kind: "stop"; readonly input: number }
  /** An op of the table or of defineOp. Its parameters are constants. */
  | {
      readonly kind: "op";
      readonly op: string;
      readonly inputs: readonly number[];
      readonly params: readonly number[];
    };

/** What a function of Values did when it was called once. */
export interface Traced {
  /** In the order in which they were made; the leaves come first, those of the arguments before those from outside. */
  readonly nodes: readonly TracedNode[];
  /** How many leaves the numbers of the arguments are, in their order. */
  readonly inputs: number;
  /** The leaves that the function uses from outside, which follow. */
  readonly outside: readonly Value[];
  /** The nodes that it returned, and in which shape; null if they are in no regular lists. */
  readonly outputs: readonly number[];
  readonly shape: Shape | null;
  /** The labels of results that have one. */
  readonly labels: ReadonlyMap<number, string>;
  /** Whether a gradient flows from the output to a node, if there is one output. */
  readonly reached: (node: number) => boolean;
}

/**
 * Calls a function of Values once, with leaves in the place of the numbers of its arguments, and gives what it did. What is
 * computed from constants alone is one. A gradient is handed on from the last node to the first, by each node to its
 * inputs in order. `name` is the caller's, for errors.
 *
 * @throws what `compile` does; TypeError for a function that returns a Tensor.
 */
export function trace(f: (...args: never[]) => unknown, args: readonly unknown[], name: string): Traced {
  const found = named(name, () => record(f, args));
  if ("tensor" in found) {
    throw new TypeError(`${name}: expected a function that returns Values, got one that returns a Tensor.`);
  }
  const { program, result } = found;
  const { segment, length, inputs, captured, outputs, reached } = program;
  const { code, data, first, second } = segment;
  const nodes: TracedNode[] = [];
  const isConstant = (k: number): boolean => nodes[k]?.kind === "constant";
  for (let k = 0; k < length; k++) {
    const op = code[k] as number;
    const [i, j] = [first[k] as number, second[k] as number];
    const number = data[k] as number;
    if (op === IMPORT) nodes.push({ kind: "leaf" });
    else if (op === CONSTANT) nodes.push({ kind: "constant", number });
    else if (op === STOP)
      nodes.push(isConstant(i) ? { kind: "constant", number } : { kind: "stop", input: i });
    else {
      const { op: own, args, params } = shapeOf(op);
      const operands = [i, j].slice(0, args);
      if (operands.every(isConstant)) nodes.push({ kind: "constant", number });
      else {
        const before = Array.from({ length: params }, (_, p) => k - params + p);
        nodes.push({ kind: "op", op: own, inputs: operands, params: before });
      }
    }
  }
  return {
    nodes,
    inputs,
    outside: captured,
    outputs: [...outputs],
    shape: shapeIn(result),
    labels: segment.labels,
    reached: (node) => reached[node] === 1,
  };
}

/** The recorder speaks as `compile`. */
function named<Result>(name: string, body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replace(/^compile\b/, name);
    throw error;
  }
}

/** The shape of numbers in regular lists. */
function shapeIn(layout: Layout): Shape | null {
  switch (layout.kind) {
    case "number":
      return [];
    case "numbers":
      return [layout.length];
    case "record":
      return null;
    case "list": {
      const [inner, ...others] = layout.parts.map(shapeIn);
      if (!inner || others.some((other) => String(other) !== String(inner))) return null;
      return [layout.parts.length, ...inner];
    }
  }
}
