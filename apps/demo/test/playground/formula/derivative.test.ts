import { parseProgram, toText } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { circuitOfGraph } from "../../../src/playground/circuit.ts";
import { agreement } from "../../../src/playground/formula/agreement.ts";
import { derivativeOf, sizeOf } from "../../../src/playground/formula/derivative.ts";
import { evaluate, ulpsBetween } from "../../../src/playground/formula/evaluate.ts";
import { programOf } from "../../../src/playground/formula/program-of.ts";
import { write } from "../../../src/playground/formula/written.ts";
import { presets } from "../../../src/playground/presets/index.ts";
import type { Preset } from "../../../src/playground/presets/preset.ts";
import { circuit } from "../circuit.ts";

const lines = (text: string, leaf: string, leaves: Record<string, number> = {}) => {
  const program = programOf(circuit(text, leaves));
  if (typeof program === "string") throw new Error(program);
  return derivativeOf(program, leaf).lines.map(({ of, formula }) => `${of}: ${toText(formula)}`);
};

describe("derivativeOf", () => {
  it("puts short programs into one formula of the leaves", () => {
    expect(lines("e = a * b\nd = e + c\nL = d * f", "a")).toEqual(["L: f * b"]);
    expect(lines("e = a * b\nd = e + c\nL = d * f", "f")).toEqual(["L: a * b + c"]);
    expect(lines("y = x * x + x", "x")).toEqual(["y: x + x + 1"]);
    expect(lines("f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5", "a")).toEqual([
      "f: -(3 * a ** 2) - 0.5 * a ** (-0.5)",
    ]);
    expect(lines("y = abs(x)", "x")).toEqual(["y: 1 if x > 0, otherwise -1 if x < 0, otherwise 0"]);
  });

  it("keeps the lines of long programs apart, and reads a line's value by its name", () => {
    const text = "n = x1*w1 + x2*w2 + x3*w3 + x4*w4 + b\no = tanh(n)\nL = (o - 1)**2 + o**3 + exp(o)";
    expect(lines(text, "w2")).toEqual([
      "n: x2",
      "o: (1 - o * o) * ∂n/∂w2",
      "L: (2 * (o - 1) + 3 * o ** 2 + exp(o)) * ∂o/∂w2",
    ]);
  });

  it("is 0 for a leaf that the result does not depend on", () => {
    expect(lines("d = a * 2\ny = b + 1", "a")).toEqual(["y: 0"]);
    const far = `${Array.from({ length: 30 }, (_, i) => `b${i} = sin(x + ${i})`).join("\n")}\ny = a`;
    expect(lines(far, "x").at(-1)).toBe("y: 0");
  });

  it("writes a program of 60 doublings in 60 lines, not in 2**60 terms", () => {
    const doublings = Array.from({ length: 60 }, (_, i) => `x${i + 1} = x${i} * x${i}`);
    expect(lines(doublings.join("\n"), "x0")).toHaveLength(60);
  });
});

/** Where a formula rounds in another order than backward, by at most these parts of the gradient. */
const rounding = 1e-13;

describe("evaluate", () => {
  it.each(presets.map((preset: Preset) => [preset.id, preset] as const))(
    "%s: each formula has the number of the gradient, of an expression and of its recorded graph",
    (_, { text, leaves }) => {
      const whole = circuit(text, leaves);
      for (const each of [whole, circuitOfGraph(whole.graph, 1)]) {
        const program = programOf(each);
        if (typeof program === "string") throw new Error(program);
        for (const [leaf, grad] of whole.slopes) {
          const value = evaluate(program, derivativeOf(program, leaf), each.leaves);
          if (Number.isNaN(grad)) expect(value, leaf).toBeNaN();
          else if (grad === Number.POSITIVE_INFINITY) expect(value, leaf).toBe(grad);
          else expect(Math.abs(value - grad), leaf).toBeLessThanOrEqual(rounding * Math.abs(grad));
        }
      }
    },
  );

  it("gives ops their usual parameters where none are written, and written ones where they are", () => {
    const at = (text: string) => {
      const of = circuit(text, { x: -2 });
      const program = programOf(of);
      if (typeof program === "string") throw new Error(program);
      return evaluate(program, derivativeOf(program, "x"), of.leaves);
    };
    expect(at("y = leakyRelu(x)")).toBe(0.01);
    expect(at("y = leakyRelu(x, 0.25)")).toBe(0.25);
    expect(at("y = leakyRelu(x) * x")).toBeCloseTo(-0.04, 15);
  });
});

