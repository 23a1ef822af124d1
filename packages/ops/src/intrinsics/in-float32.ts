import { type Formula, mapParts } from "../formula/ast.js";
import { programOf } from "./program-text.js";

/**
 * The formula with every function that has one replaced by its short form of "@outgrad/ops/intrinsics/float32": `exp` by
 * `expf`. Its value is right to about 2^-31, for results that are rounded to float32.
 */
export function inFloat32(formula: Formula): Formula {
  const mapped = mapParts(formula, inFloat32);
  if (mapped.kind !== "call" || programOf(`${mapped.name}f`) === undefined) return mapped;
  return { ...mapped, name: `${mapped.name}f` };
}
