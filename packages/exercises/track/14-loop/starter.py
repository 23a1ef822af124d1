def train(model, xs, ys, steps, rate):
  """Trains on all samples at once; gives the loss before each step's update."""
  raise NotImplementedError("to do: train")
