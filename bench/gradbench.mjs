// GradBench's small scalar problems, from their papers: log-sum-exp, a Gaussian mixture, bundle adjustment. outgrad's
// derivatives are compared with formulas derived by hand and with complex steps in Python, its time with the former's.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { arena, compile, Value } from "../packages/engine/dist/node/index.js";
import * as ba from "./gradbench/ba.mjs";
import { instances } from "./gradbench/data.mjs";
import * as gmm from "./gradbench/gmm.mjs";
import * as lse from "./gradbench/lse.mjs";
import { fresh } from "./lib/child.mjs";
import { cpu } from "./lib/modes.mjs";
import { median } from "./lib/record.mjs";
import { pythonWith } from "./lib/tools.mjs";

const problems = { lse, gmm, ba };
const leaf = (x) => new Value(x);

/** Value, then gradient, of an objective over Values. */
function eager({ parameters, objective }) {
  return () => {
    const leaves = parameters.map(leaf);
    const result = objective(leaves);
    result.backward();
    const out = new Float64Array(1 + leaves.length);
    out[0] = result.data;
    for (let i = 0; i < leaves.length; i++) out[i + 1] = leaves[i].grad;
    return out;
  };
}

function compiled({ parameters, objective }, target) {
  const f = compile(objective, { target });
  const numbers = Float64Array.from(parameters);
  return () => {
    const [value, gradient] = f.valueAndGradient(numbers);
    const out = new Float64Array(1 + gradient.length);
    out[0] = value;
    out.set(gradient, 1);
    return out;
  };
}

/** Every residual of bundle adjustment, each followed by its 15 derivatives. */
function compiledJacobian({ numbers, all, sum }, target) {
  const [residuals, total] = [compile(all, { target }), compile(sum, { target })];
  return () => {
    const gradient = total.gradient(numbers);
    const out = new Float64Array((16 * gradient.length) / 15);
    residuals.value(numbers).forEach((residual, row) => {
      out[16 * row] = residual;
      out.set(gradient.subarray(15 * row, 15 * (row + 1)), 16 * row + 1);
    });
    return out;
  };
}

/** The ways to solve a problem: each gives a function that returns every value and derivative. */
const ways = {
  "by hand": (name, data) => problems[name].byHand(data),
  Value: (name, data) => (name === "ba" ? ba.overValues(data, leaf) : eager(problems[name].overValues(data))),
  arena: (name, data) => {
    const solve = ways.Value(name, data);
    return () => arena(solve);
  },
  ...Object.fromEntries(
    ["replay", "vector", "wasm"].map((target) => [
      target,
      (name, data) =>
        name === "ba"
          ? compiledJacobian(ba.asOneProgram(data), target)
          : compiled(problems[name].overValues(data), target),
    ]),
  ),
};

/** In a fresh process: CPU microseconds of one solution, and its numbers. */
function solve(name, way) {
  const run = ways[way](name, instances[name]());
  const answer = Array.from(run());
  const times = [];
  for (const end = cpu() + 1e6; cpu() < end; ) {
    const start = cpu();
    let count = 0;
    while (cpu() - start < 20_000) {
      run();
      count++;
    }
    times.push((cpu() - start) / count);
  }
  return { answer, microseconds: median(times.slice(times.length >> 1)) };
}

function oracle(name) {
  const python = pythonWith();
  if (!python) return undefined;
  const script = fileURLToPath(new URL("gradbench/oracle.py", import.meta.url));
  const input = JSON.stringify({ problem: name, data: instances[name]() });
  const { status, stdout } = spawnSync(python, ["-B", script], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

/** The largest difference in relation to the largest derivative of the problem. */
function difference(answer, expected) {
  const scale = expected.slice(1).reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  return answer.slice(1).reduce((top, x, i) => Math.max(top, Math.abs(x - expected[i + 1]) / scale), 0);
}

const file = fileURLToPath(import.meta.url);

/** For each problem and way: time, ratio to the formulas by hand, difference from the complex steps. */
export function measureGradbench({ rounds = 3 } = {}) {
  return Object.keys(problems).map((name) => {
    const expected = oracle(name);
    const runs = Array.from({ length: rounds }, () =>
      Object.keys(ways).map((way) => fresh(file, [name, way])),
    );
    const results = Object.keys(ways).map((way, i) => {
      const { failed, answer } = runs[0][i];
      if (failed) return { way, failed };
      const all = runs.map((round) => round[i].microseconds);
      return {
        way,
        microseconds: median(all),
        ratio: median(all.map((t, r) => t / runs[r][0].microseconds)),
        ...(expected && { difference: difference(answer, expected) }),
      };
    });
    return {
      name,
      derivatives: runs[0].find((run) => run.answer)?.answer.length - 1,
      oracle: Boolean(expected),
      results,
    };
  });
}

if (process.argv[1] === file) console.log(JSON.stringify(solve(process.argv[2], process.argv[3])));
