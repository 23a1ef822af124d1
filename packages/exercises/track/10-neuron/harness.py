def outgrad_weights(neuron, nin):
  w = outgrad_values(outgrad_field(neuron, "w"), "w", nin)
  return w + [outgrad_value(outgrad_field(neuron, "b"), "b")]


# All the weights of a model, neuron by neuron, whatever order its own parameters() has.
def outgrad_set(model, weights, numbers):
  given = outgrad_values(outgrad_method(model, "parameters").parameters(), "parameters", len(weights))
  ids = [id(each) for each in given]
  for each in weights:
    if id(each) not in ids:
      outgrad_stop("not-the-parameters", "parameters", "", "")
  for each, number in zip(weights, numbers):
    each.data = number


def outgrad_neuron_start(nin):
  return [each.data for each in outgrad_weights(Neuron(nin), nin)]


def outgrad_neuron(numbers, x):
  neuron = Neuron(len(x))
  weights = outgrad_weights(neuron, len(x))
  outgrad_set(neuron, weights, numbers)
  inputs = [Value(each) for each in x]
  out = outgrad_value(outgrad_method(neuron, "__call__")(inputs), "__call__")
  out.backward()
  return [out.data, outgrad_grads(weights), outgrad_grads(inputs)]


def outgrad_neuron_of_numbers(numbers, x):
  neuron = Neuron(len(x))
  outgrad_set(neuron, outgrad_weights(neuron, len(x)), numbers)
  return outgrad_value(neuron(x), "__call__").data
