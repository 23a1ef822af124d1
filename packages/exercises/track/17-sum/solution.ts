/** The sum of each row. */
function sumRows(x: number[][]): number[] {
  return x.map((row) => row.reduce((sum, each) => sum + each, 0));
}

/** The gradient of x, from g, the gradient of the sums. */
function sumRowsGrad(x: number[][], g: number[]): number[][] {
  return x.map((row, i) => row.map(() => g[i]));
}
