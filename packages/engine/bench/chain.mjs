// The time of a chain of 1e6 nodes, forward and backward, relative to one of 1e5. Linear would be 10.
// Run: node packages/engine/bench/chain.mjs
import { arena, value } from "@outgrad/engine";

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const chain = (nodes) => {
  const x = value(1.0000001);
  let y = x;
  for (let i = 0; i < nodes; i++) y = y.mul(x);
  y.backward();
  return x.grad;
};
for (const [name, around] of Object.entries({ eager: (body) => body(), arena })) {
  const ratios = [];
  const million = [];
  for (let round = 0; round < 15; round++) {
    let before = cpu();
    for (let i = 0; i < 5; i++) around(() => chain(1e5));
    const short = (cpu() - before) / 5;
    before = cpu();
    around(() => chain(1e6));
    const long = cpu() - before;
    if (round < 4) continue;
    ratios.push(long / short);
    million.push(long / 1e6);
  }
  const nanoseconds = median(million) * 1000;
  console.log(
    `${name}: time(1e6) / time(1e5) = ${median(ratios).toFixed(1)}, ${nanoseconds.toFixed(0)} ns a node`,
  );
}
