import { expect, test } from "vitest";
import { mutants } from "../../bench/mutants.mjs";
import { readSafetensors, SafetensorsError } from "../../src/index.js";
import { fixture } from "./fixtures.js";

test("readSafetensors() reads or refuses in one sentence each of 20,000 damaged files", () => {
  const files = ["sequential", "plain-utf8", "empty", "small"].map(fixture);
  const before = Object.getOwnPropertyNames(Object.prototype);
  const sentences = new Set<string>();
  let read = 0;
  for (const bytes of mutants(files, 20_000, "test")) {
    try {
      const { tensors } = readSafetensors(bytes);
      const size = Object.values(tensors).reduce((sum, { data }) => sum + data.byteLength, 0);
      expect(size).toBeLessThanOrEqual(2 * bytes.length);
      read++;
    } catch (error) {
      if (!(error instanceof SafetensorsError)) throw error;
      expect(error.message).toMatch(/^readSafetensors: [^\n]{1,500}\.$/);
      sentences.add(error.message.replace(/"[^ ]*"|[0-9]+/g, "…"));
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  // Both ends are reached: files that still make sense, and many ways not to.
  expect(read).toBeGreaterThan(100);
  expect(sentences.size).toBeGreaterThan(40);
});
