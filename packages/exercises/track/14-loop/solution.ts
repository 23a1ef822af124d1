/** Trains on all samples at once; gives the loss before each step's update. */
function train(model: MLP, xs: number[][], ys: number[], steps: number, rate: number): number[] {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const predictions = xs.map((x) => model.forward(x)[0]);
    const loss = mse(predictions, ys);
    for (const p of model.parameters()) p.grad = 0;
    loss.backward();
    for (const p of model.parameters()) p.data -= rate * p.grad;
    losses.push(loss.data);
  }
  return losses;
}
