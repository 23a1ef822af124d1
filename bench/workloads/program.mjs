// Every workload written once, as people write it, against a class with data, grad, add, mul, relu, tanh and backward.

/** One sample through a fully connected net: `layers[l][j]` holds the weights of a neuron, then its bias. */
export function forward(layers, input, activation, last) {
  let x = input;
  for (let l = 0; l < layers.length; l++) {
    const out = [];
    for (const neuron of layers[l]) {
      let sum = neuron[neuron.length - 1];
      for (let k = 0; k < x.length; k++) sum = sum.add(neuron[k].mul(x[k]));
      out.push(l < layers.length - 1 || last ? sum[activation]() : sum);
    }
    x = out;
  }
  return x[0];
}

/** The flat parameters as layers of neurons. */
export function layersOf(parameters, sizes) {
  let used = 0;
  const take = (count) => {
    used += count;
    return parameters.slice(used - count, used);
  };
  return sizes.slice(1).map((outputs, l) => Array.from({ length: outputs }, () => take(sizes[l] + 1)));
}

/** The loss of each kind of workload as a function that builds its graph anew at every call. */
const losses = {
  margin({ inputs, targets, sizes, l2 }, parameters, leaf) {
    const layers = layersOf(parameters, sizes);
    return () => {
      let margins = leaf(0);
      for (let i = 0; i < inputs.length; i++) {
        const score = forward(layers, inputs[i].map(leaf), "relu", false);
        margins = margins.add(score.mul(-targets[i]).add(1).relu());
      }
      let squares = leaf(0);
      for (const p of parameters) squares = squares.add(p.mul(p));
      return margins.mul(1 / inputs.length).add(squares.mul(l2));
    };
  },

  squares({ inputs, targets, sizes }, parameters, leaf) {
    const layers = layersOf(parameters, sizes);
    return () => {
      let loss = leaf(0);
      for (let i = 0; i < inputs.length; i++) {
        const error = forward(layers, inputs[i].map(leaf), "tanh", true).add(-targets[i]);
        loss = loss.add(error.mul(error));
      }
      return loss;
    };
  },

  chain({ length }, [m, c]) {
    return () => {
      let x = c;
      for (let i = 0; i < length; i++) x = x.mul(m).add(c);
      return x;
    };
  },

  wide(_, leaves) {
    return () => {
      let sum = leaves[0].mul(leaves[0]);
      for (let i = 1; i < leaves.length; i++) sum = sum.add(leaves[i].mul(leaves[i]));
      return sum;
    };
  },
};

/** A workload over some engine's values: its leaves and the function that builds the loss. */
export function program(workload, leaf) {
  const parameters = workload.parameters.map((x) => leaf(x));
  return { parameters, loss: losses[workload.kind](workload, parameters, (x) => leaf(x)) };
}

/**
 * The program as a contestant: define by run, backward, and one step of plain gradient descent, all inside `around`.
 * `detached` is a step whose loss may be kept: a leaf here, a number where steps give nothing else.
 */
export function defineByRun(workload, leaf, around = (body) => body()) {
  const { parameters, loss } = program(workload, leaf);
  const descend = () => {
    const root = loss();
    for (const p of parameters) p.grad = 0;
    root.backward();
    for (const p of parameters) p.data -= workload.rate * p.grad;
    return root;
  };
  return {
    reset() {
      parameters.forEach((p, i) => {
        p.data = workload.parameters[i];
      });
    },
    step: () => around(() => descend().data),
    detached: () => around(() => descend().detach()),
  };
}

/** How many nodes one step of the program makes or reads: leaves, constants and operations. */
export function nodesOf(workload) {
  let nodes = 0;
  class Counter {
    constructor() {
      nodes++;
    }
    add(b) {
      if (typeof b === "number") nodes++;
      return new Counter();
    }
    mul(b) {
      return this.add(b);
    }
    relu() {
      return new Counter();
    }
    tanh() {
      return new Counter();
    }
  }
  program(workload, () => new Counter()).loss();
  return nodes;
}
