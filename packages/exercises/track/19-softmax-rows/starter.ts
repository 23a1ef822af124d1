/** The probabilities of each row of logits. */
function softmaxRows(x: number[][]): number[][] {
  throw new Error("to do: softmaxRows");
}

/** The gradient of the logits, from the probabilities p and their gradient g. */
function softmaxRowsGrad(p: number[][], g: number[][]): number[][] {
  throw new Error("to do: softmaxRowsGrad");
}
