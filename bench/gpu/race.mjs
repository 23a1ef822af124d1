// Runs alone in a process, on one driver: everybody's products of one size, checked, then timed in turn, round after round.
import { parseArgs } from "node:util";
import { gpuContestants } from "../gpu-contestants.mjs";
import { adapterName, onCpu } from "./navigator.mjs";

const { values } = parseArgs({
  options: { n: { type: "string" }, rounds: { type: "string" }, budget: { type: "string" } },
});
const [n, rounds, budget] = [Number(values.n), Number(values.rounds), Number(values.budget)];

/** Microseconds: of all threads where the driver is a program on the CPU, else of the clock. */
function now() {
  const { user, system } = process.cpuUsage();
  return onCpu ? user + system : performance.now() * 1000;
}

async function timed(task) {
  const before = now();
  await task();
  return now() - before;
}

function matrix(seed) {
  let state = seed;
  return Float32Array.from({ length: n * n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const [a, b] = [matrix(1), matrix(2)];

/** A hundred rows of the product in doubles, spread over the matrix. */
const exact = new Map(
  Array.from({ length: Math.min(n, 100) }, (_, r) => {
    const i = Math.floor((r * n) / Math.min(n, 100));
    const row = new Float64Array(n);
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) row[j] += a[i * n + k] * b[k * n + j];
    return [i, row];
  }),
);

/** How far a product is off, in relation to its norm. */
function difference(found) {
  let [off, norm] = [0, 0];
  for (const [i, row] of exact) {
    for (let j = 0; j < n; j++) {
      off += ((Array.isArray(found) ? found[i][j] : found[i * n + j]) - row[j]) ** 2;
      norm += row[j] ** 2;
    }
  }
  return Math.sqrt(off / norm);
}

const log = (line) => process.stderr.write(`${line}\n`);
const results = [];
for (const { name, module } of gpuContestants) {
  const result = { name };
  results.push(result);
  try {
    if (!adapterName) throw new Error("there is no adapter");
    const contestant = await (await import(`./${module}.mjs`)).make(n, a, b);
    result.difference = difference(await contestant.read());
    if (!(result.difference <= 1e-6 * Math.sqrt(n)))
      throw new Error(`wrong product: off by ${result.difference}`);
    await contestant.multiply(1);
    const each = await timed(() => contestant.multiply(2));
    result.times = Math.max(1, Math.round((2 * budget) / each));
    await contestant.upload();
    Object.assign(result, { microseconds: [], upload: [], readback: [], contestant });
  } catch (error) {
    result.failed = error.message.split("\n")[0];
  }
  log(`gpu-${n}: ${name} ${result.failed ?? "is warm"}`);
}
const alive = results.filter(({ failed }) => !failed);
for (let round = 0; alive.length > 0 && round < rounds; round++) {
  for (const { contestant, times, ...result } of alive) {
    result.microseconds.push((await timed(() => contestant.multiply(times))) / times);
    result.upload.push(await timed(() => contestant.upload()));
    result.readback.push(await timed(() => contestant.read()));
  }
  log(`gpu-${n}: round ${round + 1} of ${rounds}`);
}
process.stdout.write(
  JSON.stringify({ adapter: adapterName, onCpu, results: results.map(({ contestant: _, ...rest }) => rest) }),
  // Dawn's event loop would keep Node alive.
  () => process.exit(0),
);
