/**
 * The op table of outgrad, its formula language, and what formulas print to.
 * @packageDocumentation
 */
export { complexStep } from "./complex-step.js";
export { allOps, defineOp, everyOp, everyUserOp, type UserOpDef } from "./define-op.js";
export { differentiate } from "./differentiate.js";
export {
  type Assignment,
  type BinaryOperator,
  type Comparison,
  callsIn,
  type Formula,
  mapParts,
  namesIn,
  partsOf,
  type Span,
} from "./formula/ast.js";
export { type Complex, evaluateComplex } from "./formula/complex.js";
export { caret, FormulaError } from "./formula/error.js";
export { parseFormula, parseProgram, type Scope } from "./formula/parse.js";
export { compare, type Functions, toFunction } from "./formula/to-function.js";
export { type JsNames, toJs } from "./formula/to-js.js";
export { toMathML } from "./formula/to-mathml.js";
export { toRowFunction } from "./formula/to-row-function.js";
export { toTex } from "./formula/to-tex.js";
export { toText } from "./formula/to-text.js";
export { intrinsicArity, type Op, opOf, readOp } from "./op.js";
export { samplePoints } from "./sample.js";
export type { OpDef } from "./table/entry.js";
export { type OpName, ops } from "./table/index.js";
