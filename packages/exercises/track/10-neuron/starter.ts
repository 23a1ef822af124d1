class Neuron {
  w: Value[] = [];
  b = new Value(0);

  constructor(nin: number) {
    throw new Error("to do: Neuron");
  }

  forward(x: (Value | number)[]): Value {
    throw new Error("to do: Neuron");
  }

  parameters(): Value[] {
    throw new Error("to do: Neuron");
  }
}
