function outgrad_layer_weights(layer: any, nin: number, nout: number): any[] {
  const neurons = outgrad_field(layer, "neurons");
  if (!Array.isArray(neurons) || neurons.length !== nout) {
    outgrad_stop("wrong-shape", "neurons", outgrad_kind(neurons), `a list of ${nout} Neurons`);
  }
  if (new Set(neurons).size < nout) outgrad_stop("same-neuron", "neurons", "", "");
  return neurons.flatMap((each: any) => outgrad_weights(each, nin));
}

function outgrad_layer(numbers: number[], x: number[], nout: number, upstream: number[]) {
  const layer: any = new Layer(x.length, nout);
  const weights = outgrad_layer_weights(layer, x.length, nout);
  outgrad_set(layer, weights, numbers);
  const inputs = x.map((each) => new Value(each));
  const out = outgrad_values(outgrad_method(layer, "forward").forward(inputs), "forward", nout);
  outgrad_backward(out, upstream);
  return [out.map((each) => each.data), outgrad_grads(weights)];
}
