import { sum, value } from "@outgrad/engine";
import { expect, it } from "vitest";
import { engines } from "../test/engines.js";
import { trainingDigest, wantedDigest } from "../test/training-run.js";

it.each(engines)(
  "a seeded training run through every op gives Node's bits in Chromium ($name)",
  async (engine) => {
    expect(await trainingDigest(engine)).toBe(wantedDigest);
  },
);

it("a chain of 1,000,000 nodes and a sum of 1,000,000 terms run backward in Chromium", () => {
  const x = value(1);
  let y = x;
  for (let i = 0; i < 1_000_000; i++) y = y.add(1);
  y.backward();
  expect([y.data, x.grad]).toEqual([1_000_001, 1]);
  const terms = Array.from({ length: 1_000_000 }, (_, i) => value(i % 10));
  const total = sum(terms);
  total.backward();
  expect([total.data, terms.every((term) => term.grad === 1)]).toEqual([4_500_000, true]);
});
