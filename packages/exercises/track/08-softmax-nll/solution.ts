/** Probabilities from any numbers: positive, with the sum 1. */
function softmax(logits: Value[]): Value[] {
  const counts = logits.map((logit) => logit.exp());
  const total = counts.reduce((sum, count) => sum.add(count));
  return counts.map((count) => count.div(total));
}

/** How surprised the probabilities are that this class is the true one. */
function nll(probabilities: Value[], label: number): Value {
  return probabilities[label].log().neg();
}
