/** The mean of the squared differences. */
function mse(predictions: Value[], targets: number[]): Value {
  const errors = predictions.map((prediction, i) => prediction.sub(targets[i]).pow(2));
  return errors.reduce((sum, error) => sum.add(error)).div(targets.length);
}
