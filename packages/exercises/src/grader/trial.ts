import type { Ref, Subject, Thing, Thrown } from "../subject/subject.js";
import type { Form } from "./form.js";

/** One call of an operation: its operands as the class has them, and the Value that came of it. */
export interface Trial {
  readonly operands: readonly (Ref | number)[];
  readonly out: Ref;
}

export type Tried =
  | Trial
  | { readonly operands: readonly (Ref | number)[]; readonly thing: Exclude<Thing, { kind: "value" }> }
  | { readonly thrown: Thrown };

export const isRef = (operand: Ref | number | undefined): operand is Ref => typeof operand === "object";

/** The operands, made: plain numbers where the form has them. */
export function operandsOf(subject: Subject, form: Form, args: readonly number[]): (Ref | number)[] | Thrown {
  const operands: (Ref | number)[] = [];
  for (const [i, arg] of args.entries()) {
    if (form.numbers[i]) operands.push(arg);
    else {
      const made = subject.make(arg);
      if ("thrown" in made) return made.thrown;
      if (made.thing.kind !== "value") return { kind: "other", text: "the constructor gives no Value" };
      operands.push(made.thing.ref);
    }
  }
  return operands;
}

/** Calls the operation at these numbers. */
export function tryAt(subject: Subject, form: Form, args: readonly number[]): Tried {
  const operands = operandsOf(subject, form, args);
  return "kind" in operands ? { thrown: operands } : tryWith(subject, form, operands);
}

/** Calls the operation with operands that exist. */
export function tryWith(subject: Subject, { operation }: Form, operands: readonly (Ref | number)[]): Tried {
  const outcome = subject.apply(operation, operands);
  if ("thrown" in outcome) return outcome;
  const { thing } = outcome;
  return thing.kind === "value" ? { operands, out: thing.ref } : { operands, thing };
}

/** A field that holds a number, as that number; NaN for anything else. */
export function numberIn(subject: Subject, ref: Ref, field: string): number {
  const thing = subject.read(ref, field);
  return thing.kind === "number" ? thing.number : Number.NaN;
}
