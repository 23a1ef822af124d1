function outgrad_weights(neuron: any, nin: number): any[] {
  const w = outgrad_values(outgrad_field(neuron, "w"), "w", nin);
  return [...w, outgrad_value(outgrad_field(neuron, "b"), "b")];
}

// All the weights of a model, neuron by neuron, whatever order its own parameters() has.
function outgrad_set(model: any, weights: any[], numbers: number[]) {
  const given = outgrad_values(
    outgrad_method(model, "parameters").parameters(),
    "parameters",
    weights.length,
  );
  if (weights.some((each) => !given.includes(each))) outgrad_stop("not-the-parameters", "parameters", "", "");
  weights.forEach((each, i) => {
    each.data = numbers[i];
  });
}

function outgrad_neuron_start(nin: number) {
  return outgrad_weights(new Neuron(nin), nin).map((each) => each.data);
}

function outgrad_neuron(numbers: number[], x: number[]) {
  const neuron: any = new Neuron(x.length);
  const weights = outgrad_weights(neuron, x.length);
  outgrad_set(neuron, weights, numbers);
  const inputs = x.map((each) => new Value(each));
  const out = outgrad_value(outgrad_method(neuron, "forward").forward(inputs), "forward");
  out.backward();
  return [out.data, outgrad_grads(weights), outgrad_grads(inputs)];
}

function outgrad_neuron_of_numbers(numbers: number[], x: number[]) {
  const neuron: any = new Neuron(x.length);
  outgrad_set(neuron, outgrad_weights(neuron, x.length), numbers);
  return outgrad_value(neuron.forward(x), "forward").data;
}
