/** The mean of -log of the true classes' probabilities. */
function crossEntropy(logits: number[][], labels: number[]): number {
  throw new Error("to do: crossEntropy");
}

/** The gradient of crossEntropy for the logits. */
function crossEntropyGrad(logits: number[][], labels: number[]): number[][] {
  throw new Error("to do: crossEntropyGrad");
}
