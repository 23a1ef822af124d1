/**
 * The engine on one screen: micrograd over the op table. `@outgrad/engine` gives the same bits, much faster.
 * @packageDocumentation
 */
import { everyOp, type OpName } from "@outgrad/ops";
import type { OpMethods } from "./generated/methods.js";
import { numberError, operandError } from "./operand-error.js";
import { Printable } from "./printable.js";

/** Anything that can stand where a Value can. */
export type Scalar = Value | number;
export interface Value extends Record<keyof OpMethods, (...operands: Scalar[]) => Value> {}
let created = 0;

/** A number that remembers the op and the inputs that made it, and how fast it changes with each of them. */
export class Value extends Printable {
  data: number;
  label: string;
  grad = 0;
  hasGrad = false;
  /** Grows with creation: inputs have smaller ids than results. */
  readonly id: number = created++;
  op: OpName | "" = "";
  inputs: readonly Value[] = [];
  params: readonly number[] = [];
  /** d(this)/d(input), one per input. */
  locals: readonly number[] = [];
  /** A plain number in a formula; no gradient reaches it. */
  isConstant = false;

  constructor(data: number, label = "") {
    super();
    if (typeof data !== "number") throw numberError("value", data);
    this.data = data;
    this.label = label;
  }

  /** The chain rule, from this to the leaves: an input's gradient grows by this one's times the local derivative. */
  backward(): void {
    const pass = new Map<Value, number>([[this, 1]]);
    for (const v of topologicalOrder(this).reverse()) {
      const grad = pass.get(v) ?? 0;
      v.inputs.forEach((input, i) => {
        pass.set(input, (pass.get(input) ?? 0) + grad * (v.locals[i] as number));
      });
      v.grad = v.op === "" ? v.grad + grad : grad; // leaves add up all passes, results hold this one
      v.hasGrad = true;
    }
  }

  zeroGrad(): void {
    this.grad = 0;
    this.hasGrad = false;
  }

  detach(): Value {
    return new Value(this.data, this.label);
  }
}

/** All that root was computed from, inputs before results, then root: creation order is such an order. */
export function topologicalOrder(root: Value): Value[] {
  const seen = new Set([root]);
  for (const v of seen) {
    if (v.inputs.some((input) => input.id >= v.id)) throw new Error("backward: the graph has a cycle.");
    for (const input of v.inputs) if (!input.isConstant) seen.add(input);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}

/** A leaf: a number to differentiate with respect to. */
export const value = (data: number, label = ""): Value => new Value(data, label);

everyOp(({ name, args, params, value, partials }) => {
  const method = function (this: Value, ...operands: Scalar[]): Value {
    const inputs = args.map((_, i) => (i === 0 ? this : operand(operands[i - 1], name)));
    const given = Object.values(params).map((usual, i) => operands[args.length - 1 + i] ?? usual) as number[];
    const numbers = [...inputs.map((input) => input.data), ...given];
    const result = new Value(value(...numbers));
    const locals = partials.map((partial) => partial(...numbers, result.data));
    return Object.assign(result, { op: name, inputs, params: given, locals });
  };
  Object.defineProperty(Value.prototype, name, { value: method });
});

function operand(found: unknown, op: string): Value {
  if (found instanceof Value) return found;
  if (typeof found !== "number") throw operandError(op, found);
  return Object.assign(new Value(found), { isConstant: true });
}
