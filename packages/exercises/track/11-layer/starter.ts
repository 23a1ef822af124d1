class Layer {
  neurons: Neuron[] = [];

  constructor(nin: number, nout: number) {
    throw new Error("to do: Layer");
  }

  forward(x: (Value | number)[]): Value[] {
    throw new Error("to do: Layer");
  }

  parameters(): Value[] {
    throw new Error("to do: Layer");
  }
}
