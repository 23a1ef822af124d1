import type { Code } from "@outgrad/ops/wasm";

/** Two numbers of one dtype as two doubles in the lanes of a vector: they round once, when they are stored. */
export interface Pairs {
  /** Bytes of one number. */
  readonly bytes: 4 | 8;
  /** Two numbers that lie together, from the address on the stack. */
  load(code: Code, offset: number): Code;
  /** One number, from the address on the stack, and 0. */
  single(code: Code): Code;
  /** Stores the first number of a vector, which lies above the address on the stack. */
  storeSingle(code: Code): Code;
  /** Stores a vector to where two numbers lie together; it lies above the address on the stack. */
  store(code: Code, offset: number): Code;
  /** Rounds the vector on the stack to what would be stored. */
  round(code: Code): Code;
  /** Pushes two numbers from the addresses in two locals. */
  gather(code: Code, first: number, second: number): Code;
  /** Stores the vector in a local to two addresses. */
  scatter(code: Code, vector: number, first: number, second: number): Code;
}

export const pairsOf: Readonly<Record<"float32" | "float64", Pairs>> = {
  float32: {
    bytes: 4,
    load: (code, offset) => code.v128Load64Zero(offset).f64x2PromoteLowF32x4(),
    single: (code) => code.v128Load32Zero().f64x2PromoteLowF32x4(),
    storeSingle: (code) => code.f32x4DemoteF64x2Zero().v128Store32Lane(0),
    store: (code, offset) => code.f32x4DemoteF64x2Zero().v128Store64Lane(0, offset),
    round: (code) => code.f32x4DemoteF64x2Zero().f64x2PromoteLowF32x4(),
    gather: (code, first, second) =>
      code.localGet(second).localGet(first).v128Load32Zero().v128Load32Lane(1).f64x2PromoteLowF32x4(),
    scatter: (code, vector, first, second) =>
      code
        .localGet(vector)
        .f32x4DemoteF64x2Zero()
        .localSet(vector)
        .localGet(first)
        .localGet(vector)
        .v128Store32Lane(0)
        .localGet(second)
        .localGet(vector)
        .v128Store32Lane(1),
  },
  float64: {
    bytes: 8,
    load: (code, offset) => code.v128Load(offset),
    single: (code) => code.v128Load64Zero(),
    storeSingle: (code) => code.v128Store64Lane(0),
    store: (code, offset) => code.v128Store(offset),
    round: (code) => code,
    gather: (code, first, second) => code.localGet(second).localGet(first).v128Load64Zero().v128Load64Lane(1),
    scatter: (code, vector, first, second) =>
      code
        .localGet(first)
        .localGet(vector)
        .v128Store64Lane(0)
        .localGet(second)
        .localGet(vector)
        .v128Store64Lane(1),
  },
};
