import type { BinaryOperator, Comparison } from "../formula/ast.js";
import type { Code } from "./code.js";
import { opcodes } from "./opcodes.js";

/** A formula of one number at a time, or of two in the lanes of a vector. */
export type Shape = "f64" | "f64x2";

/** Writes a primitive's instructions around those of its argument. */
type Primitive = (code: Code, argument: () => void) => void;

/** What a formula's parts are in one shape. */
interface Instructions {
  readonly negate: number;
  readonly binary: Readonly<Record<BinaryOperator, number>>;
  readonly compare: Readonly<Record<Comparison, number>>;
  /** The functions that are a few instructions: with the bits of src/intrinsics/primitives.ts. */
  readonly primitives: Readonly<Record<string, Primitive>>;
}

/** Beside it a double has no room for a fraction, and its lowest bits are those of the integer added. */
const integers = 6755399441055744;
/** The double whose lowest bits are an unsigned integer added, and the offset of exponents. */
const unsigned = 2 ** 52;
const bias = 1023;

/**
 * Notes on the primitives, for both shapes. `nearest` is the same two additions as in JavaScript: the instruction of
 * that name keeps the sign of -0.3, and so gives other bits. `pow2(k)` is exact for the integers from -1022 to 1023,
 * 0 for -1023 and infinite for 1024, as in JavaScript; elsewhere it is another number than there, and a program must
 * not let that number through. `exponent(x)` likewise differs for x below 0, where it means nothing. `signOf(NaN)` is 1
 * or -1.
 */
const scalar: Instructions = {
  negate: opcodes.f64Neg,
  binary: { "+": opcodes.f64Add, "-": opcodes.f64Sub, "*": opcodes.f64Mul, "/": opcodes.f64Div },
  compare: {
    "<": opcodes.f64Lt,
    ">": opcodes.f64Gt,
    "<=": opcodes.f64Le,
    ">=": opcodes.f64Ge,
    "==": opcodes.f64Eq,
    "!=": opcodes.f64Ne,
  },
  primitives: {
    ...simple({
      sqrt: opcodes.f64Sqrt,
      abs: opcodes.f64Abs,
      floor: opcodes.f64Floor,
      round: opcodes.f64Nearest,
    }),
    nearest: (code, argument) => {
      argument();
      code.f64Const(integers).f64Add().f64Const(integers).f64Sub();
    },
    pow2: (code, argument) => {
      argument();
      code.f64Const(integers + bias).f64Add();
      code.i64ReinterpretF64().i64Const(52n).i64Shl().f64ReinterpretI64();
    },
    exponent: (code, argument) => {
      argument();
      code.i64ReinterpretF64().i64Const(52n).i64ShrU();
      code.f64Const(unsigned).i64ReinterpretF64().i64Or().f64ReinterpretI64();
      code.f64Const(unsigned + bias).f64Sub();
    },
    signOf: (code, argument) => {
      code.f64Const(1);
      argument();
      code.f64Copysign();
    },
  },
};

const lanes: Instructions = {
  negate: opcodes.f64x2Neg,
  binary: { "+": opcodes.f64x2Add, "-": opcodes.f64x2Sub, "*": opcodes.f64x2Mul, "/": opcodes.f64x2Div },
  compare: {
    "<": opcodes.f64x2Lt,
    ">": opcodes.f64x2Gt,
    "<=": opcodes.f64x2Le,
    ">=": opcodes.f64x2Ge,
    "==": opcodes.f64x2Eq,
    "!=": opcodes.f64x2Ne,
  },
  primitives: {
    ...simple({
      sqrt: opcodes.f64x2Sqrt,
      abs: opcodes.f64x2Abs,
      floor: opcodes.f64x2Floor,
      round: opcodes.f64x2Nearest,
    }),
    nearest: (code, argument) => {
      argument();
      code.v128Const(integers).f64x2Add().v128Const(integers).f64x2Sub();
    },
    pow2: (code, argument) => {
      argument();
      code.v128Const(integers + bias).f64x2Add();
      code.i32Const(52).i64x2Shl();
    },
    exponent: (code, argument) => {
      argument();
      code.i32Const(52).i64x2ShrU().v128Const(unsigned).v128Or();
      code.v128Const(unsigned + bias).f64x2Sub();
    },
    signOf: (code, argument) => {
      argument();
      code.v128Const(-0).v128And().v128Const(1).v128Or();
    },
  },
};

export const instructions: Readonly<Record<Shape, Instructions>> = { f64: scalar, f64x2: lanes };

/** What a function is that needs no program, if it is one. */
export function primitiveOf(name: string, shape: Shape): Primitive | undefined {
  const { primitives } = instructions[shape];
  return Object.hasOwn(primitives, name) ? primitives[name] : undefined;
}

function simple(table: Readonly<Record<string, number>>): Record<string, Primitive> {
  const primitive =
    (opcode: number): Primitive =>
    (code, argument) => {
      argument();
      code.op(opcode);
    };
  return Object.fromEntries(Object.entries(table).map(([name, opcode]) => [name, primitive(opcode)]));
}
