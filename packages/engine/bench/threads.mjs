// Products a b in one thread and in several, in turns: how many times faster several are by the clock. Prints the median
// of all pairs and the range of the middle eight of ten: other programs on the machine take cores away, so a pair that
// begins while any is running is left out (on Linux, where that can be known).
// Run: npm run build, then node packages/engine/bench/threads.mjs [threads [sizes, as 256 or 64x128x784]].
import { readFileSync } from "node:fs";
import { WasmGemm } from "../dist/kernels/gemm/wasm.js";
import { gemm } from "../dist/kernels/gemm.js";
import { Heap } from "../dist/kernels/heap.js";
import { SharedGemm } from "../dist/threads/shared-gemm.js";
import { setNumThreads } from "../dist/threads.js";

const [count = "2", ...sizes] = process.argv.slice(2);
if (sizes.length === 0) sizes.push("64", "96", "128", "256", "512", "1024");
const wanted = 300;
const mostMilliseconds = 20_000;
const pairTerms = 2e6;

// So that it shows, too, where threads do not pay.
SharedGemm.prototype.wants = () => true;
const inUse = await setNumThreads(Number(count));
if (inUse.why !== null) throw new Error(inUse.why);
const alone = new WasmGemm(Heap.create());

const isQuiet = () => {
  try {
    return Number(/procs_running (\d+)/.exec(readFileSync("/proc/stat", "utf8"))[1]) === 1;
  } catch {
    return true;
  }
};
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const quantile = (sorted, p) => sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN;
const random = (rows, columns, type) => ({
  data: type.from({ length: rows * columns }, () => Math.random() - 0.5),
  offset: 0,
  rowStride: columns,
  columnStride: 1,
});
const time = (run, times) => {
  const start = performance.now();
  for (let i = 0; i < times; i++) run();
  return (performance.now() - start) / times;
};

console.log(`Node ${process.version}, ${count} threads: times faster than one, milliseconds of one`);
for (const type of [Float32Array, Float64Array]) {
  for (const size of sizes) {
    const [m, n = m, k = n] = size.split("x").map(Number);
    const [a, b, out] = [random(m, k, type), random(k, n, type), random(m, n, type)];
    const one = () => alone.multiply(m, n, k, a, b, out, false);
    const several = () => gemm(m, n, k, a, b, out);
    const times = Math.max(1, Math.round(pairTerms / (m * n * k)));
    const pairs = [];
    for (const end = Date.now() + mostMilliseconds; pairs.length < wanted && Date.now() < end; ) {
      if (!isQuiet()) {
        Atomics.wait(sleeper, 0, 0, 5);
        continue;
      }
      several();
      pairs.push({ one: time(one, times), several: time(several, times) });
    }
    const warm = pairs.slice(Math.min(20, pairs.length >> 1));
    const ratios = warm.map(({ one, several }) => one / several).sort((x, y) => x - y);
    const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => quantile(ratios, p).toFixed(2));
    const best = Math.min(...warm.map(({ one }) => one)).toFixed(3);
    const name = `${type === Float32Array ? "float32" : "float64"} ${size}`;
    console.log(`${name.padEnd(20)} ${middle} (${low} to ${high})  ${best} ms  ${warm.length} pairs`);
  }
}
