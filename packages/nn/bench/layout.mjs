// Lays out a tree of 60 nodes (docs/guide/minimize.md): time per gradient by each target of compile and without it, and the
// minima of `minimize` beside those of scipy's L-BFGS-B, if there is a python3 with scipy.
//   node bench/layout.mjs     (needs the packages to be built)
//
// Gradients are timed in turns of each kind; CPU time, medians of the turns.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compile, reciprocal, sum, valueAndGrad } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { minimize } from "@outgrad/nn";

const rounds = 15;
const softnesses = [30, 1, 0.01];

const nodes = Array.from({ length: 60 }, (_, i) => i);
const links = nodes.slice(1).map((i) => [i, (i - 1) >> 1]);
const pairs = nodes.flatMap((i) => nodes.slice(0, i).map((j) => [i, j]));

function energy(at, softness) {
  const squaredDistance = ([i, j]) =>
    at[2 * i]
      .sub(at[2 * j])
      .square()
      .add(at[2 * i + 1].sub(at[2 * j + 1]).square());
  const pulls = links.map(squaredDistance);
  const pushes = pairs.map((pair) => reciprocal(squaredDistance(pair).add(softness)));
  return sum(pulls).add(sum(pushes));
}

const dice = random(4);
const start = Float64Array.from({ length: 120 }, () => dice.normal());
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const targets = ["replay", "vector", "wasm"];
const programs = targets.map((target) => compile(energy, { target }));
const kinds = [
  { name: "eager", turns: 3, run: () => valueAndGrad(energy)(Array.from(start), 1) },
  ...programs.map((program, i) => ({
    name: targets[i],
    turns: 30,
    run: () => program.valueAndGradient(start, 1),
  })),
];
const times = kinds.map(() => []);
for (let round = 0; round <= rounds; round++) {
  kinds.forEach(({ run, turns }, i) => {
    const begin = process.cpuUsage();
    for (let k = 0; k < turns; k++) run();
    const { user, system } = process.cpuUsage(begin);
    if (round > 0) times[i].push((user + system) / turns);
  });
}
const eager = median(times[0]);
kinds.forEach(({ name }, i) => {
  const time = median(times[i]);
  const { nodes, steps } = programs[i - 1]?.choice ?? {};
  const folded = nodes ? `, ${nodes} nodes in ${steps} steps` : "";
  console.log(`${name}: ${time.toFixed(0)} µs a gradient, ${(eager / time).toFixed(1)} x eager${folded}`);
});

const compiled = compile(energy);
let at = start;
for (const softness of softnesses) {
  const begin = process.cpuUsage().user;
  const found = minimize((x) => compiled.valueAndGradient(x, softness), at);
  const ms = (process.cpuUsage().user - begin) / 1000;
  at = found.x;
  const { value, evaluations, why } = found;
  console.log(
    `softness ${softness}: ${value.toFixed(6)} after ${evaluations} evaluations (${why}), ${ms.toFixed(0)} ms`,
  );
}

const script = join(import.meta.dirname, "layout.py");
const input = JSON.stringify({ start: [...start], softnesses });
const answer = ["python3", "/usr/bin/python3"]
  .map((python) => spawnSync(python, [script], { input, encoding: "utf8" }))
  .find(({ status }) => status === 0);
if (answer === undefined) {
  console.log("scipy: there is no python3 with scipy here");
} else {
  const { version, rows } = JSON.parse(answer.stdout);
  rows.forEach(({ value, evaluations, ms }, i) => {
    console.log(
      `scipy ${version}, softness ${softnesses[i]}: ${value.toFixed(6)} after ${evaluations} evaluations, ${ms.toFixed(0)} ms`,
    );
  });
}
