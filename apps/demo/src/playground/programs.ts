/** A ready program, and what to look for in it. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly lesson: string;
}

/** Programs that an expression is too small for. */
export const programs = [
  {
    id: "loop",
    name: "A loop: Newton's square root",
    code: `import { value } from "@outgrad/engine";

// A loop makes a graph as long as its rounds: backward goes through all of them.
const a = value(2, "a");
let x = value(1, "start");
for (let round = 1; round <= 4; round++) {
  x = x.add(a.div(x)).mul(0.5);
  x.label = \`x\${round}\`;
}
x.backward();

console.log("root of", a.data, "is", x.data);
console.log("slope", a.grad, "is 1 / (2 x)", 1 / (2 * x.data));
`,
    lesson:
      "The start gets a gradient of almost 0: after four rounds the root hardly remembers where it began.",
  },
  {
    id: "neuron",
    name: "A neuron of @outgrad/nn",
    code: `import { value } from "@outgrad/engine";
import { Neuron } from "@outgrad/nn";

const neuron = new Neuron(3, { activation: "tanh", seed: 7 });
const inputs = [value(2, "x0"), value(-1, "x1"), value(0.5, "x2")];

const out = neuron.forward(inputs);
out.label = "out";
out.backward();

console.log(String(neuron));
for (const p of neuron.parameters()) console.log(p.label, p.data, "gradient", p.grad);
`,
    lesson:
      "A neuron is a sum of products and one bend: every weight's gradient is its input times 1 − out².",
  },
  {
    id: "mlp",
    name: "The loss of a small network on 4 samples",
    code: `import { value } from "@outgrad/engine";
import { mse } from "@outgrad/losses";
import { MLP } from "@outgrad/nn";

// The four samples of the lecture, and a network of 3 inputs, two layers of 4, and one output.
const xs = [[2, 3, -1], [3, -1, 0.5], [0.5, 1, 1], [1, 1, -1]];
const ys = [1, -1, -1, 1];
const net = new MLP(3, [4, 4, 1], { activation: "tanh", seed: 1 });

const outs = xs.map((x) => net.forward(x)[0]);
const loss = mse(outs, ys);
loss.label = "loss";
loss.backward();

console.log(net.parameters().length, "parameters, loss", loss.data);
`,
    lesson:
      "Hundreds of values for 41 parameters and four samples: training does this walk for every update.",
  },
  {
    id: "large",
    name: "5,000 values: a pendulum, step by step",
    code: `import { value } from "@outgrad/engine";

// A pendulum in 714 small steps of time. How does the last angle depend on length and start?
const length = value(1.2, "length");
const start = value(0.5, "start");
const g = 9.81;
const dt = 0.005;

let angle = start;
let speed = value(0, "push");
for (let step = 0; step < 714; step++) {
  const pull = angle.sin().mul(-g).div(length);
  speed = speed.add(pull.mul(dt));
  angle = angle.add(speed.mul(dt));
}
angle.label = "last angle";
angle.backward();

console.log("last angle", angle.data);
console.log("it changes with the length by", length.grad, "and with the start by", start.grad);
`,
    lesson: "Backward through a simulation: one walk over thousands of values gives all three slopes.",
  },
] as const satisfies readonly Program[];
