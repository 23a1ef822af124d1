def outgrad_mse(predictions, targets):
  values = [Value(each) for each in predictions]
  out = outgrad_value(mse(values, targets), "mse")
  out.backward()
  return [out.data, outgrad_grads(values)]
