import type { Code } from "@outgrad/ops/wasm";

/** The dtypes that have kernels. */
export type Real = "float32" | "float64";

/** How a vector of one dtype is worked with: the instructions differ, the programs do not. */
export interface Lanes {
  /** Bytes of one number. */
  readonly bytes: 4 | 8;
  /** Numbers in a vector of 16 bytes. */
  readonly count: 2 | 4;
  add(code: Code): Code;
  mul(code: Code): Code;
  /** Takes a, b, c and leaves a b + c, rounded once or twice as the machine likes. */
  madd(code: Code): Code;
  /** Loads one number into all lanes. */
  splat(code: Code, offset: number): Code;
  /** Loads one number into lane 0, zeros into the others. */
  first(code: Code, offset?: number): Code;
  /** Loads one number into one lane of the vector on the stack. */
  load(code: Code, lane: number, offset?: number): Code;
  /** Stores lane 0. */
  store(code: Code, offset?: number): Code;
}

export const lanesOf: Readonly<Record<Real, Lanes>> = {
  float32: {
    bytes: 4,
    count: 4,
    add: (code) => code.f32x4Add(),
    mul: (code) => code.f32x4Mul(),
    madd: (code) => code.f32x4RelaxedMadd(),
    splat: (code, offset) => code.v128Load32Splat(offset),
    first: (code, offset) => code.v128Load32Zero(offset),
    load: (code, lane, offset) => code.v128Load32Lane(lane as 0, offset),
    store: (code, offset) => code.v128Store32Lane(0, offset),
  },
  float64: {
    bytes: 8,
    count: 2,
    add: (code) => code.f64x2Add(),
    mul: (code) => code.f64x2Mul(),
    madd: (code) => code.f64x2RelaxedMadd(),
    splat: (code, offset) => code.v128Load64Splat(offset),
    first: (code, offset) => code.v128Load64Zero(offset),
    load: (code, lane, offset) => code.v128Load64Lane(lane as 0, offset),
    store: (code, offset) => code.v128Store64Lane(0, offset),
  },
};
