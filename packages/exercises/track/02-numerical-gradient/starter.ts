type F = (a: number, b: number, c: number) => number;

/** The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]. */
function numerical(f: F, a: number, b: number, c: number): number[] {
  throw new Error("to do: numerical");
}
