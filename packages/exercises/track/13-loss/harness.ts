function outgrad_mse(predictions: number[], targets: number[]) {
  const values = predictions.map((each) => new Value(each));
  const out = outgrad_value(mse(values, targets), "mse");
  out.backward();
  return [out.data, outgrad_grads(values)];
}
