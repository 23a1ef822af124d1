import { ops } from "@outgrad/ops";
import { gpuPolicy } from "@outgrad/ops/gpu";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { expect, it } from "vitest";

it("gpuPolicy.functions has a bound below 7e-7 for every intrinsic, and for nothing else", () => {
  expect(Object.keys(gpuPolicy.functions).sort()).toEqual(Object.keys(intrinsics).sort());
  for (const [name, bound] of Object.entries(gpuPolicy.functions)) expect(bound, name).toBeLessThan(7e-7);
});

it("gpuPolicy.ops names ops of the table, and says each in a sentence", () => {
  for (const [name, sentence] of Object.entries(gpuPolicy.ops)) {
    expect(Object.keys(ops)).toContain(name);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
  for (const rule of gpuPolicy.rules) expect(rule).toMatch(/^[A-Z].*\.$/);
});
