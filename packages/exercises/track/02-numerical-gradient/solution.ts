type F = (a: number, b: number, c: number) => number;

/** The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]. */
function numerical(f: F, a: number, b: number, c: number): number[] {
  const h = 1e-8;
  const here = f(a, b, c);
  const da = (f(a + h, b, c) - here) / h;
  const db = (f(a, b + h, c) - here) / h;
  const dc = (f(a, b, c + h) - here) / h;
  return [da, db, dc];
}
