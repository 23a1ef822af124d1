/** The class that everybody writes first: a closure per node, a Set of inputs, a recursive topological sort. */
export class Textbook {
  constructor(data, inputs = []) {
    this.data = data;
    this.grad = 0;
    this.previous = new Set(inputs);
    this.step = () => {};
  }
  static of(x) {
    return x instanceof Textbook ? x : new Textbook(x);
  }
  add(b) {
    const other = Textbook.of(b);
    const out = new Textbook(this.data + other.data, [this, other]);
    out.step = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }
  mul(b) {
    const other = Textbook.of(b);
    const out = new Textbook(this.data * other.data, [this, other]);
    out.step = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }
  relu() {
    const out = new Textbook(this.data < 0 ? 0 : this.data, [this]);
    out.step = () => {
      this.grad += (out.data > 0 ? 1 : 0) * out.grad;
    };
    return out;
  }
  tanh() {
    const out = new Textbook(Math.tanh(this.data), [this]);
    out.step = () => {
      this.grad += (1 - out.data ** 2) * out.grad;
    };
    return out;
  }
  backward() {
    const order = [];
    const seen = new Set();
    const visit = (v) => {
      if (seen.has(v)) return;
      seen.add(v);
      for (const input of v.previous) visit(input);
      order.push(v);
    };
    visit(this);
    this.grad = 1;
    for (const v of order.reverse()) v.step();
  }
}
