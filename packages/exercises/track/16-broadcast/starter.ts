/** The table x with the row b added to each of its rows. */
function addRow(x: number[][], b: number[]): number[][] {
  throw new Error("to do: addRow");
}

/** The gradients of x and of b, from g, the gradient of the result: [gx, gb]. */
function addRowGrad(x: number[][], b: number[], g: number[][]): [number[][], number[]] {
  throw new Error("to do: addRowGrad");
}
