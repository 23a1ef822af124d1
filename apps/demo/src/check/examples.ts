import tanhNeuron from "./inside/function.ts?raw";

/** A function that shows something about checks. */
export interface Example {
  readonly name: string;
  readonly code: string;
}

const imports = `import { type Value } from "@outgrad/engine";`;

/** In the order in which they are offered; the first is what a fresh page shows. */
export const examples = {
  neuron: { name: "A neuron, its gradient by hand", code: tanhNeuron },
  right: {
    name: "A product, worked out right",
    code: `${imports}

export function f(a: Value, b: Value) {
  return a.mul(a).mul(b);
}

export const gradient = (a: number, b: number) => [2 * a * b, a * a];
`,
  },
  kink: {
    name: "A kink: |x − 1| + relu(y)",
    code: `${imports}

export function f(x: Value, y: Value) {
  return x.sub(1).abs().add(y.relu());
}
`,
  },
  hidden: {
    name: "Right almost everywhere",
    code: `${imports}

export function f(x: Value) {
  return x.mul(x);
}

// Only the search for the worst input finds where this goes wrong.
export const gradient = (x: number) => [x > 2.5 ? 2 * x + 0.1 : 2 * x];
`,
  },
  numbers: {
    name: "A function of plain numbers",
    code: `import { exp, log } from "@outgrad/ops/intrinsics";

// log(1 + exp(x)) loses its digits where x is very negative.
export const f = (x: number) => log(1 + exp(x));
export const gradient = (x: number) => [1 / (1 + exp(-x))];
export const range = [[-40, 5]];
`,
  },
  branch: {
    name: "A loop: Newton's square root",
    code: `import { type Value, value } from "@outgrad/engine";

export function f(x: Value) {
  let root: Value = value(1);
  for (let step = 0; step < 6; step++) root = root.add(x.div(root)).div(2);
  return root;
}
export const range = [[0.1, 9]];
`,
  },
} as const satisfies Record<string, Example>;

export type ExampleName = keyof typeof examples;
