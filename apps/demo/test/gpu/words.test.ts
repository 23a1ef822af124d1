import { describe, expect, it } from "vitest";
import { readConfig, writeConfig } from "../../src/gpu/config.ts";
import type { Report, SizeRow } from "../../src/gpu/measure.ts";
import { crossover, decisionWords, headline } from "../../src/gpu/words.ts";

const errors = { absolute: 1e-6, relative: 1e-6, sample: new Float64Array() };
const spread = (median: number) => ({ low: median / 2, median, high: 2 * median });
const rowsOf = (there: readonly number[], kept: readonly number[]): SizeRow[] =>
  there.map((ratio, i) => ({
    n: 64 * 2 ** i,
    there: spread(ratio),
    kept: spread(kept[i] as number),
    transfer: spread(0.5),
    gpu: errors,
    cpu: errors,
  }));
const device = { kind: "webgpu", description: "a card" } as const;
const decision = { kind: "webgpu", description: "a card", why: "It is there.", refused: [] } as const;
const report = (rows: readonly SizeRow[]): Report => ({ decision, device, rows, left: [] });

it("crossover(rows) is the size from which on the GPU was always faster", () => {
  const rows = rowsOf([0.1, 2, 0.9, 3, 4], [1, 2, 3, 4, 5]);
  expect(crossover(rows, "there")).toBe(512);
  expect(crossover(rows, "kept")).toBe(128);
  expect(crossover(rowsOf([0.5], [0.5]), "there")).toBeUndefined();
  expect(crossover([], "there")).toBeUndefined();
});

describe("headline(report, kernel)", () => {
  it("says the crossover first", () => {
    expect(headline(report(rowsOf([0.1, 0.5, 2.54], [0.5, 1, 8])), "matmul")).toBe(
      "From 256 × 256 on the GPU is faster at products of matrices, transfer included: 2.5 times as fast as the CPU at 256 × 256.",
    );
    expect(headline(report(rowsOf([2, 3], [4, 5])), "tanh")).toMatch(
      /^At every size the GPU is faster at tanh/,
    );
  });

  it("says where the GPU is faster only for what it has, or never", () => {
    expect(headline(report(rowsOf([0.1, 0.2], [0.5, 3])), "softmax")).toBe(
      "The CPU is faster at softmax at every size up to 128 × 128, transfer included; " +
        "for numbers that are on the GPU already, the GPU is from 128 × 128 on.",
    );
    expect(headline(report(rowsOf([0.1, 0.2], [0.5, 0.6])), "tanh")).toBe(
      "The CPU is faster at tanh at every size up to 128 × 128, transfer included or not.",
    );
  });

  it("says that there is no GPU", () => {
    const none = { decision: undefined, device: undefined, rows: [], left: [] };
    expect(headline(none, "tanh")).toBe(
      "There is no GPU that this page can use: everything is computed on the CPU.",
    );
    const refused = (["webgpu", "webgl2"] as const).map((kind) => ({ kind, reason: "none" }));
    expect(headline({ ...none, decision: { ...decision, refused } }, "tanh")).toBe(
      "There is no GPU that this page can use by WebGPU or WebGL 2: everything is computed on the CPU.",
    );
  });
});

it("decisionWords(report) names what was measured, what would be chosen, and a GPU that is only software", () => {
  expect(decisionWords(report([]))).toEqual([
    "Measured on WebGPU: a card. It has passed its self-test.",
    "createBackend() chooses WebGPU. It is there.",
  ]);
  const swift = { ...report([]), device: { ...device, description: "swiftshader (software)" } };
  expect(decisionWords(swift)[1]).toContain("in name only");
});

it("readConfig(writeConfig(config)) is the config, and nonsense the usual one", () => {
  const config = { kernel: "softmax", prefer: "webgl2" } as const;
  expect(readConfig(writeConfig(config))).toEqual(config);
  expect(readConfig(new URLSearchParams("kernel=<b>&prefer=headlessgl"))).toEqual({
    kernel: "matmul",
    prefer: "auto",
  });
});
