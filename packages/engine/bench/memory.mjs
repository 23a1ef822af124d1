// What stays in memory: what one held result pins, and what 100,000 training steps leave behind, with 10,000
// detached losses held. Run: node --expose-gc packages/engine/bench/memory.mjs
import { arena, value } from "@outgrad/engine";

/** Bytes in use, after a full collection; array buffers are freed by a task of their own. */
async function inUse() {
  for (let i = 0; i < 4; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const chain = (start, nodes) => {
  let y = start;
  for (let i = 0; i < nodes; i++) y = y.mul(start);
  return y;
};

/** Bytes a node that held results pin, beyond those of the handles themselves. */
async function pinned(nodes) {
  const x = value(1.0000001);
  chain(x, nodes).backward();
  const held = [];
  const before = await inUse();
  for (let i = 0; i < 20; i++) {
    const loss = chain(x, nodes);
    loss.backward();
    held.push(loss);
  }
  return ((await inUse()) - before) / held.length / nodes;
}
for (const nodes of [100, 1_000, 10_000, 60_000, 600_000]) {
  console.log(
    `a held result of a graph of ${nodes} nodes pins ${(await pinned(nodes)).toFixed(1)} bytes a node`,
  );
}

const weights = Array.from({ length: 41 }, (_, i) => value(Math.sqrt(i) / 10 - 0.3));
const step = () => {
  let loss = value(0);
  for (let i = 0; i < 150; i++) loss = loss.add(weights[i % 41].mul(0.9).square());
  for (const weight of weights) weight.zeroGrad();
  loss.backward();
  for (const weight of weights) weight.data -= 1e-4 * weight.grad;
  return loss.detach();
};
for (const [name, around] of Object.entries({ eager: (body) => body(), arena })) {
  const losses = new Array(10_000).fill(undefined);
  for (let i = 0; i < 20_000; i++) losses[i % 10_000] = around(step);
  const before = await inUse();
  for (let i = 0; i < 100_000; i++) losses[i % 10_000] = around(step);
  const grown = (await inUse()) - before;
  if (losses.length !== 10_000) throw new Error("the losses were not held");
  console.log(
    `${name}: 100,000 steps of 450 nodes, 10,000 losses held, leave ${(grown / 1e6).toFixed(3)} MB`,
  );
}
