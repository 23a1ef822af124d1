class Neuron {
  w: Value[] = [];
  b = new Value(0);

  constructor(nin: number) {
    for (let i = 0; i < nin; i++) this.w.push(new Value(Math.random() * 2 - 1));
  }

  forward(x: (Value | number)[]): Value {
    const sum = this.w.reduce((total, weight, i) => total.add(weight.mul(x[i])), this.b);
    return sum.tanh();
  }

  parameters(): Value[] {
    return [...this.w, this.b];
  }
}
