import { type Op, opOf } from "@outgrad/ops";
import type { Operation } from "../subject/subject.js";

/** An operation as it is tried: the entry of the op table that it is, and which of its operands are plain numbers. */
export interface Form {
  readonly operation: Operation;
  readonly op: Op;
  readonly numbers: readonly boolean[];
}

const [value, number] = [false, true];
const both = [value, value];
const forms: Readonly<Record<Operation, readonly [op: string, numbers: readonly boolean[]]>> = {
  add: ["add", both],
  radd: ["add", [number, value]],
  mul: ["mul", both],
  rmul: ["mul", [number, value]],
  sub: ["sub", both],
  rsub: ["sub", [number, value]],
  div: ["div", both],
  rdiv: ["div", [number, value]],
  neg: ["neg", [value]],
  pow: ["pow", [value, number]],
  exp: ["exp", [value]],
  log: ["log", [value]],
  tanh: ["tanh", [value]],
};

/** All operations, in the order in which a class is best written. */
export const operations = Object.keys(forms) as Operation[];

export const isOperation = (topic: string): topic is Operation => Object.hasOwn(forms, topic);

export function formOf(operation: Operation): Form {
  const [op, numbers] = forms[operation];
  return { operation, op: opOf(op), numbers };
}

/** `a * 2`: the form with a plain number on the right, for operations of two Values. */
export function withNumber(form: Form): Form | undefined {
  return form.numbers.length === 2 && !form.numbers.includes(number)
    ? { ...form, numbers: [value, number] }
    : undefined;
}

/** What the operation has to give. */
export const wantedValue = ({ op }: Form, args: readonly number[]): number => op.value(...args);

/** The slopes of the operation with respect to each operand. */
export function wantedSlopes({ op }: Form, args: readonly number[]): number[] {
  const y = op.value(...args);
  return op.partials.map((partial) => partial(...args, y));
}
