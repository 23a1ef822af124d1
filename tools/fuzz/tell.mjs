// What a run of the fuzzer found, in words.

const thousands = (count) => count.toLocaleString("en-US");

/** One target in a line. */
export const lineOf = ({ name, read, refused, slowest, slow, hungriest, failures }) =>
  [
    name.padEnd(14),
    `${thousands(read + refused).padStart(9)} inputs`,
    `${thousands(read).padStart(9)} read`,
    `${thousands(refused).padStart(9)} refused`,
    `slowest ${slowest.toFixed(1).padStart(5)} ms (${slow})`,
    `hungriest ${thousands(Math.round(hungriest / 1000)).padStart(6)} KB`,
    `${failures.length} wrong`,
  ].join("  ");

/** How to try this one again. */
export const replayOf = ({ name, index }, seed) =>
  `again: node tools/fuzz/run.mjs --seed ${seed} ${name} ${index}`;
