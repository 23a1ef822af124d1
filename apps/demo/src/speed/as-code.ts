import type { Config } from "./config.ts";
import type { ProgramName } from "./programs.ts";

/** A TypeScript program that races the same paths on the same program. */
export function asCode({ program, size }: Config): string {
  const { imports, body } = texts[program](size);
  return `${imports.map((line) => `${line}\n`).join("")}import { compile, Value } from "@outgrad/engine";
import { Value as Micro } from "@outgrad/engine/micro";${program === "moons" || program === "fit" ? '\nimport { random } from "@outgrad/engine/random";' : ""}

${body}
/** A graph built anew at every step. */
function byRun(leaf: (x: number) => Value) {
  const leaves = start.map(leaf);
  return () => {
    const root = loss(leaves);
    for (const p of leaves) p.grad = 0;
    root.backward();
    for (const p of leaves) p.data -= rate * p.grad;
    return root.data;
  };
}

/** A graph recorded once. */
function compiled(target: "replay" | "vector" | "wasm") {
  const leaves = start.map((x) => new Value(x));
  const update = { formula: "p - rate * g", numbers: { rate } };
  const recorded = compile(() => loss(leaves), { target, update });
  return () => recorded.step();
}

const paths = {
  micro: byRun((x) => new Micro(x) as unknown as Value),
  eager: byRun((x) => new Value(x)),
  replay: compiled("replay"),
  vector: compiled("vector"),
  wasm: compiled("wasm"),
};

// The same numbers, whatever computes them.
for (const [name, step] of Object.entries(paths)) {
  console.log(name, Array.from({ length: 5 }, step));
}

// All in turn, round after round: what disturbs the machine disturbs all.
const times = Object.entries(paths).map(([name, step]) => ({ name, step, turns: 1, rounds: [] as number[] }));
const timeOf = (step: () => number, turns: number) => {
  const from = performance.now();
  for (let turn = 0; turn < turns; turn++) step();
  return performance.now() - from;
};
for (const each of times) while (timeOf(each.step, each.turns) < 20) each.turns *= 2;
for (let round = 0; round < 15; round++) {
  for (const { step, turns, rounds } of times) rounds.push(timeOf(step, turns) / turns);
}
const eager = times.find(({ name }) => name === "eager")?.rounds ?? [];
for (const { name, rounds } of times) {
  const ratios = rounds.map((time, i) => (eager[i] ?? 0) / time).sort((a, b) => a - b);
  console.log(\`\${name}: \${ratios[7]?.toPrecision(2)} steps in the time of one of eager\`);
}
`;
}

interface Text {
  readonly imports: readonly string[];
  readonly body: string;
}

const texts: Readonly<Record<ProgramName, (size: number) => Text>> = {
  moons: (size) => ({
    imports: ['import { moons } from "@outgrad/datasets";'],
    body: `// A net of 2 - 16 - 16 - 1 on ${size === 1 ? "one sample" : `${size} samples`} of two moons.
const { points, labels } = moons({ n: 100, noise: 0.1, seed: 1 });
const widths = [2, 16, 16, 1];
const stream = random(1);
const start = widths.slice(1).flatMap((outputs, l) => {
  const bound = 1 / Math.sqrt(widths[l]!);
  return Array.from({ length: outputs * (widths[l]! + 1) }, () => stream.uniform(-bound, bound));
});
const rate = 0.01;

function loss(leaves: readonly Value[]): Value {
  let used = 0;
  const layers = widths.slice(1).map((outputs, l) =>
    Array.from({ length: outputs }, () => {
      used += widths[l]! + 1;
      return { weights: leaves.slice(used - widths[l]! - 1, used - 1), bias: leaves[used - 1]! };
    }),
  );
  const losses = Array.from({ length: ${size} }, (_, i) => {
    const sample = (i * 37) % points.length;
    let x: readonly (Value | number)[] = points[sample]!;
    layers.forEach((layer, l) => {
      x = layer.map(({ weights, bias }) => {
        const total = weights.reduce((so, weight, k) => so.add(weight.mul(x[k]!)), bias);
        return l < 2 ? total.relu() : total;
      });
    });
    const score = x[0] as Value;
    return score.mul(labels[sample] === 1 ? -1 : 1).add(1).relu();
  });
  return losses.reduce((total, one) => total.add(one)).mul(1 / ${size});
}
`,
  }),
  fit: (size) => ({
    imports: [],
    body: `// A sine fitted to ${size} points of a parabola with noise.
const stream = random(2);
const xs = Array.from({ length: ${size} }, (_, i) => (6 * (i + 0.5)) / ${size});
const ys = xs.map((x) => 0.4 * x * (6 - x) - 1 + 0.1 * stream.normal());
const start = [1, 0.8, -0.5, 0];
const rate = 0.01;

function loss([a, b, c, d]: readonly Value[]): Value {
  const errors = xs.map((x, i) => b!.mul(x).add(c!).sin().mul(a!).add(d!).sub(ys[i]!).square());
  return errors.reduce((total, one) => total.add(one)).mul(1 / ${size});
}
`,
  }),
  arm: (size) => ({
    imports: [],
    body: `// An arm of ${size} joints whose hand should be at (0.3, 0.6).
const start = Array.from({ length: ${size} }, (_, i) => (i % 2 === 0 ? 0.3 : -0.1) / ${size});
const rate = 0.1 / ${size};

function loss(joints: readonly Value[]): Value {
  let angle = joints[0]!;
  let [x, y] = [angle.cos(), angle.sin()];
  for (const joint of joints.slice(1)) {
    angle = angle.add(joint);
    x = x.add(angle.cos());
    y = y.add(angle.sin());
  }
  return x.mul(1 / ${size}).sub(0.3).square().add(y.mul(1 / ${size}).sub(0.6).square());
}
`,
  }),
  readme: () => ({
    imports: [],
    body: `// The expression with which micrograd introduces itself.
const start = [-4, 2];
const rate = 1e-7;

function loss([a, b]: readonly Value[]): Value {
  let c = a!.add(b!);
  let d = a!.mul(b!).add(b!.pow(3));
  c = c.add(c.add(1));
  c = c.add(c.add(1).sub(a!));
  d = d.add(d.mul(2).add(b!.add(a!).relu()));
  d = d.add(d.mul(3).add(b!.sub(a!).relu()));
  const f = c.sub(d).square();
  return f.div(2).add(f.pow(-1).mul(10));
}
`,
  }),
};
