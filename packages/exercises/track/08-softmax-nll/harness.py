def outgrad_softmax(logits, weights):
  values = [Value(each) for each in logits]
  out = outgrad_values(softmax(values), "softmax", len(logits))
  outgrad_backward(out, weights)
  return [[each.data for each in out], outgrad_grads(values)]


def outgrad_nll(probabilities, label):
  values = [Value(each) for each in probabilities]
  out = outgrad_value(nll(values, label), "nll")
  out.backward()
  return [out.data, outgrad_grads(values)]
