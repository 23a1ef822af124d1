/** The sum of each row. */
function sumRows(x: number[][]): number[] {
  throw new Error("to do: sumRows");
}

/** The gradient of x, from g, the gradient of the sums. */
function sumRowsGrad(x: number[][], g: number[]): number[][] {
  throw new Error("to do: sumRowsGrad");
}
