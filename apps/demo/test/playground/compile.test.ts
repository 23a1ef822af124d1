import { describe, expect, it } from "vitest";
import { compile } from "../../src/playground/compile.ts";
import { presets } from "../../src/playground/presets/index.ts";
import { circuit } from "./circuit.ts";

const mistakeOf = (text: string) => {
  const compiled = compile(text);
  return "mistake" in compiled ? compiled.mistake : undefined;
};

describe("compile", () => {
  it("points at a mistake with a sentence, a span and carets", () => {
    const mistake = mistakeOf("e = a * * b");
    expect(mistake?.sentence).toBe('Expected a number, a name or "(", found "*".');
    expect(mistake?.span).toEqual([8, 9]);
    expect(mistake?.picture).toBe("  e = a * * b\n          ^");
  });

  it("names an unknown function", () => {
    expect(mistakeOf("y = tahn(x)")?.sentence).toMatch(/^Unknown function "tahn"; there are: .*tanh/);
  });

  it("refuses a text without a leaf, which has nothing to differentiate", () => {
    expect(mistakeOf("1 + 2")?.sentence).toBe(
      "There is no name in it, so there is nothing to differentiate; write one, such as x * x.",
    );
  });

  it("refuses a text of more than 4000 characters", () => {
    expect(mistakeOf(`x${" + x".repeat(1000)}`)?.sentence).toMatch(/longer than 4000 characters/);
  });

  it("refuses a parameter that is a leaf", () => {
    expect(mistakeOf("leakyRelu(x, s)")?.sentence).toMatch(/plain number/);
  });

  it("never throws, whatever is typed", () => {
    const hostile = [
      "",
      ";",
      "<img src=x onerror=alert(1)>",
      "a".repeat(5000),
      "((((",
      "constructor(1)",
      "\0",
      "x = x",
    ];
    for (const text of hostile) expect(mistakeOf(text)?.sentence).toMatch(/\w.*\.$/);
  });
});

describe("presets", () => {
  it("give the numbers they are known for", () => {
    const result = (id: string) => {
      const preset = presets.find((each) => each.id === id);
      return preset ? circuit(preset.text, preset.leaves).result : Number.NaN;
    };
    expect(result("graph")).toBe(-8);
    expect(result("readme")).toBeCloseTo(24.70408163265306, 12);
    expect(result("seed")).toBeCloseTo(6.336362190988558, 14);
    expect(result("softmax")).toBeCloseTo(2.1755153626167147, 14);
    expect(result("neuron")).toBeCloseTo(Math.SQRT1_2, 15);
    expect(result("atoms")).toBeCloseTo(Math.SQRT1_2, 15);
    expect(result("nan")).toBeNaN();
  });
});

it("a choice that ends in a plain number is a circuit of one node", () => {
  const { tape, slopes, result } = circuit("x > 2 ? 1 : x", { x: 3 });
  expect([tape.length, slopes.get("x"), result]).toEqual([1, 0, 1]);
});
