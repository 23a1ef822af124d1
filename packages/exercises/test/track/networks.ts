import { each, type Mistakes, py, ts } from "./mistake.js";

/** Mistakes with neurons, layers and networks. */
export const networks: Mistakes = {
  neuron: [
    each("no-bend", ["return sum.tanh()", "return sum"], ["return total.tanh()", "return total"]),
    each(
      "bias-forgotten",
      ["weight.mul(x[i])), this.b)", "weight.mul(x[i])), new Value(0))"],
      ["zip(self.w, x)), self.b)", "zip(self.w, x)))"],
    ),
    each(
      "bias-outside",
      ["return sum.tanh()", "return sum.sub(this.b).tanh().add(this.b)"],
      ["return total.tanh()", "return (total - self.b).tanh() + self.b"],
    ),
    each(
      "bias-each",
      ["total.add(weight.mul(x[i])), this.b)", "total.add(weight.mul(x[i])).add(this.b), new Value(0))"],
      [
        "sum((weight * each for weight, each in zip(self.w, x)), self.b)",
        "sum(weight * each + self.b for weight, each in zip(self.w, x))",
      ],
    ),
    each(
      "bend-each",
      [
        "weight.mul(x[i])), this.b);\n    return sum.tanh()",
        "weight.mul(x[i]).tanh()), this.b);\n    return sum",
      ],
      [
        "sum((weight * each for weight, each in zip(self.w, x)), self.b)\n    return total.tanh()",
        "sum(((weight * each).tanh() for weight, each in zip(self.w, x)), self.b)\n    return total",
      ],
    ),
    each("adds-inputs", ["weight.mul(x[i])", "weight.add(x[i])"], ["weight * each for", "weight + each for"]),
    ts("last-input-only", "total.add(weight.mul(x[i])), this.b)", "this.b.add(weight.mul(x[i])), this.b)"),
    each(
      "bias-sign",
      ["weight.mul(x[i])), this.b)", "weight.mul(x[i])), this.b.neg())"],
      ["zip(self.w, x)), self.b)", "zip(self.w, x)), -self.b)"],
    ),
    each(
      "wrong-shape",
      ["new Value(Math.random() * 2 - 1)", 'new Value("1" as any)'],
      ["Value(random.uniform(-1, 1))", "Value(None)"],
    ),
    each(
      "weights-alike",
      ["new Value(Math.random() * 2 - 1)", "new Value(0)"],
      ["Value(random.uniform(-1, 1))", "Value(0.0)"],
    ),
    each(
      "not-the-parameters",
      ["return [...this.w, this.b]", "return [...this.w, new Value(this.b.data)]"],
      ["return self.w + [self.b]", "return self.w + [Value(self.b.data)]"],
    ),
    each(
      "wrong-shape",
      ["return [...this.w, this.b]", "return this.w"],
      ["return self.w + [self.b]", "return self.w"],
    ),
    each("returns-nothing", ["return sum.tanh()", "sum.tanh()"], ["return total.tanh()", "total.tanh()"]),
    each(
      "not-values",
      ["return sum.tanh()", "return sum.tanh().data"],
      ["return total.tanh()", "return total.tanh().data"],
    ),
    each(
      "graph-cut",
      ["return sum.tanh()", "return new Value(sum.tanh().data)"],
      ["return total.tanh()", "return Value(total.tanh().data)"],
    ),
    ts("throws", "total.add(weight.mul(x[i]))", "total.add((x[i] as Value).mul(weight))"),
    py("no-field", "self.b = Value(0.0)", "self.bias = Value(0.0)"),
    py("no-method", "def parameters(self):", "def params(self):"),
    ts(
      "no-method",
      "  parameters(): Value[] {\n    return [...this.w",
      "  params(): Value[] {\n    return [...this.w",
    ),
    py("no-method", "def __call__(self, x):", "def forward(self, x):"),
    py("no-field", "self.w = [", "w = ["),
  ],
  layer: [
    each(
      "neurons-order",
      [
        "return this.neurons.map((neuron) => neuron.forward(x))",
        "return this.neurons.map((neuron) => neuron.forward(x)).reverse()",
      ],
      [
        "return [neuron(x) for neuron in self.neurons]",
        "return [neuron(x) for neuron in reversed(self.neurons)]",
      ],
    ),
    py("same-neuron", "[Neuron(nin) for _ in range(nout)]", "[Neuron(nin)] * nout"),
    ts(
      "same-neuron",
      "for (let i = 0; i < nout; i++) this.neurons.push(new Neuron(nin));",
      "this.neurons = Array(nout).fill(new Neuron(nin));",
    ),
    each(
      "wrong-shape",
      [
        "this.neurons.flatMap((neuron) => neuron.parameters())",
        "this.neurons.map((neuron) => neuron.parameters())",
      ],
      [
        "return [p for neuron in self.neurons for p in neuron.parameters()]",
        "return [neuron.parameters() for neuron in self.neurons]",
      ],
    ),
    each(
      "wrong-shape",
      ["i < nout; i++) this.neurons", "i < nin; i++) this.neurons"],
      ["range(nout)]", "range(nin)]"],
    ),
    each(
      "wrong-shape",
      [
        "return this.neurons.map((neuron) => neuron.forward(x))",
        "const outs = this.neurons.map((neuron) => neuron.forward(x)); return outs.length === 1 ? outs[0] as any : outs",
      ],
      [
        "return [neuron(x) for neuron in self.neurons]",
        "outs = [neuron(x) for neuron in self.neurons]\n    return outs[0] if len(outs) == 1 else outs",
      ],
    ),
  ],
  mlp: [
    each(
      "first-layer-only",
      ["out = layer.forward(out);", "return layer.forward(out);"],
      ["x = layer(x)\n", "return layer(x)\n"],
    ),
    each(
      "input-to-all",
      ["out = layer.forward(out);", "out = layer.forward(x);"],
      [
        "for layer in self.layers:\n      x = layer(x)\n    return x",
        "for layer in self.layers:\n      y = layer(x)\n    return y",
      ],
    ),
    each(
      "layers-reversed",
      ["for (const layer of this.layers) out", "for (const layer of [...this.layers].reverse()) out"],
      ["for layer in self.layers:", "for layer in reversed(self.layers):"],
    ),
    each(
      "layers-cut",
      ["out = layer.forward(out);", "out = layer.forward(out.map((each) => (each as any).data ?? each));"],
      ["x = layer(x)\n", "x = layer([v.data if isinstance(v, Value) else v for v in x])\n"],
    ),
    each(
      "wrong-shape",
      ["this.layers.flatMap((layer) => layer.parameters())", "this.layers[0].parameters()"],
      [
        "return [p for layer in self.layers for p in layer.parameters()]",
        "return self.layers[0].parameters()",
      ],
    ),
    each(
      "wrong-shape",
      ["new Layer(i === 0 ? nin : nouts[i - 1], nout)", "new Layer(nin, nout)"],
      ["Layer(sizes[i], sizes[i + 1])", "Layer(nin, sizes[i + 1])"],
    ),
  ],
};
