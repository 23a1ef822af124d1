/** The mean of the squared differences. */
function mse(predictions: Value[], targets: number[]): Value {
  throw new Error("to do: mse");
}
