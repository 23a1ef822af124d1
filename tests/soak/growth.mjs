// Runs one mode for long, and prints how much more the process holds after it. Needs --expose-gc.
//   node --expose-gc tests/soak/growth.mjs <mode> [steps]
import { settledMemory, watchMemories } from "./memory.mjs";
import { slopeOf } from "./slope.mjs";

const [name, given] = process.argv.slice(2);
watchMemories();
const { leaking, modes } = await import("./modes.mjs");
const known = { ...modes, ...leaking };
if (!Object.hasOwn(known, name))
  throw new Error(`There is no mode ${name}; there are ${Object.keys(known).join(", ")}.`);
const { make, steps: usual } = known[name];
const steps = Number(given ?? usual);
const step = await make();

/** Samples after the first quarter, in which everything is compiled and every pool filled. */
const samples = 16;
const start = performance.now();
const run = (count) => {
  for (let i = 0; i < count; i++) step();
};
run(Math.floor(steps / 4));
const each = Math.floor((steps * 3) / 4 / samples);
const seen = [await settledMemory()];
for (let i = 0; i < samples; i++) {
  run(each);
  seen.push(await settledMemory());
}
const places = seen.map((_, i) => i * each);
/** Bytes that a line through what was seen grows by from the first step to the last. */
const grown = (kind) =>
  steps *
  slopeOf(
    places,
    seen.map((memory) => memory[kind]),
  );
const growth = Object.fromEntries(Object.keys(seen[0]).map((kind) => [kind, Math.round(grown(kind))]));
console.log(
  JSON.stringify({ name, steps, growth, seconds: Math.round((performance.now() - start) / 100) / 10 }),
);
process.exit(0);
