// Trains nets to read digits, from five seeds each.
import { parseArgs } from "node:util";
import { noGrad } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { AdamW, CosineAnnealingLR, fit } from "@outgrad/nn";
import { bar, interrupted } from "../lib/progress.mjs";
import { load } from "./data.mjs";
import { nets } from "./nets.mjs";

const { values } = parseArgs({
  options: {
    net: { type: "string" },
    seeds: { type: "string", default: "5" },
  },
});
const names = values.net ? [values.net] : Object.keys(nets);
for (const name of names) {
  if (!Object.hasOwn(nets, name))
    throw new RangeError(`--net is ${Object.keys(nets).join(" or ")}; got ${name}.`);
}
const seeds = Number(values.seeds);
if (!Number.isSafeInteger(seeds) || seeds < 1) throw new RangeError("--seeds is a whole number from 1 on.");
const batchSize = 32;

const { train, test } = load();
const signal = interrupted();
const percent = (share) => `${(100 * share).toFixed(2)} %`;

const accuracy = (net, { x, y }) => noGrad(() => net.forward(x).argmax(1).eq(y.to("float64")).mean().item());

for (const name of names) {
  const found = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const stream = random(seed);
    const { make, lr, epochs } = nets[name];
    const net = make(stream);
    const optimizer = new AdamW(net.parameters(), { lr });
    const shown = bar(`${name}, seed ${seed}`, ({ accuracy }) => `test ${percent(accuracy)}`);
    shown.start(epochs * Math.ceil(train.y.size / batchSize));
    const { why } = await fit({
      data: [train.x, train.y],
      loss: (x, y) => crossEntropy(net.forward(x), y),
      optimizer,
      model: net,
      epochs,
      batchSize,
      random: stream,
      schedule: new CosineAnnealingLR(optimizer, { tMax: epochs }),
      validate: () => ({ accuracy: accuracy(net, test) }),
      onStep: shown.onStep,
      onEpoch: shown.onEpoch,
      signal,
    });
    shown.stop();
    if (why === "cancelled") process.exit(130);
    found.push(accuracy(net.eval(), test));
    console.log(`${name}, seed ${seed}: ${percent(found.at(-1))} of ${test.y.size} digits right`);
  }
  const middle = found.toSorted((a, b) => a - b)[seeds >> 1];
  console.log(`${name}: median ${percent(middle)}\n`);
}
