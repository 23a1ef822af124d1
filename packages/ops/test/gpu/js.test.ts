import { opOf, ops } from "@outgrad/ops";
import { GpuPrinter, gpuPolicy } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";
import { caseOf, count, mistakes } from "./cases.ts";
import { callOf, measured, worst } from "./functions.ts";

/** Functions whose far angles need whole numbers of 32 bits, and where those begin. */
const farFunctions = ["sin", "cos", "tan"];
const nearest = 12_800;

/** The texts as a function of the names' numbers. */
function compile(printer: GpuPrinter, texts: readonly string[], names: readonly string[]) {
  const functions = printer.functions().map(({ text }) => text);
  const body = `${functions.join("\n")}\nreturn (${names}) => [${texts.join(", ")}];`;
  return new Function(body)() as (...values: number[]) => number[];
}

describe("the JavaScript for gpu.js, run as it is", () => {
  it.each(Object.keys(ops))("%s: value and partials", (name) => {
    const tested = caseOf(name, farFunctions.includes(name) ? nearest : undefined);
    const printer = new GpuPrinter("js");
    const texts = tested.formulas.map((formula) => printer.print(formula, (name) => `$${name}`));
    const run = compile(
      printer,
      texts,
      tested.names.map((name) => `$${name}`),
    );
    const found = texts.map(() => new Float32Array(count));
    for (let i = 0; i < count; i++) {
      run(...tested.columns.map((column) => column[i] as number)).forEach((value, k) => {
        (found[k] as Float32Array)[i] = value;
      });
    }
    expect(mistakes(tested, found)).toEqual([]);
  });

  it.each(Object.keys(gpuPolicy.functions))("%s is right to its bound", (name) => {
    const tested = measured(name, count);
    if (farFunctions.includes(name))
      tested.columns[0]?.forEach((x, i, column) => {
        column[i] = x % nearest;
      });
    const printer = new GpuPrinter("js");
    const run = compile(printer, [callOf(tested, printer)], tested.args);
    const found = Float32Array.from(
      { length: count },
      (_, i) => run(...tested.columns.map((column) => column[i] as number))[0] as number,
    );
    const { error, at } = worst(tested, found);
    expect(error, `at ${at}`).toBeLessThanOrEqual(Math.max(6e-8, gpuPolicy.functions[name] as number));
  });

  it.each(farFunctions)(
    "%s(x) is NaN for |x| above 12800, where only the shader languages have digits",
    (name) => {
      const printer = new GpuPrinter("js");
      const run = compile(printer, [printer.call(name, ["x"])], ["x"]);
      expect(run(12_800)[0]).toBeCloseTo(opOf(name).value(12_800), 5);
      expect(run(12_801)).toEqual([Number.NaN]);
      expect(run(-1e30)).toEqual([Number.NaN]);
    },
  );
});
