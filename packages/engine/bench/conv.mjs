// Ops of neural networks in float32 beside PyTorch on one thread: the training step of a conv net (8 and 16 3x3 filters,
// max pools, a dense layer, 28x28 images), its layers forward and backward, norms, embedding, attention. Interleaved
// rounds of CPU time; prints the quickest of each and their ratio, above 1 where PyTorch is faster.
// Run: npm run build, then node packages/engine/bench/conv.mjs [part of a name]. Needs a python3 with torch.
import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import {
  batchNorm,
  conv2d,
  embedding,
  layerNorm,
  maxPool2d,
  oneHot,
  randn,
  scaledDotProductAttention,
} from "../dist/index.js";
import { random } from "../dist/random.js";

const wanted = process.argv[2] ?? "";
const rounds = 15;
const windowSeconds = 0.03;

const python = ["python3", "/usr/bin/python3"].find((command) => {
  try {
    execFileSync(command, ["-c", "import torch"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
if (!python) throw new Error("there is no python3 with torch here");
const peer = spawn(python, [fileURLToPath(new URL("conv.py", import.meta.url))], {
  stdio: ["pipe", "pipe", "inherit"],
});
const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
async function theirs(name, count) {
  peer.stdin.write(`${name} ${count}\n`);
  return Number((await answers.next()).value);
}

const numbers = random(1);
const leaf = (...shape) => randn(shape, numbers, { dtype: "float32", requiresGrad: true });
const constant = (...shape) => randn(shape, numbers, { dtype: "float32" });

/** Forward, and forward with backward, of a function of leaves. */
function both(name, f, ...inputs) {
  const cotangent = constant(...f(...inputs).shape);
  const constants = inputs.map((input) => input.detach());
  return {
    [`${name}.forward`]: () => f(...constants),
    [`${name}.both`]: () => {
      for (const input of inputs) input.zeroGrad();
      f(...inputs).backward(cotangent);
    },
  };
}

function net(images) {
  const sizes = [[8, 1, 3, 3], [8], [16, 8, 3, 3], [16], [10, 784], [10]];
  const parameters = sizes.map((shape) => leaf(...shape));
  for (const parameter of parameters) parameter.data = parameter.data.map((x) => 0.1 * x);
  const [w1, b1, w2, b2, w3, b3] = parameters;
  const x = constant(images, 1, 28, 28);
  const labels = Array.from({ length: images }, (_, i) => i % 10);
  const targets = oneHot(labels, 10, { dtype: "float32" });
  return () => {
    for (const parameter of parameters) parameter.zeroGrad();
    const first = maxPool2d(conv2d(x, w1, b1, { padding: 1 }).relu(), 2);
    const second = maxPool2d(conv2d(first, w2, b2, { padding: 1 }).relu(), 2);
    const logits = second.flatten(1).linear(w3, b3);
    logits
      .logSoftmax(1)
      .mul(targets)
      .sum()
      .mul(-1 / images)
      .backward();
    for (const { data, grad } of parameters) {
      const slopes = grad.data;
      for (let i = 0; i < data.length; i++) data[i] -= 0.01 * slopes[i];
    }
  };
}

const words = Array.from({ length: 4096 }, (_, i) => (i * 7919) % 1000);
const cases = {
  "net.1": net(1),
  "net.64": net(64),
  ...both(
    "conv1",
    (x, w, b) => conv2d(x, w, b, { padding: 1 }),
    leaf(64, 1, 28, 28),
    leaf(8, 1, 3, 3),
    leaf(8),
  ),
  ...both(
    "conv2",
    (x, w, b) => conv2d(x, w, b, { padding: 1 }),
    leaf(64, 8, 14, 14),
    leaf(16, 8, 3, 3),
    leaf(16),
  ),
  ...both("wide", (x, w) => conv2d(x, w, undefined, { padding: 1 }), leaf(8, 64, 28, 28), leaf(64, 64, 3, 3)),
  ...both(
    "stride2",
    (x, w) => conv2d(x, w, undefined, { padding: 1, stride: 2 }),
    leaf(8, 32, 28, 28),
    leaf(64, 32, 3, 3),
  ),
  ...both("1x1", (x, w) => conv2d(x, w), leaf(8, 64, 28, 28), leaf(64, 64, 1, 1)),
  ...both(
    "depthwise",
    (x, w) => conv2d(x, w, undefined, { padding: 1, groups: 64 }),
    leaf(8, 64, 28, 28),
    leaf(64, 1, 3, 3),
  ),
  ...both("pool", (x) => maxPool2d(x, 2), leaf(64, 8, 28, 28)),
  ...both(
    "layerNorm",
    (x, weight, bias) => layerNorm(x, [64], { weight, bias }),
    leaf(512, 64),
    leaf(64),
    leaf(64),
  ),
  ...both(
    "wideNorm",
    (x, weight, bias) => layerNorm(x, [768], { weight, bias }),
    leaf(512, 768),
    leaf(768),
    leaf(768),
  ),
  ...both(
    "batchNorm",
    (x, weight, bias) => batchNorm(x, { training: true, weight, bias }),
    leaf(32, 16, 14, 14),
    leaf(16),
    leaf(16),
  ),
  ...both("embedding", (weight) => embedding(words, weight), leaf(1000, 64)),
  ...both(
    "attention",
    (q, k, v) => scaledDotProductAttention(q, k, v, { isCausal: true }),
    leaf(8, 4, 64, 16),
    leaf(8, 4, 64, 16),
    leaf(8, 4, 64, 16),
  ),
  ...both(
    "long",
    (q, k, v) => scaledDotProductAttention(q, k, v),
    leaf(1, 8, 256, 64),
    leaf(1, 8, 256, 64),
    leaf(1, 8, 256, 64),
  ),
};

const runs = Object.entries(cases)
  .filter(([name]) => name.includes(wanted))
  .map(([name, step]) => ({ name, step, mine: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY }));
function ours({ step }, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) step();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
for (const each of runs) {
  ours(each, 20);
  each.count = Math.max(1, Math.round(windowSeconds / (ours(each, 5) / 5)));
  each.peerCount = Math.max(1, Math.round(windowSeconds / ((await theirs(each.name, 5)) / 5)));
}
for (let round = 0; round < rounds; round++) {
  for (const each of runs) {
    each.mine = Math.min(each.mine, ours(each, each.count) / each.count);
    each.peer = Math.min(each.peer, (await theirs(each.name, each.peerCount)) / each.peerCount);
  }
}
peer.stdin.end();

const microseconds = (seconds) => (seconds * 1e6).toFixed(1).padStart(10);
console.log(`${"".padEnd(20)}  outgrad us   torch us  ratio`);
for (const { name, mine, peer: other } of runs) {
  console.log(
    `${name.padEnd(20)}  ${microseconds(mine)} ${microseconds(other)} ${(mine / other).toFixed(2).padStart(6)}`,
  );
}
