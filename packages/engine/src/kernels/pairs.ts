import type { Code } from "@outgrad/ops/wasm";

/** Two numbers of one dtype as two doubles in the lanes of a vector: they round once, when they are stored. */
export interface Pairs {
  /** Bytes of one number. */
  readonly bytes: 4 | 8;
  /** Pushes two numbers from the addresses in two locals. */
  gather(code: Code, first: number, second: number): Code;
  /** Stores the vector in a local to two addresses. */
  scatter(code: Code, vector: number, first: number, second: number): Code;
}

export const pairsOf: Readonly<Record<"float32" | "float64", Pairs>> = {
  float32: {
    bytes: 4,
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
