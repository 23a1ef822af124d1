// Square products a b, a bᵀ and aᵀ b in float32 and float64: gemm of this package beside OpenBLAS through numpy on one
// thread, in interleaved rounds. Prints the GFLOP/s of gemm (the quickest of 15 rounds in CPU time) and its fraction of OpenBLAS's.
// Run: npm run build, then node packages/engine/bench/gemm.mjs [sizes]. Needs a python3 with numpy.
import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { relaxedSimd } from "@outgrad/ops/wasm";
import { gemm } from "../dist/kernels/gemm.js";

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(16, 32, 64, 100, 128, 256, 512, 1024);
const types = { float32: Float32Array, float64: Float64Array };
const layouts = ["NN", "NT", "TN"];
const rounds = 15;
const windowSeconds = 0.016;

const python = ["python3", "/usr/bin/python3"].find((command) => {
  try {
    execFileSync(command, ["-c", "import numpy"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
if (!python) throw new Error("there is no python3 with numpy here");
const peer = spawn(python, [fileURLToPath(new URL("gemm.py", import.meta.url))], {
  stdio: ["pipe", "pipe", "inherit"],
});
const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
async function blas(...request) {
  peer.stdin.write(`${request.join(" ")}\n`);
  return Number((await answers.next()).value);
}

function ours(type, layout, n) {
  const numbers = () => Float64Array.from({ length: n * n }, () => Math.random());
  const matrix = (transposed) => ({
    data: new types[type](numbers()),
    offset: 0,
    rowStride: transposed ? 1 : n,
    columnStride: transposed ? n : 1,
  });
  const [a, b, out] = [matrix(layout[0] === "T"), matrix(layout[1] === "T"), matrix(false)];
  return (count) => {
    const start = process.cpuUsage();
    for (let i = 0; i < count; i++) gemm(n, n, n, a, b, out);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}

const cases = Object.keys(types).flatMap((type) =>
  layouts.flatMap((layout) => sizes.map((n) => ({ type, layout, n, run: ours(type, layout, n) }))),
);
for (const each of cases) {
  const warm = Math.ceil(Math.min(5000, 2e8 / each.n ** 3));
  each.run(warm);
  each.count = Math.max(1, Math.round((windowSeconds / each.run(warm)) * warm));
  each.mine = Number.POSITIVE_INFINITY;
  each.theirs = Number.POSITIVE_INFINITY;
}
for (let round = 0; round < rounds; round++) {
  for (const each of cases) {
    each.mine = Math.min(each.mine, each.run(each.count));
    each.theirs = Math.min(each.theirs, await blas(each.type, each.layout, each.n, each.count));
  }
}
peer.stdin.end();

const cell = (text) => text.padStart(12);
const fma = relaxedSimd() ? "with" : "without";
console.log(`Node ${process.version}, float32 ${fma} fused multiply-add: GFLOP/s, fraction of OpenBLAS`);
for (const type of Object.keys(types)) {
  console.log(`${type}   n =${sizes.map((n) => cell(String(n))).join("")}`);
  for (const layout of layouts) {
    const row = cases.filter((each) => each.type === type && each.layout === layout);
    const cells = row.map(({ n, count, mine, theirs }) =>
      cell(`${((2 * n ** 3 * count) / mine / 1e9).toFixed(1)} ${(theirs / mine).toFixed(2)}`),
    );
    console.log(`  ${layout}          ${cells.join("")}`);
  }
}
