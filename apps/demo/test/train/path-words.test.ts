import { expect, it } from "vitest";
import { computedBy, rough } from "../../src/train/path-words.ts";

const byVector = { target: "vector", nodes: 1000, steps: 20 } as const;

it.each([
  [
    { target: "wasm", why: "its 1000 nodes fold into 20 steps" },
    "WebAssembly, because its 1000 nodes fold into 20 steps.",
  ],
  [{ target: "wasm", why: "asked for" }, "WebAssembly, as asked for: 1\u202f000 nodes in 20 steps."],
  [
    { why: "WebAssembly is not allowed here (no)" },
    "Vector, because WebAssembly is not allowed here (no): 1\u202f000 nodes in 20 steps.",
  ],
  [
    { target: "replay", why: "6 calls are not worth more" },
    "Replay, because 6 calls are not worth more: 1\u202f000 nodes one after another.",
  ],
] as const)("computedBy(%o)", (choice, sentence) => {
  expect(computedBy({ ...byVector, ...choice })).toBe(sentence);
});

it("computedBy(choice, before) does not tell the same reason again", () => {
  const choice = { ...byVector, why: "asked for" };
  expect(computedBy(choice, choice)).toBe("Vector too: 1\u202f000 nodes in 20 steps.");
  expect(computedBy(choice, { ...choice, target: "wasm" })).toMatch(/^Vector, as asked for/);
});

it("rough(speed) keeps two digits", () => {
  expect([rough(12_345), rough(98.7), rough(3.14)]).toEqual(["12\u202f000", "99", "3"]);
});
