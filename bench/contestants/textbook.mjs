// The class that everybody writes first: a closure per node, a Set of inputs, a recursive topological sort.
import { defineByRun } from "../workloads/program.mjs";

class Value {
  constructor(data, inputs = []) {
    this.data = data;
    this.grad = 0;
    this.inputs = new Set(inputs);
    this.pushBack = () => {};
  }

  add(other) {
    const b = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data + b.data, [this, b]);
    out.pushBack = () => {
      this.grad += out.grad;
      b.grad += out.grad;
    };
    return out;
  }

  mul(other) {
    const b = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data * b.data, [this, b]);
    out.pushBack = () => {
      this.grad += b.data * out.grad;
      b.grad += this.data * out.grad;
    };
    return out;
  }

  relu() {
    const out = new Value(this.data < 0 ? 0 : this.data, [this]);
    out.pushBack = () => {
      this.grad += (out.data > 0 ? 1 : 0) * out.grad;
    };
    return out;
  }

  tanh() {
    const out = new Value(Math.tanh(this.data), [this]);
    out.pushBack = () => {
      this.grad += (1 - out.data * out.data) * out.grad;
    };
    return out;
  }

  backward() {
    const order = [];
    const seen = new Set();
    const visit = (node) => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const input of node.inputs) visit(input);
      order.push(node);
    };
    visit(this);
    this.grad = 1;
    for (let i = order.length - 1; i >= 0; i--) order[i].pushBack();
  }
}

export const make = (workload) => defineByRun(workload, (x) => new Value(x));
