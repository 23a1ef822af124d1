function outgrad_train(numbers: number[], sizes: number[], xs: number[][], ys: number[], steps: number, rate: number) {
  const model = outgrad_model(numbers, sizes);
  const losses = train(model, xs, ys, steps, rate);
  return [losses, outgrad_mlp_weights(model, sizes).map((each) => each.data)];
}
