import { beforeAll, describe, expect, it } from "vitest";
import { type Found, fuzz } from "../../tools/fuzz/fuzz.mjs";
import { findTargets } from "../../tools/fuzz/targets.mjs";
import { lineOf, replayOf } from "../../tools/fuzz/tell.mjs";

const seed = 1;
const cases = 1_000_000;
const names = [...findTargets().keys()];
let found: readonly Found[] = [];

beforeAll(async () => {
  found = await fuzz({ seed, cases });
  for (const result of found) console.log(lineOf(result));
}, 20 * 60_000);

describe.each(names)("%s", (name) => {
  it("reads or refuses every damaged input: no crash, no hang, no memory out of proportion, nothing changed", () => {
    const { read, refused, failures } = found.find((each) => each.name === name) as Found;
    const told = failures.map((failure) => `${failure.wrong}\n${replayOf(failure, seed)}`);
    expect(told).toEqual([]);
    // Damage leaves some inputs readable: so far in are the readers reached.
    expect(read).toBeGreaterThan(0);
    expect(read + refused).toBeGreaterThan(1000);
  });
});

it("a million inputs have been tried", () => {
  const tried = found.reduce((sum, { read, refused }) => sum + read + refused, 0);
  expect(tried).toBeGreaterThanOrEqual(cases);
});
