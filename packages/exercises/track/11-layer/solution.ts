class Layer {
  neurons: Neuron[] = [];

  constructor(nin: number, nout: number) {
    for (let i = 0; i < nout; i++) this.neurons.push(new Neuron(nin));
  }

  forward(x: (Value | number)[]): Value[] {
    return this.neurons.map((neuron) => neuron.forward(x));
  }

  parameters(): Value[] {
    return this.neurons.flatMap((neuron) => neuron.parameters());
  }
}
