import { ops } from "@outgrad/ops";
import { type GpuLanguage, GpuPrinter } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";
import { caseOf, mistakes } from "../../test/gpu/cases.ts";
import type { Run } from "./run.ts";
import { onWebGl2 } from "./webgl2.ts";
import { onWebGpu } from "./webgpu.ts";

const drivers: readonly (readonly [name: string, language: GpuLanguage, run: Run])[] = [
  ["WebGPU", "wgsl", onWebGpu],
  ["WebGL 2", "glsl", onWebGl2],
];

describe.each(drivers)("on %s", (_, language, run) => {
  it.each(Object.keys(ops))("%s: value and partials are those of the CPU", async (name) => {
    const tested = caseOf(name);
    const printer = new GpuPrinter(language);
    const texts = tested.formulas.map((formula) => printer.print(formula, (name) => `in_${name}`));
    const functions = printer.functions().map(({ text }) => text);
    const names = tested.names.map((name) => `in_${name}`);
    const found = await run(functions.join("\n"), texts, names, tested.columns);
    expect(mistakes(tested, found)).toEqual([]);
  });
});