describe("programOf", () => {
  it("writes a recorded graph with its names, and values that are used twice on lines of their own", () => {
    const { graph } = circuit("e = a * b\ny = (e + 1) * (e + 1) - tanh(e)", { a: 2, b: -3 });
    const program = programOf(circuitOfGraph(graph, 1));
    if (typeof program === "string") throw new Error(program);
    expect(program.map(({ name, formula }) => `${name} = ${toText(formula)}`)).toEqual([
      "e = a * b",
      "y = (e + 1) * (e + 1) - tanh(e)",
    ]);
    const twice = circuitOfGraph(
      { ...graph, nodes: graph.nodes.map((node) => ({ ...node, label: node.isLeaf ? node.label : "" })) },
      1,
    );
    const lines = programOf(twice);
    expect(typeof lines === "string" ? lines : lines.map(({ formula }) => toText(formula))[0]).toBe("a * b");
  });

  it("refuses more than 400 values, with their number", () => {
    const { graph } = circuit("y = x * x", { x: 1 });
    const longer = {
      ...graph,
      nodes: Array.from({ length: 401 }, () => graph.nodes[0] as (typeof graph.nodes)[0]),
    };
    expect(programOf(circuitOfGraph(longer, 1))).toMatch(/computes 401 values, too many/);
  });
});

describe("write", () => {
  const written = (text: string, leaf: string) =>
    write(derivativeOf(parseProgram(text, { functions: { tanh: [1, 1], exp: [1, 1] } }), leaf));

  it("prints text, TeX and MathML", () => {
    const { text, tex, mathml } = written("L = x1 * w", "w");
    expect(text).toBe("∂L/∂w = x1");
    expect(tex).toBe("\\frac{\\partial L}{\\partial w} = x_{1}");
    expect(mathml).toEqual([
      '<math displaystyle="true"><mrow><mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>' +
        "<mo>=</mo><msub><mi>x</mi><mn>1</mn></msub></mrow></math>",
    ]);
  });

  it("writes the derivatives of the lines above as fractions in formulas, and on a line in text", () => {
    const long = "n = w*a + w*b + w*c + w*d + w*e\nm = n * n * n * n\ny = m * n";
    const { text, tex, mathml } = written(long, "w");
    expect(text.split("\n").at(-1)).toBe("∂y/∂w = n * ∂m/∂w + m * ∂n/∂w");
    expect(tex.split(" \\\\\n").at(-1)).toBe(
      "\\frac{\\partial y}{\\partial w} = n \\cdot \\frac{\\partial m}{\\partial w} + m \\cdot \\frac{\\partial n}{\\partial w}",
    );
    expect(mathml).toHaveLength(3);
    expect(mathml[2]?.match(/<mfrac>/g)).toHaveLength(3);
    expect(mathml.join("")).not.toContain("mtext");
  });
});

describe("ulpsBetween", () => {
  it("counts doubles, across 0 too", () => {
    expect(ulpsBetween(1, 1 + 2 ** -52)).toBe(1);
    expect(ulpsBetween(1, 1 - 2 ** -53)).toBe(1);
    expect(ulpsBetween(-5e-324, 5e-324)).toBe(2);
    expect(ulpsBetween(0, -0)).toBe(0);
    expect(ulpsBetween(Number.NaN, Number.NaN)).toBe(0);
    expect(ulpsBetween(1, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(ulpsBetween(1, 2)).toBe(2 ** 52);
  });
});

describe("agreement", () => {
  it("says how far the formula's number and the gradient are apart", () => {
    expect(agreement(6, 6)).toBe("Here it is 6, to the last bit what backward says.");
    expect(agreement(Number.NaN, Number.NaN)).toBe("Here it is NaN, as backward says: there is no number.");
    expect(agreement(1, 1 + 2 ** -52)).toContain("the next double");
    expect(agreement(1, 1 + 3 * 2 ** -52)).toContain("the 3rd double");
    expect(agreement(1, 2)).toBe("Here it is 1; backward says 2, a relative difference of 0.5.");
  });
});

it("sizeOf(formula) counts what there is to read", () => {
  expect(sizeOf(parseProgram("y = a * b + 2")[0]?.formula as Parameters<typeof sizeOf>[0])).toBe(5);
});
