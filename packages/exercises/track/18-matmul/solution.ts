const transposed = (a: number[][]): number[][] => a[0].map((_, j) => a.map((row) => row[j]));

/** The product of two tables. */
function matmul(a: number[][], b: number[][]): number[][] {
  return a.map((row) =>
    transposed(b).map((column) => row.reduce((sum, each, k) => sum + each * column[k], 0)),
  );
}

/** The gradients of a and of b, from g, the gradient of the product: [ga, gb]. */
function matmulGrad(a: number[][], b: number[][], g: number[][]): [number[][], number[][]] {
  return [matmul(g, transposed(b)), matmul(transposed(a), g)];
}
