def train(model, xs, ys, steps, rate):
  """Trains on all samples at once; gives the loss before each step's update."""
  losses = []
  for step in range(steps):
    predictions = [model(x)[0] for x in xs]
    loss = mse(predictions, ys)
    for p in model.parameters():
      p.grad = 0.0
    loss.backward()
    for p in model.parameters():
      p.data -= rate * p.grad
    losses.append(loss.data)
  return losses
