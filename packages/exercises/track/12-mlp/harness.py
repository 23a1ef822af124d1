def outgrad_mlp_weights(model, sizes):
  layers = outgrad_field(model, "layers")
  if not isinstance(layers, (list, tuple)) or len(layers) != len(sizes) - 1:
    outgrad_stop("wrong-shape", "layers", outgrad_kind(layers), "a list of %d Layers" % (len(sizes) - 1))
  weights = []
  for i, each in enumerate(layers):
    weights += outgrad_layer_weights(each, sizes[i], sizes[i + 1])
  return weights


def outgrad_model(numbers, sizes):
  model = MLP(sizes[0], sizes[1:])
  outgrad_set(model, outgrad_mlp_weights(model, sizes), numbers)
  return model


def outgrad_mlp(numbers, sizes, x, upstream):
  model = outgrad_model(numbers, sizes)
  inputs = [Value(each) for each in x]
  out = outgrad_values(outgrad_method(model, "__call__")(inputs), "__call__", sizes[-1])
  outgrad_backward(out, upstream)
  return [[each.data for each in out], outgrad_grads(outgrad_mlp_weights(model, sizes))]
