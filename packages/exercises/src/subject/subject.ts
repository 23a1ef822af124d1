import type { Language } from "../finding.js";
import type { Structure } from "../structure/structure.js";

/** A Value of the learner's, held for us; the same object has the same Ref. Not a number, which operands may be as well. */
export interface Ref {
  readonly ref: number;
}

/** A thing of the learner's, as far as the grader looks at it. */
export type Thing =
  | { readonly kind: "value"; readonly ref: Ref }
  /** NaN and the infinities are numbers. */
  | { readonly kind: "number"; readonly number: number }
  /** `undefined`, `null`, `None`. */
  | { readonly kind: "nothing" }
  | { readonly kind: "function" }
  /** Anything else, with what its language calls it: "a string", "a list", "an object of class Array". */
  | { readonly kind: "other"; readonly called: string; readonly text: string };

/** Why the learner's code stopped. */
export interface Thrown {
  readonly kind: "recursion" | "no-method" | "no-name" | "type" | "assertion" | "arithmetic" | "other";
  /** The language's own words. */
  readonly text: string;
  /** The line of the learner's text where it stopped, if the language says. */
  readonly line?: number;
  /** The method or name that there is not, for `no-method` and `no-name`. */
  readonly name?: string;
}

export type Outcome = { readonly thing: Thing } | { readonly thrown: Thrown };

/** An operation as its users write it: `a * b` in Python, `a.mul(b)` in TypeScript. */
export type Operation =
  | "add"
  | "radd"
  | "mul"
  | "rmul"
  | "sub"
  | "rsub"
  | "div"
  | "rdiv"
  | "neg"
  | "pow"
  | "exp"
  | "log"
  | "tanh";

/**
 * The learner's Value class behind one interface, whatever language it is written in. Everything is synchronous, and
 * whatever the learner's code does comes back as an Outcome: nothing here throws but an endless loop, which who holds
 * the thread must end.
 */
export interface Subject {
  readonly language: Language;
  readonly source: string;
  readonly structure: Structure;
  /** What of the text could not be run and was passed over: imports of what is not here, a notebook's other cells. */
  readonly skipped?: readonly Refusal[];
  /** The names that a Value answers to: methods, inherited ones too. */
  readonly names: ReadonlySet<string>;
  /** The name of the method that this operation is in this language: `rsub` is `__rsub__` in Python. */
  methodOf(operation: Operation): string;
  /** How a person writes it: `show("rsub", ["2", "v"])` is `2 - v` in Python and `v.rsub(2)` in TypeScript. */
  show(operation: Operation, operands: readonly string[]): string;
  /** `new Value(data)`, `Value(data)`. */
  make(data: number): Outcome;
  /**
   * An operation on Values and plain numbers, operands in the order of the formula: `rsub` of 2 and v is 2 - v. Python
   * evaluates the operator, so that its own rules choose the method.
   */
  apply(operation: Operation, operands: readonly (Ref | number)[]): Outcome;
  /** What a field holds; nothing for a field that there is not. */
  read(value: Ref, field: string): Thing;
  write(value: Ref, field: string, thing: number | Ref): void;
  /** The Values that the fields of a Value hold, directly or in lists, tuples, sets and the like, up to three deep; each as often as it is held. */
  links(value: Ref): readonly Ref[];
  /** The kind of thing that holds the inputs: "list", "tuple", "set"; undefined where no field holds Values. */
  holder(value: Ref): "list" | "tuple" | "set" | "other" | undefined;
  /** Calls a method without arguments: `_backward`, `backward`, `__repr__`. */
  call(value: Ref, method: string): Outcome;
  /** Puts a function of ours in a field, as a hand-made node's `_backward` needs. */
  attach(value: Ref, field: string, run: () => void): void;
  /** Makes a Value's inputs these, in the field that holds inputs, with that field's kind of list. False if there is none. */
  link(value: Ref, inputs: readonly Ref[]): boolean;
  /**
   * Has an operation done by ours from now on instead of by the class's own method; `undefined` puts the class's own
   * back. Operands are in the order of the formula. False where that cannot be done.
   */
  replace?(operation: Operation, by: ((operands: readonly (Ref | number)[]) => Ref) | undefined): boolean;
  /** Runs a text after the learner's own, in its language, and gives the value of its last name, for whole programs. */
  run(text: string, result: string): Outcome;
  /** Frees what the Refs hold. */
  close(): void;
}

/** A text that could not become a Subject. */
export interface Refusal {
  readonly code: "syntax" | "no-class" | "throws";
  readonly text: string;
  readonly line?: number;
}
