type F = (a: number, b: number, c: number) => number;

/** The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]. */
function symmetric(f: F, a: number, b: number, c: number): number[] {
  throw new Error("to do: symmetric");
}
