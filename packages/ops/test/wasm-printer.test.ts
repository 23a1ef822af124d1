import { parseFormula } from "@outgrad/ops";
import { Code, FormulaPrinter, type Shape, WasmModule } from "@outgrad/ops/wasm";
import { describe, expect, it } from "vitest";
import { weightOfProgram } from "../src/wasm/weight.js";

/** The code of a formula of the parameter x; `inlined` is FormulaPrinter's. */
function codeOf(text: string, shape: Shape = "f64", inlined?: number): Code {
  const printer = new FormulaPrinter(new WasmModule(1), shape, inlined);
  const code = new Code([printer.type]);
  printer.print(parseFormula(text), code, () => code.localGet(0));
  return code;
}

const hex = (code: Code): string =>
  [...code.bytes()].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
const x = "20 00";

describe("FormulaPrinter writes what its user pays for", () => {
  it("x < x ? x + x + x + x + x : x as a select of one number, and one more + as an if", () => {
    const sum = `${x} ${x} a0 ${x} a0 ${x} a0 ${x} a0`;
    const less = `${x} ${x} 63`;
    expect(hex(codeOf("x < x ? x + x + x + x + x : x"))).toBe(`${sum} ${x} ${less} 1b`);
    expect(hex(codeOf("x < x ? x : x + x + x + x + x"))).toBe(`${x} ${sum} ${less} 1b`);
    expect(hex(codeOf("x < x ? x + x + x + x + x + x : x"))).toBe(`${less} 04 7c ${sum} ${x} a0 05 ${x} 0b`);
    expect(hex(codeOf("x < x ? x : x + x + x + x + x + x"))).toBe(`${less} 04 7c ${x} 05 ${sum} ${x} a0 0b`);
  });

  it("a choice of lanes against 0 as one and, against anything else with both sides", () => {
    const less = `${x} ${x} fd 49`;
    expect(hex(codeOf("x < x ? x : 0", "f64x2"))).toBe(`${x} ${less} fd 4e`);
    expect(hex(codeOf("x < x ? 0 : x", "f64x2"))).toBe(`${x} ${less} fd 4f`);
    expect(hex(codeOf("x < x ? x : -x", "f64x2"))).toBe(`${x} ${x} fd ed 01 ${less} fd 52`);
    expect(hex(codeOf("x < x ? x : -0", "f64x2"))).toMatch(/ fd 52$/);
  });

  it("a choice of lanes between what it compares as pmin and pmax", () => {
    const one = codeOf("1", "f64x2");
    expect(hex(codeOf("x < 1 ? x : 1", "f64x2"))).toBe(`${hex(one)} ${x} fd f6 01`);
    expect(hex(codeOf("1 > x ? x : 1", "f64x2"))).toBe(`${hex(one)} ${x} fd f6 01`);
    expect(hex(codeOf("x < 1 ? 1 : x", "f64x2"))).toBe(`${x} ${hex(one)} fd f7 01`);
    expect(hex(codeOf("x > 1 ? x : 1", "f64x2"))).toBe(`${hex(one)} ${x} fd f7 01`);
    expect(hex(codeOf("x <= 1 ? x : 1", "f64x2"))).toMatch(/ fd 52$/);
    expect(hex(codeOf("0 < x ? x : -0", "f64x2"))).toMatch(/ fd 52$/);
  });

  it.each(["f64", "f64x2"] as const)(
    "programs of up to `inlined` instructions without a call, in %s",
    (shape) => {
      const weight = weightOfProgram("exp");
      const call = `${x} 10 01`;
      expect(hex(codeOf("exp(x)", shape, weight - 1))).toBe(call);
      expect(codeOf("exp(x)", shape, weight).length).toBeGreaterThan(200);
      expect(weight).toBeGreaterThan(60);
      expect(hex(codeOf("exp(x)", shape))).toBe(call);
      expect(weightOfProgram("largeArea")).toBe(60);
      expect(codeOf("largeArea(x)", shape).length).toBeGreaterThan(200);
    },
  );

  it("a large angle as a call, of the import or of the one function that splits lanes for it", () => {
    expect(hex(codeOf("largeAngle(x, x)", "f64", Infinity))).toBe(`${x} ${x} 10 00`);
    const lanes = `${x} ${x} 10 01`;
    expect(hex(codeOf("largeAngle(x, x) + largeAngle(x, x)", "f64x2", Infinity))).toBe(
      `${lanes} ${lanes} fd f0 01`,
    );
  });

  it.each(["f64", "f64x2"] as const)(
    "locals that serve again: sums take as many as a term, in %s",
    (shape) => {
      const locals = (text: string) => codeOf(text, shape, 1000).locals.length;
      for (const term of ["exp(x)", "tanh(x + 1)", "pow(x * 2, 3)", "asin(exp(x))"])
        expect(locals(`${term} + ${term} + ${term}`), term).toBe(locals(term));
      expect(locals("exp(x)")).toBeGreaterThan(0);
      expect(locals("exp(x + 1)")).toBe(locals("exp(x)") + 1);
    },
  );
});
