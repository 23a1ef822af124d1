def outgrad_train(numbers, sizes, xs, ys, steps, rate):
  model = outgrad_model(numbers, sizes)
  losses = outgrad_numbers(train(model, xs, ys, steps, rate), "train", steps)
  return [losses, [each.data for each in outgrad_mlp_weights(model, sizes)]]
