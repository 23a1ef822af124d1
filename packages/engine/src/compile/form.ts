import type { Value } from "../value.js";
import type { Choice } from "./target.js";

/** A recording of a function for one shape of arguments, as `compile` uses it. */
export interface Form {
  readonly choice: Choice | undefined;
  /** Takes the arguments in, unless their shape is another one. The rest is about the arguments taken in last. */
  accepts(args: readonly unknown[]): boolean;
  value(): unknown;
  gradient(args: readonly unknown[]): unknown;
  valueAndGradient(args: readonly unknown[]): [unknown, unknown];
  step(): number;
  inspect(): Value;
}
