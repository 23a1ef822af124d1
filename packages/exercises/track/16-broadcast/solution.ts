/** The table x with the row b added to each of its rows. */
function addRow(x: number[][], b: number[]): number[][] {
  return x.map((row) => row.map((each, j) => each + b[j]));
}

/** The gradients of x and of b, from g, the gradient of the result: [gx, gb]. */
function addRowGrad(x: number[][], b: number[], g: number[][]): [number[][], number[]] {
  const gx = g.map((row) => [...row]);
  const gb = b.map((_, j) => g.reduce((sum, row) => sum + row[j], 0));
  return [gx, gb];
}
