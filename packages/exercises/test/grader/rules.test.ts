import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../src/catalogue/index.ts";
import { broken, lineOf, reportOn, right, rootsOf } from "./learner.ts";

/** One mistake in a rule: what is written instead of what, what has to be said of it, and what stands on its line. */
const mistakes: readonly (readonly [find: string, replace: string, cause: string, details: object])[] = [
  [
    "this.grad += o.data * out.grad",
    "this.grad = o.data * out.grad",
    "mul:overwrites-grad",
    { name: "this" },
  ],
  [
    "o.grad += this.data * out.grad",
    "o.grad = this.data * out.grad",
    "mul:overwrites-grad",
    { name: "other" },
  ],
  [
    "o.grad += this.data * out.grad",
    "o.grad *= this.data * out.grad",
    "mul:overwrites-grad",
    { multiplies: 1 },
  ],
  ["this.grad += o.data * out.grad", "this.grad += o.data", "mul:no-chain", { yours: "b" }],
  ["this.grad += o.data * out.grad", "this.grad += o.data + out.grad", "mul:no-chain", { sum: 1 }],
  ["this.grad += o.data * out.grad", "this.grad += o.data / out.grad", "mul:no-chain", { divides: 1 }],
  [
    "this.grad += o.data * out.grad",
    "this.grad += o.data * this.grad",
    "mul:chain-uses-own-grad",
    { name: "this" },
  ],
  [
    "this.grad += o.data * out.grad",
    "this.grad += o.data * o.grad",
    "mul:chain-uses-own-grad",
    { uses: "other" },
  ],
  ["this.grad += o.data * out.grad", "this.grad -= o.data * out.grad", "mul:grad-sign", { rule: "b" }],
  ["this.grad += o.data * out.grad", "out.grad += o.data * out.grad", "mul:wrong-target", { target: "out" }],
  [
    "this.grad += o.data * out.grad",
    "this.data += o.data * out.grad",
    "mul:wrong-target",
    { target: "data" },
  ],
  ["this.grad += o.data * out.grad", "o.grad += o.data * out.grad", "mul:one-side-only", { target: 1 }],
  ["this.grad += o.data * out.grad", "this.grad += this.data * out.grad", "mul:swapped-grads", { rule: "b" }],
  ["k * this.data ** (k - 1)", "this.data ** (k - 1)", "pow:pow-no-k", { rule: "k * a ** (k - 1)" }],
  ["k * this.data ** (k - 1)", "k * this.data ** k", "pow:pow-exponent", {}],
  ["k * this.data ** (k - 1)", "k * Math.abs(this.data) ** (k - 1)", "pow:grad-wrong", {}],
  ["out.data * out.grad", "out.grad * this.data", "exp:grad-uses-in", { yours: "a", rule: "y" }],
  ["(1 / this.data) * out.grad", "(1 / out.data) * out.grad", "log:grad-uses-out", { yours: "1 / y" }],
  ["1 - out.data ** 2", "1 + out.data ** 2", "tanh:grad-wrong", { yours: "1 + y ** 2", rule: "1 - y * y" }],
  [
    "this.grad += o.data * out.grad",
    "this.grad += o.grad * out.grad",
    "mul:grad-wrong",
    { yours: "g * t", rule: "b * g" },
  ],
  ["1 - out.data ** 2) * out.grad", "1 - out.data ** 2) * out.grad * out.grad", "tanh:grad-wrong", {}],
];

describe("grade(subject) names what is wrong with a rule, on its line", () => {
  it.each(mistakes)("%s written as %s is %s", (find, replace, cause, details) => {
    const text = broken(find, replace);
    const [first, ...others] = rootsOf(reportOn(text));
    expect(`${first?.op}:${first?.code}`).toBe(cause);
    expect(first?.details).toMatchObject(details);
    expect(first?.line).toBe(lineOf(text, replace));
    expect(others).toEqual([]);
  });

  it("shows the numbers of an example that goes wrong: a.mul(b) at 2 and 3", () => {
    const [first] = rootsOf(
      reportOn(broken("this.grad += o.data * out.grad", "this.grad += this.data * out.grad")),
    );
    expect(first?.example).toEqual({ call: "a.mul(b)", at: { a: 2, b: 3 } });
    expect([first?.seen, first?.wanted]).toEqual([2, 3]);
  });

  it("says which formula stands in place of the rule, in the learner's own words", () => {
    const [first] = rootsOf(reportOn(broken("1 - out.data ** 2", "1 + out.data ** 2")));
    expect(first && sentenceOf(first)).toContain(
      "is `1 + out.data ** 2`; the rule is `1 - out.data * out.data`.",
    );
  });

  it("says that a rule is called instead of kept, or not there at all", () => {
    const called = "out._backward = (() => {\n      this.grad += out.data * out.grad;\n    })() as any;";
    const rule = "out._backward = () => {\n      this.grad += out.data * out.grad;\n    };";
    const codeOf = (text: string) => rootsOf(reportOn(text)).map(({ op, code }) => `${op}:${code}`);
    expect(codeOf(broken(rule, called))).toEqual(["exp:backward-not-function"]);
    expect(codeOf(broken(rule, ""))).toEqual(["exp:no-backward"]);
  });

  it("sees a rule that is kept in the input, though small graphs come out right", () => {
    const text = broken(
      "out._backward = () => {\n      this.grad += out.data * out.grad;",
      "this._backward = () => {\n      this.grad += out.data * out.grad;",
    );
    expect(rootsOf(reportOn(text)).map(({ op, code }) => `${op}:${code}`)).toEqual(["exp:no-backward"]);
  });

  it("says the same for every seed of the random numbers", () => {
    const text = broken("1 - out.data ** 2", "1 - this.data ** 2");
    for (let seed = 0; seed < 10; seed++) {
      const [first] = rootsOf(reportOn(text, { seed }));
      expect(first).toMatchObject({ code: "grad-uses-in", op: "tanh", details: { yours: "1 - a ** 2" } });
      expect(rootsOf(reportOn(right, { seed }))).toEqual([]);
    }
  });
});
