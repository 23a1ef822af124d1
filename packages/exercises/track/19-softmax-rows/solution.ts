/** The probabilities of each row of logits. */
function softmaxRows(x: number[][]): number[][] {
  return x.map((row) => {
    const largest = Math.max(...row);
    const counts = row.map((each) => Math.exp(each - largest));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });
}

/** The gradient of the logits, from the probabilities p and their gradient g. */
function softmaxRowsGrad(p: number[][], g: number[][]): number[][] {
  return p.map((row, r) => {
    const mean = row.reduce((sum, each, i) => sum + each * g[r][i], 0);
    return row.map((each, i) => each * (g[r][i] - mean));
  });
}
