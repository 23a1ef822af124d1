/** Trains on all samples at once; gives the loss before each step's update. */
function train(model: MLP, xs: number[][], ys: number[], steps: number, rate: number): number[] {
  throw new Error("to do: train");
}
