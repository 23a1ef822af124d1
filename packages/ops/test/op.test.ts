import { namesIn, type OpName, opOf, ops, readOp, toFunction, toJs } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";

const names = Object.keys(ops) as OpName[];

describe.each(names)("the entry %s", (name) => {
  const op = opOf(name);

  it("has a sentence of documentation, one partial per argument, a domain per argument", () => {
    expect(op.doc).toMatch(/^\S.*\.$/);
    expect(op.partials).toHaveLength(op.args.length);
    expect(op.domain).toHaveLength(op.args.length);
    for (const [low, high] of op.domain) expect(low).toBeLessThan(high);
  });

  it("calls only ops, so that partials can be differentiated again", () => {
    for (const text of [ops[name].value, ...ops[name].partials]) {
      for (const [, called] of text.matchAll(/(\w+)\(/g)) expect(names).toContain(called);
    }
  });

  it("gives the same bits from closures and from printed JavaScript", () => {
    const inputs = [...op.args, ...Object.keys(op.params)];
    const scope = Object.keys(intrinsics);
    const compiled = (text: string, args: string[]) =>
      new Function(...scope, `return (${args.join(", ")}) => ${text}`)(...Object.values(intrinsics));
    const points = [0.3, -1.7, 0, -0, 2.5, 1e300, -1e-300, 1 / 0, Number.NaN];
    for (const formula of [op.formula, ...op.partialFormulas]) {
      const args = [...inputs, "y"];
      const [closure, printed] = [toFunction(formula, args, intrinsics), compiled(toJs(formula), args)];
      points.forEach((a, i) => {
        const numbers = args.map((_, k) => points[(i + 3 * k) % points.length] as number);
        numbers[0] = a;
        expect(closure(...numbers)).toBe(printed(...numbers));
      });
    }
  });

  it("saves what its partials read", () => {
    const read = new Set(op.partialFormulas.flatMap((formula) => [...namesIn(formula)]));
    expect(op.saves).toEqual(read);
  });
});

it.each(["relu", "softplus", "silu", "gelu", "geluTanh", "mish"] as const)(
  "opOf(%o) and its derivative are a and 1 far to the right, 0 and 0 far to the left",
  (name) => {
    const { value, partials } = opOf(name);
    const [right, left] = [value(1000), value(-1000)];
    expect([right, partials[0]?.(1000, right)]).toEqual([1000, 1]);
    expect([left, partials[0]?.(-1000, left) as number].map(Math.abs)).toEqual([0, 0]);
  },
);

it("opOf(name) of a name that is not in the table is an error that lists the names", () => {
  expect(() => opOf("tahn" as OpName)).toThrow(/^opOf: there is no op "tahn"; there are: add, sub, /);
  expect(() => opOf("constructor" as OpName)).toThrow(/^opOf: there is no op "constructor"/);
});

describe("readOp(name, entry) refuses an entry whose parts do not fit", () => {
  const entry = { doc: "Doubles.", args: ["a"], value: "a + a", partials: ["2"] };

  it.each([
    [{ ...entry, value: "a + b" }, 'double, value: Unknown name "b"; there are: a.\n  a + b\n      ^'],
    [{ ...entry, partials: ["2 *"] }, 'double, partial a: Expected a number, a name or "(", found the end.'],
    [{ ...entry, partials: [] }, "double: 1 arguments need as many partials, found 0."],
    [{ ...entry, args: ["y"], value: "y" }, 'double: "y" is used for two things'],
    [{ ...entry, params: { a: 1 } }, 'double: "a" is used for two things'],
    [
      { ...entry, args: ["a", "b", "c"] },
      "double: an op has one or two arguments, found 3; make the rest params.",
    ],
    [
      { ...entry, params: Object.fromEntries([..."bcdefghij"].map((name) => [name, 0])) },
      "double: an op has at most 8 parameters, found 9.",
    ],
    [{ ...entry, value: "foo(a)" }, 'double, value: Unknown function "foo"; there are: '],
    [{ ...entry, kinks: ["a -"] }, "double, kink: Expected a number"],
  ])("%o", (wrong, sentence) => {
    expect(() => readOp("double", wrong)).toThrow(sentence);
  });

  it("reads a right one", () => {
    const double = readOp("double", entry);
    expect([double.value(3), double.partials[0]?.(3, 6), double.label]).toEqual([6, 2, "double"]);
  });

  it("samples arguments between -3 and 3, and knows no kinks, parameters or error bounds, unless it says so", () => {
    const { domain, kinks, params, ulp } = readOp("double", entry);
    expect({ domain, kinks, params, ulp }).toEqual({ domain: [[-3, 3]], kinks: [], params: {}, ulp: [] });
  });
});
