// Damaged inputs for everything that reads what strangers wrote; without words as many as `npm run test:long` tries.
//   node tools/fuzz/run.mjs [--seed 1] [--cases 1000000] [target [case]]
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.mjs";
import { lineOf, replayOf } from "./tell.mjs";

const { values, positionals } = parseArgs({
  options: { seed: { type: "string", default: "1" }, cases: { type: "string", default: "1000000" } },
  allowPositionals: true,
});
const [only, index] = positionals;
const { seed } = values;
const found = await fuzz({
  seed: Number(seed),
  cases: index === undefined ? Number(values.cases) : 1,
  ...(only && { only }),
  ...(index && { from: Number(index) }),
});
for (const result of found) console.log(lineOf(result));
const failures = found.flatMap((result) => result.failures);
for (const failure of failures) {
  console.log(`\n${failure.name} ${failure.index}: ${failure.wrong}\n${replayOf(failure, seed)}`);
  if (index !== undefined) console.log(`the input, base64: ${failure.input}`);
}
process.exit(failures.length > 0 ? 1 : 0);
