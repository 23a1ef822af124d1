type F = (a: number, b: number, c: number) => number;

/** The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]. */
function symmetric(f: F, a: number, b: number, c: number): number[] {
  const h = 1e-5;
  const da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h);
  const db = (f(a, b + h, c) - f(a, b - h, c)) / (2 * h);
  const dc = (f(a, b, c + h) - f(a, b, c - h)) / (2 * h);
  return [da, db, dc];
}
