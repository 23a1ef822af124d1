function outgrad_softmax(logits: number[], weights: number[]) {
  const values = logits.map((each) => new Value(each));
  const out = outgrad_values(softmax(values), "softmax", logits.length);
  outgrad_backward(out, weights);
  return [out.map((each) => each.data), outgrad_grads(values)];
}

function outgrad_nll(probabilities: number[], label: number) {
  const values = probabilities.map((each) => new Value(each));
  const out = outgrad_value(nll(values, label), "nll");
  out.backward();
  return [out.data, outgrad_grads(values)];
}
