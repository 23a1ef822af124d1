import { FormulaError, intrinsicArity, parseFormula, parseProgram, toFunction, toJs } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const evaluate = (text: string, a = 3, b = 2): number =>
  toFunction(
    parseFormula(text, { names: ["a", "b"], functions: intrinsicArity }),
    ["a", "b"],
    intrinsics,
  )(a, b);

/** The message that a text earns. */
function message(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    return (error as FormulaError).message;
  }
  throw new Error("no error");
}

describe("parseFormula(text)", () => {
  it.each([
    ["a + b * 2", 7],
    ["(a + b) * 2", 10],
    ["a - b - 1", 0],
    ["a - (b - 1)", 2],
    ["a / b / 2", 0.75],
    ["-a ** b", -9],
    ["(-a) ** b", 9],
    ["b ** a ** b", 512],
    ["b ** -1", 0.5],
    ["- - a", 3],
    ["a - -b", 5],
    ["a < b ? 1 : a == 3 ? 2 : 3", 2],
    ["(a > b ? a : b) * 10", 30],
    ["sqrt(a * a)", 3],
    [".5 + 1. + 1e-1 + 2.5E+1", 26.6],
    ["\n a\n", 3],
  ])("%o is %d at a = 3, b = 2", (text, wanted) => {
    expect(evaluate(text)).toBe(wanted);
  });

  it("puts a caret under the mistake", () => {
    const read = (text: string) =>
      message(() => parseFormula(text, { names: ["a", "y"], functions: intrinsicArity }));
    expect(read("a + $")).toBe('"$" is not part of any formula.\n  a + $\n      ^');
    expect(read("a + bb * 2")).toBe('Unknown name "bb"; there are: a, y.\n  a + bb * 2\n      ^^');
    expect(read("exp + 1")).toBe('"exp" is a function; call it: exp(...).\n  exp + 1\n  ^^^');
    expect(read("pow(a)")).toBe("pow takes 2 arguments, found 1.\n  pow(a)\n  ^^^^^^");
    expect(read("toString(a)")).toMatch(/^Unknown function "toString"; there are: /);
    expect(read("a < 1")).toBe(
      "A comparison chooses between two formulas: a < b ? c : d.\n  a < 1\n       ^",
    );
    expect(read("a\n + * 2")).toBe('Expected an operator or the end, found "+".\n   + * 2\n   ^');
    expect(read("\ta)")).toBe('Expected an operator or the end, found ")".\n  \ta)\n  \t ^');
  });

  it("keeps spans: the text of every part", () => {
    const text = "a * (b + exp(a)) ** 2";
    const formula = parseFormula(text);
    if (formula.kind !== "binary" || formula.right.kind !== "call") throw new Error("wrong tree");
    expect(text.slice(...formula.right.span)).toBe("b + exp(a)) ** 2");
    expect(text.slice(...(formula.right.args[0]?.span ?? []))).toBe("b + exp(a)");
  });
});

describe("parseProgram(text)", () => {
  it("reads lines name = formula, and a last line without a name as result", () => {
    const lines = parseProgram("e = a*b; d = e + c # comment\n\n d * 2;");
    expect(lines.map(({ name, formula }) => `${name} = ${toJs(formula)}`)).toEqual([
      "e = a * b",
      "d = e + c",
      "result = d * 2",
    ]);
  });

  it("a line may read the names of the lines before it", () => {
    const scope = { names: ["a"] };
    expect(parseProgram("b = a; c = b", scope)).toHaveLength(2);
    expect(message(() => parseProgram("b = c; c = a", scope))).toContain('Unknown name "c"; there are: a.');
  });

  it("names mistakes of lines", () => {
    expect(message(() => parseProgram("a\nb = 2"))).toBe(
      "Only the last line may stand without a name; write name = formula.\n  a\n  ^",
    );
    expect(message(() => parseProgram(" "))).toBe("The text is empty; write a formula.\n   \n  ^");
    expect(message(() => parseProgram("result = 1; 2"))).toContain('"result" is assigned twice');
    expect(message(() => parseProgram("b = a +; c = 1"))).toBe(
      'Expected a number, a name or "(", found the end of the line.\n  b = a +; c = 1\n         ^',
    );
  });
});

it("any text gives a tree or a FormulaError, and toJs of the tree reads as the same tree", () => {
  const words = fc.constantFrom(
    "a",
    "b",
    "1",
    "2.5",
    "+",
    "-",
    "*",
    "/",
    "**",
    "(",
    ")",
    "<",
    "?",
    ":",
    "exp(",
    ",",
    " ",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
      const text = parts.join("");
      let first: string;
      try {
        first = toJs(parseFormula(text));
      } catch (error) {
        expect(error).toBeInstanceOf(FormulaError);
        return;
      }
      expect(toJs(parseFormula(first.replaceAll("===", "==")))).toBe(first);
    }),
    { numRuns: 3000 },
  );
});
