import { allOps, parseFormula } from "@outgrad/ops";
import { type GpuLanguage, GpuPrinter } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";

const languages: readonly GpuLanguage[] = ["wgsl", "glsl", "js"];
const print = (language: GpuLanguage, text: string) =>
  new GpuPrinter(language).print(parseFormula(text), (name) => name);

describe("GpuPrinter", () => {
  it("print(formula, read) writes arithmetic in parentheses, with the text of names", () => {
    const formula = parseFormula("a * b - a / 2");
    const read = (name: string) => `${name}[i]`;
    expect(new GpuPrinter("wgsl").print(formula, read)).toBe("((a[i] * b[i]) - (a[i] / 2.0f))");
    expect(new GpuPrinter("glsl").print(formula, read)).toBe("((a[i] * b[i]) - (a[i] / 2.0))");
    expect(new GpuPrinter("js").print(formula, read)).toBe("((a[i] * b[i]) - (a[i] / 2.0))");
  });

  it("print(formula) writes a choice as a call whose comparison is false for NaN", () => {
    expect(print("wgsl", "a < 0 ? 0 : a")).toBe("og_less(a, 0.0f, 0.0f, a)");
    expect(print("glsl", "a > b ? a : b")).toBe("og_less(b, a, a, b)");
    expect(print("js", "a >= b ? 1 : 2")).toBe("og_atMost(b, a, 1.0, 2.0)");
    expect(print("wgsl", "a <= b ? 1 : 2")).toBe("og_atMost(a, b, 1.0f, 2.0f)");
    expect(print("wgsl", "a == b ? 1 : 2")).toBe("og_equal(a, b, 1.0f, 2.0f)");
  });

  it("print(formula) of a != b exchanges the branches, so that NaN is unequal to everything", () => {
    expect(print("wgsl", "a != b ? 1 : 2")).toBe("og_equal(a, b, 2.0f, 1.0f)");
  });

  it("print(formula) writes infinities, also those that constants make, as calls", () => {
    expect(print("wgsl", "1 / 0")).toBe("og_inf()");
    expect(print("wgsl", "-1 / 0")).toBe("(-og_inf())");
    expect(print("glsl", "1e300")).toBe("og_inf()");
    expect(print("js", "0 / 0")).toBe("og_nan()");
  });

  it("functions() gives what was called and what that calls, each once, callees first", () => {
    const printer = new GpuPrinter("wgsl");
    expect(printer.functions()).toEqual([]);
    printer.print(parseFormula("exp(a) + exp(b) + expm1(a)"), (name) => name);
    const names = printer.functions().map((made) => made.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf("og_pow2")).toBeLessThan(names.indexOf("og_scaledExp"));
    expect(names.indexOf("og_scaledExp")).toBeLessThan(names.indexOf("og_exp"));
    expect(names).toContain("og_expm1");
    expect(printer.functions().find((made) => made.name === "og_scaledExp")?.args).toEqual([
      "x",
      "rest",
      "j",
    ]);
  });

  it("call(name, args) registers helpers of a kernel's own: inf, nan, isNan, less", () => {
    const printer = new GpuPrinter("glsl");
    expect(printer.call("isNan", ["x"])).toBe("og_isNan(x)");
    expect(printer.call("inf", [])).toBe("og_inf()");
    expect(printer.functions().map((made) => made.name)).toEqual(["og_isNan", "og_inf"]);
    expect(printer.functions()[0]?.text).toMatch(/^float og_isNan\(float x\) \{/);
  });

  it("functions() of a choice see NaN in the bits, whatever a driver makes of the comparison", () => {
    for (const [language, bits] of [
      ["wgsl", "bitcast<u32>"],
      ["glsl", "floatBitsToUint"],
    ] as const) {
      const printer = new GpuPrinter(language);
      printer.print(parseFormula("a < 0 ? 0 : a"), String);
      expect(printer.functions().map(({ name }) => name)).toEqual(["og_less"]);
      for (const side of ["left", "right"])
        expect(printer.functions()[0]?.text).toContain(`(${bits}(${side}) & 0x7fffffffu) <= 0x7f800000u`);
    }
  });

  it("call(name, args) refuses what is no function, and another number of arguments", () => {
    const printer = new GpuPrinter("wgsl");
    expect(() => printer.call("foo", ["x"])).toThrow(
      'call: there is no function "foo" on a GPU; formulas call intrinsics only.',
    );
    expect(() => printer.call("toString", [])).toThrow('there is no function "toString"');
    expect(() => printer.call("pow", ["x"])).toThrow("call: pow takes 2 arguments, found 1.");
    expect(() => printer.call("abs", [])).toThrow("call: abs takes 1 argument, found 0.");
  });

  it("new GpuPrinter(language) refuses another language", () => {
    expect(() => new GpuPrinter("hlsl" as GpuLanguage)).toThrow(
      'GpuPrinter: there is no language "hlsl"; there are: wgsl, glsl, js.',
    );
  });

  it.each(languages)(
    "prints the value and the partials of every op in %s without a double sign",
    (language) => {
      const printer = new GpuPrinter(language);
      const read = (name: string) => name;
      for (const op of allOps()) {
        const texts = [op.formula, ...op.partialFormulas].map((formula) => printer.print(formula, read));
        for (const text of texts) expect(text, op.name).not.toMatch(/--|Infinity|NaN|undefined/);
      }
      for (const { name, args, text } of printer.functions()) {
        expect(name).toMatch(/^og_\w+$/);
        expect(text, name).not.toMatch(/--[^)]|Infinity|NaN|undefined/);
        for (const arg of args) expect(text, name).toContain(arg);
      }
    },
  );

  it.each(["glsl", "js"] as const)(
    "writes no sign before a number in %s, where gpu.js would lose its parentheses",
    (language) => {
      const printer = new GpuPrinter(language);
      for (const op of allOps()) {
        for (const formula of [op.formula, ...op.partialFormulas]) {
          expect(printer.print(formula, String), op.name).not.toMatch(/[(,] ?-/);
        }
      }
      if (language === "js")
        for (const { text } of printer.functions()) expect(text).not.toMatch(/[-+*/(,?:=] ?-/);
    },
  );
});
