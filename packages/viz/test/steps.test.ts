import { value } from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import { type Step, steps } from "@outgrad/viz";
import fc from "fast-check";
import { expect, it } from "vitest";
import { maker, reuseGraph, seedGraph } from "./nodes.js";
import { all, parseXml } from "./xml.js";

it("steps(L) of L = (a * b + c) * f is the lecture's backward pass: L, d, e", () => {
  const [first, second, third, ...rest] = steps(seedGraph());
  expect(rest).toEqual([]);
  expect([first?.label, second?.label, third?.label]).toEqual(["L", "d", "e"]);
  expect([first?.upstream, second?.upstream, third?.upstream]).toEqual([1, -2, -2]);
  expect(third?.contributions).toMatchObject([
    { input: 1, label: "a", index: 0, slope: -3, before: 0, added: 6, after: 6, accumulates: false },
    { input: 2, label: "b", index: 1, slope: 2, before: 0, added: -4, after: -4, accumulates: false },
  ]);
});

it("a step says in words what happens", () => {
  const [, , e] = steps(seedGraph());
  expect(e?.sentence).toBe(
    "e = a * b passes its gradient -2 to its inputs, each times the local slope: " +
      "a gets (-2) * (-3) = 6; b gets (-2) * 2 = -4.",
  );
  expect(e?.statement.text).toBe("e = a * b");
});

it("a step's formulas say the chain rule in symbols, the local slope, and the numbers", () => {
  const [, , e] = steps(seedGraph());
  const { symbols, local, numbers } = (e as Step).contributions[0]?.formula ?? ({} as never);
  expect(symbols.text).toBe("dL/da = dL/de * de/da");
  expect(local.text).toBe("de/da = b = -3");
  expect(numbers.text).toBe("(-2) * (-3) = 6");
  expect(symbols.tex).toBe(
    "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial e} \\cdot \\frac{\\partial e}{\\partial a}",
  );
  expect(numbers.tex).toBe("(-2) \\cdot (-3) = 6");
  expect(symbols.mathml).toBe(
    "<math><mrow>" +
      "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>a</mi></mrow></mfrac><mo>=</mo>" +
      "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>e</mi></mrow></mfrac><mo>·</mo>" +
      "<mfrac><mrow><mi>∂</mi><mi>e</mi></mrow><mrow><mi>∂</mi><mi>a</mi></mrow></mfrac>" +
      "</mrow></math>",
  );
  expect(all(parseXml(numbers.mathml)).flatMap(({ attributes }) => attributes.class ?? [])).toEqual([
    "og-grad",
    "og-slope",
    "og-grad",
  ]);
});

it("steps(x * x + x - 1) shows each term of x's gradient where it is added", () => {
  const [y, sum, square] = steps(reuseGraph());
  // The constant 1 gets nothing.
  expect(y?.contributions.map(({ input }) => input)).toEqual([3]);
  expect(y?.sentence).toBe(
    "y = v3 - 1 passes its gradient 1 to its input, times the local slope: v3 gets 1 * 1 = 1.",
  );
  expect(sum?.contributions.map(({ accumulates }) => accumulates)).toEqual([false, false]);
  expect(square?.contributions).toMatchObject([
    { input: 1, index: 0, before: 1, added: 3, after: 4, accumulates: true },
    { input: 1, index: 1, before: 4, added: 3, after: 7, accumulates: true },
  ]);
  expect(square?.contributions[1]?.formula.symbols.text).toBe("dy/dx += dy/dv2 * dv2/dx");
  expect(square?.contributions[1]?.formula.numbers.text).toBe("4 + 1 * 3 = 7");
  expect(square?.sentence).toContain("x has 4 already and gets 1 * 3 = 3 more, 7 in all.");
});

it("a slope that is a number by itself is said once: de/da = 1", () => {
  const [, d] = steps(seedGraph());
  expect(d?.contributions[0]?.formula.local.text).toBe("dd/de = 1");
});

it("the local slope of an op with a choice reads as cases, with names and parameters put in", () => {
  const { leaf, apply } = maker();
  const [step] = steps(apply("leakyRelu", [leaf(-2, "x")], "y", 1, [0.25]));
  const local = step?.contributions[0]?.formula.local;
  expect(local?.text).toBe("dy/dx = (1 if x > 0, otherwise 0.25) = 0.25");
  expect(local?.tex).toContain(
    "\\begin{cases} 1 & \\text{if } x > 0 \\\\ 0.25 & \\text{otherwise} \\end{cases}",
  );
  expect(local?.mathml).toContain("<mtable>");
});

it("steps(x ** 2) leaves out the choice that the plain number 2 has made", () => {
  const { leaf, constant, apply } = maker();
  const [step] = steps(apply("pow", [leaf(3, "x"), constant(2)], "y"));
  const local = step?.contributions[0]?.formula.local;
  expect(local?.text).toBe("dy/dx = 2 * x ** (2 - 1) = 6");
  const [zero] = steps(apply("pow", [leaf(3, "x"), constant(0)], "y"));
  expect(zero?.contributions[0]?.formula.local.text).toBe("dy/dx = 0");
});

