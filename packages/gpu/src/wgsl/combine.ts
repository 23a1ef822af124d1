/** How two numbers become one, as WGSL; the functions that it calls come with it. */
export interface Combine {
  readonly functions: readonly string[];
  readonly of: (a: string, b: string) => string;
  /** What changes nothing, for threads that have no number; none where any of the numbers does as well. */
  readonly neutral?: string;
}

// Asked of the bits: compilers may take it for granted that no number differs from itself.
const isNan = "fn isNan(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }";

const extreme = (name: "max" | "min"): Combine => ({
  functions: [
    isNan,
    `fn ${name}OrNan(a: f32, b: f32) -> f32 { return select(select(${name}(a, b), b, isNan(b)), a, isNan(a)); }`,
  ],
  of: (a, b) => `${name}OrNan(${a}, ${b})`,
});

/** Sums, and extremes to which NaN is beyond all other numbers. */
export const combines = {
  sum: { functions: [], of: (a, b) => `${a} + ${b}`, neutral: "0.0" },
  amax: extreme("max"),
  amin: extreme("min"),
} satisfies Record<string, Combine>;

export type CombineName = keyof typeof combines;

/** `combines` under a name of its own type. */
export const combineOf = (name: CombineName): Combine => combines[name];
