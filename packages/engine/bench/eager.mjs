// One full-batch step of the lecture's moons net (MLP 2-16-16-1, 100 points, about 66,000 nodes) on four engines,
// in interleaved rounds; prints the median of CPU time relative to Value. Run: node packages/engine/bench/eager.mjs
import { Value } from "@outgrad/engine";
import { Value as MicroValue } from "@outgrad/engine/micro";

/** The class that everybody writes first: a closure per node, a Set of inputs, a recursive topological sort. */
class Textbook {
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

let state = 1;
const random = () => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
};
const sizes = [2, 16, 16, 1];
const start = sizes
  .slice(1)
  .map((out, l) =>
    Array.from({ length: out }, () => Array.from({ length: sizes[l] + 1 }, () => random() - 0.5)),
  );
const points = Array.from({ length: 100 }, () => [random() * 2 - 1, random() * 2 - 1]);
const labels = points.map(([x, y]) => (x * y > 0 ? 1 : -1));

function program(Engine) {
  const layers = start.map((layer) => layer.map((neuron) => neuron.map((w) => new Engine(w))));
  const parameters = layers.flat(2);
  const forward = (point) => {
    let x = point;
    layers.forEach((layer, l) => {
      x = layer.map((neuron) => {
        let sum = neuron[neuron.length - 1];
        for (let i = 0; i < x.length; i++) sum = sum.add(neuron[i].mul(x[i]));
        return l < 2 ? sum.relu() : sum;
      });
    });
    return x[0];
  };
  return () => {
    let loss = new Engine(0);
    points.forEach((point, i) => {
      loss = loss.add(forward(point).mul(-labels[i]).add(1).relu());
    });
    loss = loss.mul(1 / points.length);
    for (const p of parameters) loss = loss.add(p.mul(p).mul(1e-4));
    for (const p of parameters) p.grad = 0;
    loss.backward();
    for (const p of parameters) p.data -= 0.05 * p.grad;
    return loss.data;
  };
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const engines = { Value, micro: MicroValue, textbook: Textbook };
const times = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
const steps = Object.fromEntries(Object.entries(engines).map(([name, Engine]) => [name, program(Engine)]));
const losses = {};
for (let round = 0; round < 12; round++) {
  for (const [name, step] of Object.entries(steps)) {
    const count = name === "Value" ? 20 : 1;
    const before = cpu();
    for (let i = 0; i < count; i++) losses[name] = step();
    if (round >= 4) times[name].push((cpu() - before) / count);
  }
}
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const base = median(times.Value);
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name.padEnd(9)} ${(median(list) / base).toFixed(1).padStart(6)} x the time of Value (${(median(list) / 1000).toFixed(1)} ms CPU a step)`,
  );
}
