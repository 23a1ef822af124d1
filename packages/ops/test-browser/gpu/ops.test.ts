import { ops } from "@outgrad/ops";
import { GpuPrinter } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";
import { caseOf, mistakes } from "../../test/gpu/cases.ts";
import { drivers } from "./drivers.ts";

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
