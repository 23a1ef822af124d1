function outgrad_mlp_weights(model: any, sizes: number[]): any[] {
  const layers = outgrad_field(model, "layers");
  if (!Array.isArray(layers) || layers.length !== sizes.length - 1) {
    outgrad_stop("wrong-shape", "layers", outgrad_kind(layers), `a list of ${sizes.length - 1} Layers`);
  }
  return layers.flatMap((each: any, i: number) => outgrad_layer_weights(each, sizes[i], sizes[i + 1]));
}

function outgrad_model(numbers: number[], sizes: number[]): any {
  const [nin, ...nouts] = sizes;
  const model: any = new MLP(nin, nouts);
  outgrad_set(model, outgrad_mlp_weights(model, sizes), numbers);
  return model;
}

function outgrad_mlp(numbers: number[], sizes: number[], x: number[], upstream: number[]) {
  const model = outgrad_model(numbers, sizes);
  const inputs = x.map((each) => new Value(each));
  const nout = sizes[sizes.length - 1];
  const out = outgrad_values(outgrad_method(model, "forward").forward(inputs), "forward", nout);
  outgrad_backward(out, upstream);
  return [out.map((each) => each.data), outgrad_grads(outgrad_mlp_weights(model, sizes))];
}
