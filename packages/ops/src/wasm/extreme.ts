import type { Formula } from "../formula/ast.js";
import { opcodes } from "./opcodes.js";

/** One instruction on lanes and its operands. */
export interface Extreme {
  readonly opcode: number;
  readonly first: Formula;
  readonly second: Formula;
}

/**
 * A choice of the smaller or the greater of two names or numbers: `l < r ? l : r` is the instruction pmin of r and l,
 * which is defined by this choice and so has its bits, for NaN and -0 too.
 */
export function extremeOf({
  comparison,
  left,
  right,
  then,
  otherwise,
}: Formula & { kind: "choose" }): Extreme | undefined {
  if (comparison !== "<" && comparison !== ">") return undefined;
  const [less, more] = comparison === "<" ? [left, right] : [right, left];
  if (isSame(then, less) && isSame(otherwise, more))
    return { opcode: opcodes.f64x2Pmin, first: more, second: less };
  if (isSame(then, more) && isSame(otherwise, less))
    return { opcode: opcodes.f64x2Pmax, first: less, second: more };
  return undefined;
}

function isSame(a: Formula, b: Formula): boolean {
  if (a.kind === "name") return b.kind === "name" && a.name === b.name;
  return a.kind === "number" && b.kind === "number" && Object.is(a.value, b.value);
}