it("a number with an exponent is 10 to a power, and a factor of its own: 1e-12 in text, 10^{-12} in TeX", () => {
  const { leaf, apply } = maker();
  const [step] = steps(apply("neg", [apply("mul", [leaf(-1e-12, "a"), leaf(2e20, "b")], "e")], "y"));
  expect(step?.contributions[0]?.formula.numbers.text).toBe("1 * (-1) = -1");
  const [, mul] = steps(
    apply("mul", [apply("mul", [leaf(-1e-12, "a"), leaf(2, "b")], "e"), leaf(3e20, "c")], "y"),
  );
  const numbers = mul?.contributions[1]?.formula.numbers;
  expect(numbers?.text).toBe("3e20 * (-1e-12) = -3e8");
  expect(numbers?.tex).toBe("(3 \\cdot 10^{20}) \\cdot (-1 \\cdot 10^{-12}) = -3 \\cdot 10^{8}");
  expect(numbers?.mathml).toContain("<msup><mn>10</mn><mrow><mo>−</mo><mn>12</mn></mrow></msup>");
});

const hard = [
  ["x1", "x_{1}", "<msub><mi>x</mi><mn>1</mn></msub>"],
  ["alpha", "\\alpha", "<mi>α</mi>"],
  ["β", "β", "<mi>β</mi>"],
  ["x_long", "\\text{x\\_long}", "<mtext>x_long</mtext>"],
  ["变量", "\\text{变量}", "<mi>变量</mi>"],
  ['a<b>&"', '\\text{a\\textless{}b\\textgreater{}\\&"}', "<mtext>a&lt;b&gt;&amp;&quot;</mtext>"],
  ["$x$", "\\text{\\$x\\$}", "<mtext>$x$</mtext>"],
] as const;

it.each(hard)(
  "the name %s stands in every formula, as TeX and as well-formed MathML",
  (name, tex, mathml) => {
    const { leaf, apply } = maker();
    const [step] = steps(apply("mul", [leaf(2, name), leaf(Number.NaN, "w")], "y"));
    for (const { formula } of step?.contributions ?? []) {
      for (const each of Object.values(formula)) expect(parseXml(each.mathml).name).toBe("math");
    }
    const symbols = step?.contributions[0]?.formula.symbols;
    expect(symbols?.tex).toContain(`\\partial ${tex}`);
    expect(symbols?.mathml).toContain(mathml);
  },
);

it("steps of a leaf, and of a value made of constants alone, are none", () => {
  const { leaf, constant, apply } = maker();
  expect(steps(leaf(2, "x"))).toEqual([]);
  expect(steps(apply("add", [constant(1), constant(2)], "y"))).toEqual([]);
});

it("steps([y, z]) differentiates the first; what only the second needs has no step", () => {
  const { leaf, apply } = maker();
  const x = leaf(2, "x");
  const y = apply("neg", [x], "y");
  const z = apply("exp", [x], "z");
  expect(steps([y, z]).map(({ label }) => label)).toEqual(["y"]);
});

it("steps refuses a graph that nobody would walk through", () => {
  const { leaf, apply } = maker();
  let node = leaf(1, "x");
  for (let i = 0; i < 5000; i++) node = apply("neg", [node]);
  expect(() => steps(node)).toThrow("The graph has more than 5000 values");
});

it("steps(root) adds up exactly what the engine's backward does, bit for bit, on random graphs of all ops", () => {
  const number = fc.double({ min: -4, max: 4, noNaN: true });
  const program = fc.record({
    leaves: fc.array(number, { minLength: 1, maxLength: 4 }),
    calls: fc.array(
      fc.tuple(fc.constantFrom(...(Object.keys(ops) as OpName[])), fc.nat(), fc.nat(), fc.option(number)),
      { minLength: 1, maxLength: 40 },
    ),
  });
  fc.assert(
    fc.property(program, ({ leaves, calls }) => {
      const nodes = leaves.map((data, i) => value(data, `x${i}`));
      for (const [name, first, second, constant] of calls) {
        const pick = (n: number) => nodes[Math.max(0, nodes.length - 1 - (n % 8))] as (typeof nodes)[number];
        const op = pick(first)[name] as (b?: unknown) => (typeof nodes)[number];
        const operand = constant ?? pick(second);
        nodes.push(opOf(name).args.length === 2 ? op.call(pick(first), operand) : op.call(pick(first)));
      }
      const root = nodes.at(-1) as (typeof nodes)[number];
      root.backward();
      const grads = new Map([[root.id, 1]]);
      for (const { id, upstream, contributions } of steps(root)) {
        expect(upstream).toBe(grads.get(id));
        for (const { input, before, after } of contributions) {
          expect(before).toBe(grads.get(input) ?? 0);
          grads.set(input, after);
        }
      }
      for (const node of nodes) if (node.hasGrad) expect(node.grad).toBe(grads.get(node.id));
    }),
    { numRuns: 200 },
  );
});
