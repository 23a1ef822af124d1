class MLP {
  layers: Layer[] = [];

  constructor(nin: number, nouts: number[]) {
    this.layers = nouts.map((nout, i) => new Layer(i === 0 ? nin : nouts[i - 1], nout));
  }

  forward(x: (Value | number)[]): Value[] {
    let out = x;
    for (const layer of this.layers) out = layer.forward(out);
    return out as Value[];
  }

  parameters(): Value[] {
    return this.layers.flatMap((layer) => layer.parameters());
  }
}
