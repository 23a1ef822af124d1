import {
  asConstant,
  compile,
  defineOp,
  expression,
  type Scalar,
  sum,
  type Value,
  value,
} from "@outgrad/engine";
import { toC, toGlsl, toPython, toTypeScript, toWgsl } from "@outgrad/engine/export";
import { describe, expect, it } from "vitest";
import { complaints } from "../../../../tools/programs.ts";
import { languages, runIn } from "./run.ts";

const all = [toC, toPython, toTypeScript, toGlsl, toWgsl];

describe.each(languages)("$name", (language) => {
  it("keeps NaN, infinities and -0 among its constants, and numbers that look like integers", () => {
    const f = (x: Value) => [
      x.mul(0).add(Number.NaN),
      x.add(Infinity),
      x.sub(Infinity),
      x.mul(-0),
      x.div(0),
      x.mul(2).div(3),
      x.sub(-1e300).mul(5e-324),
      x.clamp(-0.5, 1e21),
    ];
    const made = runIn(language, f, { args: [1] }, [[3]]);
    if (made === null) return;
    const wanted = [Number.NaN, Infinity, -Infinity, -0, Infinity, 2, 1e300 * 5e-324, 3];
    expect(made.found).toEqual([wanted]);
  });

  it("gives names to what has none that it could use", () => {
    const f = (x: Value, y: Value) => {
      const [a, b, c, d] = [x.mul(y), x.add(y), x.sub(y), x.div(y)];
      a.label = "lambda";
      b.label = "x";
      c.label = "2 * <π>\n*/ \\";
      d.label = "og_exp";
      return sum([a, b, c, d]);
    };
    const options = { args: [1, 2], names: ["double", "double"], name: "return", gradient: true };
    const made = runIn(language, f, options, [[5, 4]]);
    if (made === null) return;
    expect(made.found).toEqual([[20 + 9 + 1 + 1.25, 4 + 1 + 1 + 0.25, 5 + 1 - 1 - 5 / 16]]);
  });

  it("keeps the list of parameters apart from what is called so", () => {
    const w = value(3, "w");
    const f = (x: Value) => {
      const y = x.mul(2);
      y.label = language.name === "toTypeScript" ? "fParameters" : "f_parameters";
      return y.mul(w).exp().mul(0).add(y.mul(w));
    };
    const made = runIn(language, f, { args: [1], gradient: true }, [[5]]);
    if (made === null) return;
    expect(made.found).toEqual([[30, 6]]);
  });

  it("takes lists in lists, objects, and Values from outside with any label", () => {
    const w = [value(2, "w */ 1"), value(3, "")];
    const f = (x: Value[][], more: { a: Value; b: Value[] }) => {
      const [[p, q], [r, s]] = x as [[Value, Value], [Value, Value]];
      return sum([p.mul(q).mul(w[0] as Value), r.mul(s).mul(w[1] as Value), more.a, more.b[1] as Value]);
    };
    const options = {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        { a: 1, b: [1, 2] },
      ],
      names: ["x", "more"],
      gradient: true,
    };
    const row = [1, 2, 3, 4, 10, 20, 30];
    const made = runIn(language, f, options, [row]);
    if (made === null) return;
    expect(made.found).toEqual([[80, 4, 2, 12, 9, 1, 0, 1]]);
  });

  it("knows a user's own op, params, and what stops a gradient", () => {
    const cube = defineOp({
      name: "cubeOfExport",
      args: ["a"],
      params: { k: 2 },
      value: "k * a * a * a",
      partials: ["3 * k * a * a"],
    });
    const f = (x: Value[]) => {
      const [a, b] = x as [Value, Value];
      return cube(a, 0.5 as Scalar)
        .add(b.leakyRelu(0.25))
        .add(asConstant(a.mul(b)));
    };
    const made = runIn(language, f, { args: [[0, 0]], gradient: true }, [[2, -4]]);
    if (made === null) return;
    expect(made.found).toEqual([[4 - 1 - 8, 6, 0.25]]);
  });

  it("gives 0 for what the result does not depend on", () => {
    const f = (x: Value, y: Value) => [x, y][1] as Value;
    const made = runIn(language, f, { args: [1, 1], gradient: true }, [[7, 8]]);
    if (made === null) return;
    expect(made.found).toEqual([[8, 0, 1]]);
  });
});

