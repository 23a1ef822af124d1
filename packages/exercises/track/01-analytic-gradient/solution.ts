function f(a: number, b: number, c: number): number {
  return -(a ** 3) + Math.sin(3 * b) - 1 / c + b ** 2.5 - a ** 0.5;
}

/** The gradient of f at (a, b, c): [df/da, df/db, df/dc]. */
function gradient(a: number, b: number, c: number): number[] {
  const da = -3 * a ** 2 - 0.5 * a ** -0.5;
  const db = 3 * Math.cos(3 * b) + 2.5 * b ** 1.5;
  const dc = 1 / c ** 2;
  return [da, db, dc];
}
