/** The mean of -log of the true classes' probabilities. */
function crossEntropy(logits: number[][], labels: number[]): number {
  const losses = logits.map((row, i) => {
    const largest = Math.max(...row);
    const total = row.reduce((sum, each) => sum + Math.exp(each - largest), 0);
    return Math.log(total) + largest - row[labels[i]];
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length;
}

/** The gradient of crossEntropy for the logits. */
function crossEntropyGrad(logits: number[][], labels: number[]): number[][] {
  const p = softmaxRows(logits);
  return p.map((row, i) => row.map((each, j) => (each - (j === labels[i] ? 1 : 0)) / labels.length));
}
