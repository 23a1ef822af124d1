/** Probabilities from any numbers: positive, with the sum 1. */
function softmax(logits: Value[]): Value[] {
  throw new Error("to do: softmax");
}

/** How surprised the probabilities are that this class is the true one. */
function nll(probabilities: Value[], label: number): Value {
  throw new Error("to do: nll");
}
