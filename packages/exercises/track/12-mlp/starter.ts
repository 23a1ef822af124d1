class MLP {
  layers: Layer[] = [];

  constructor(nin: number, nouts: number[]) {
    throw new Error("to do: MLP");
  }

  forward(x: (Value | number)[]): Value[] {
    throw new Error("to do: MLP");
  }

  parameters(): Value[] {
    throw new Error("to do: MLP");
  }
}