describe("toTypeScript", () => {
  it("is content with the strictest compiler", () => {
    const f = (x: Value[], b: Value) =>
      sum(x.map((xi) => xi.mul(value(0.5, "w")).add(b).tanh().sin().pow(2.5)));
    const { text } = toTypeScript(f, { args: [[1, 2, 3], 1], gradient: true });
    expect(complaints(text)).toBe("");
    expect(complaints(toTypeScript((x: Value) => [x.round(), x.exp()], { args: [1] }).text)).toBe("");
  });

  it("has no types with types: false", () => {
    const { text } = toTypeScript(expression("a + b"), { types: false });
    expect(text).toContain("export function f(a, b) {");
  });
});

describe("every language", () => {
  it.each(all)("%o says what it printed", (to) => {
    const w = value(2, "w");
    const made = to((x: Value[], b: Value) => sum(x).mul(w).add(b), {
      args: [[1, 2], 3],
      name: "line",
      gradient: true,
      parameters: "arguments",
    });
    expect(made.name).toBe("line");
    expect(made.gradientName).toBe(to === toTypeScript ? "lineGradient" : "line_gradient");
    expect(made.inputs).toEqual([
      { name: "x1", size: 2 },
      { name: "x2", size: null },
      { name: "parameters", size: 1 },
    ]);
    expect(made.outputs).toBe(null);
    expect(made.parameters).toEqual([w]);
  });

  it("prints only the functions that are called", () => {
    const functions = (text: string) => new Set(text.match(/\bog_\w+/g));
    expect(functions(toC(expression("a * b + max(a, b)")).text)).toEqual(new Set());
    const ofExp = functions(toC(expression("exp(a)")).text);
    expect(ofExp).toEqual(new Set(["og_exp", "og_nearest", "og_pow2", "og_scaledExp"]));
  });

  it("prints 100,000 nodes in time that grows as they do", () => {
    const chain = (x: Value) => {
      let y = x;
      for (let i = 0; i < 50_000; i++) y = y.mul(1.0000001).add(x);
      return y;
    };
    const { text } = toTypeScript(chain, { args: [1], gradient: true, types: false });
    expect(text.split("\n").length).toBeGreaterThan(350_000);
    const f = new Function(`${text.replaceAll(/^export /gm, "")}; return f;`)();
    expect(f(1)).toBe(compile(chain, { target: "replay" }).value(1));
  });
});

it.each([
  [() => toC("a + b" as never), "toC: expected a function of Values or an expression, got a + b."],
  [
    () => toC((x: Value) => x),
    "toC: the function takes 1 argument; give numbers of their shapes, as args: [[0, 0], 1].",
  ],
  [
    () => toPython((x: Value[]) => x, { args: [[1, 2]], gradient: true }),
    "toPython: a gradient needs a function that returns one Value; this one returns 2.",
  ],
  [
    () => toWgsl(expression("a"), { args: [1] }),
    "toWgsl: an expression has its own names; leave args and names out.",
  ],
  [
    () => toGlsl((x: Value) => x, { args: [1], names: ["a", "b"] }),
    "toGlsl: 1 arguments need as many names, got 2.",
  ],
  [
    () => toC((x: Value) => x, { args: [1], parameters: "numbers" as never }),
    'toC: parameters is "constants" or "arguments"; got numbers.',
  ],
  [
    () => toC((x: Value) => x, { arg: [1] } as never),
    'toC: there is no option "arg"; did you mean "args"? The options are args, names, name, gradient, parameters.',
  ],
  [() => toC((x: Value) => x.add(x.data), { args: [1] }), /^toC: /],
  [() => toC((x: Value) => x, { args: ["one"] as never }), /^toC, argument 1: /],
])("a mistake is answered with a sentence: %o", (call, message) => {
  expect(call).toThrow(message);
});
