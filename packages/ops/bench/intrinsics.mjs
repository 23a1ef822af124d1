// Time of each intrinsic as a multiple of the engine's own Math function, over ranges that programs use.
// Rounds are interleaved, and the median ratio is printed: node bench/intrinsics.mjs, after a build.
import * as exported from "../dist/intrinsics.js";

const intrinsics = { ...exported };

const ranges = {
  exp: [-10, 10],
  expm1: [-2, 2],
  log: [0.01, 100],
  log1p: [-0.9, 10],
  sin: [-10, 10],
  cos: [-10, 10],
  tan: [-10, 10],
  sinh: [-5, 5],
  cosh: [-5, 5],
  tanh: [-4, 4],
  pow: [0.01, 10],
  exp2: [-10, 10],
  log2: [0.01, 100],
  log10: [0.01, 100],
  asin: [-1, 1],
  acos: [-1, 1],
  atan: [-5, 5],
  atan2: [-5, 5],
  asinh: [-5, 5],
  acosh: [1, 10],
  atanh: [-1, 1],
  cbrt: [-10, 10],
  erf: [-3, 3],
  erfc: [-3, 8],
  ndtr: [-5, 3],
  normpdf: [-3, 3],
};

/** Stand-ins for what ECMAScript lacks. */
const standIns = {
  exp2: (x) => 2 ** x,
  erf: (x) => Math.exp(-x * x),
  erfc: (x) => Math.exp(-x * x),
  ndtr: (x) => Math.exp(-x * x),
  normpdf: (x) => Math.exp(-x * x),
};

const size = 4096;
const rounds = 41;
const only = process.argv.slice(2);

/** Sums f over the points; a function of its own for each f, so that both are compiled as in a program's hot loop. */
function loop(f) {
  const body = f.length === 2 ? "s += f(x[i], y[i])" : "s += f(x[i])";
  // The name makes the text unique: the same text would share its type feedback with every other function.
  const name = `/* ${f === Math[f.name] ? "Math." : ""}${f.name} */`;
  const text = `let s = 0; for (let i = 0; i < x.length; i++) ${body}; return s;`;
  return new Function("f", `${name} return (x, y) => { ${text} }`)(f);
}

function seconds(run, x, y) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < 20; i++) run(x, y);
  return Number(process.hrtime.bigint() - start);
}

for (const [name, [low, high]] of Object.entries(ranges)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const x = Float64Array.from({ length: size }, () => low + (high - low) * Math.random());
  const y = Float64Array.from({ length: size }, () => 6 * Math.random() - 3);
  const ours = loop(intrinsics[name]);
  const theirs = loop(Math[name] ?? standIns[name]);
  const ratios = [];
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const a = seconds(ours, x, y);
    const b = seconds(theirs, x, y);
    ratios.push(a / b);
    best = Math.min(best, a / (20 * size));
  }
  ratios.sort((p, q) => p - q);
  console.log(
    `${name.padEnd(6)} ${ratios[rounds >> 1].toFixed(2)} x ${Math[name] ? `Math.${name}` : "its stand-in"}, ${best.toFixed(1)} ns a call`,
  );
}
