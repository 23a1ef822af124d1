import type { Floats } from "@outgrad/engine";

/**
 * How numbers change at a step, each by itself. `Array` names the arrays that are read and written, `Name` the numbers of
 * the step.
 */
export interface Rule<Array extends string = string, Name extends string = string> {
  /** Lines `name = formula`, for backends that compute them elsewhere. */
  readonly program: string;
  /** What it remembers, by name. */
  readonly memory: readonly string[];
  /** The same for numbers in arrays: those in [from, to). */
  loop(
    from: number,
    to: number,
    arrays: Readonly<Record<Array, Floats>>,
    numbers: Readonly<Record<Name, number>>,
  ): void;
}

/** A rule with the numbers of a step. */
export interface Update {
  readonly rule: Rule;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A step by that rule, which needs those numbers. */
export const updateBy = <Name extends string>(
  rule: Rule<string, Name>,
  numbers: Readonly<Record<NoInfer<Name>, number>>,
): Update => ({ rule, numbers });
