function outgrad_train(
  numbers: number[],
  sizes: number[],
  xs: number[][],
  ys: number[],
  steps: number,
  rate: number,
) {
  const model = outgrad_model(numbers, sizes);
  const losses = outgrad_numbers(train(model, xs, ys, steps, rate), "train", steps);
  return [losses, outgrad_mlp_weights(model, sizes).map((each) => each.data)];
}
