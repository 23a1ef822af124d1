def outgrad_layer_weights(layer, nin, nout):
  neurons = outgrad_field(layer, "neurons")
  if not isinstance(neurons, (list, tuple)) or len(neurons) != nout:
    outgrad_stop("wrong-shape", "neurons", outgrad_kind(neurons), "a list of %d Neurons" % nout)
  if len(set([id(each) for each in neurons])) < nout:
    outgrad_stop("same-neuron", "neurons", "", "")
  weights = []
  for each in neurons:
    weights += outgrad_weights(each, nin)
  return weights


def outgrad_layer(numbers, x, nout, upstream):
  layer = Layer(len(x), nout)
  weights = outgrad_layer_weights(layer, len(x), nout)
  outgrad_set(layer, weights, numbers)
  inputs = [Value(each) for each in x]
  out = outgrad_values(outgrad_method(layer, "__call__")(inputs), "__call__", nout)
  outgrad_backward(out, upstream)
  return [[each.data for each in out], outgrad_grads(weights)]
