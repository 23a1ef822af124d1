import { describe, expect, it } from "vitest";
import { broken, causesIn, lineOf, reportOn, right, rootsOf } from "./learner.ts";

const returnOfExp = 'new Value(Math.exp(this.data), [this], "exp");';

describe("grade(subject) names what is wrong with a result", () => {
  it.each([
    ["this.data * o.data,", "this.data + o.data,", "mul:wrong-op"],
    ["Math.exp(this.data)", "2.71828 ** this.data", "exp:forward-wrong"],
    ["Math.log(this.data)", "Math.log10(this.data)", "log:forward-wrong"],
    ["this.data ** k,", "k ** this.data,", "pow:swapped"],
    ["return this.neg().add(other);", "return this.sub(other);", "rsub:rsub-sign"],
    ["this.data + o.data,", "(this as any) + (o as any),", "add:self-vs-data"],
    ["Math.exp(this.data)", "Math.exp(this as any)", "exp:self-vs-data"],
    ['[this, o], "+"', '[this], "+"', "add:lost-child"],
    [returnOfExp, `${returnOfExp} if (out) return out.data as any;`, "exp:returns-raw"],
    [returnOfExp, `${returnOfExp} if (out) return this;`, "exp:returns-self"],
    [returnOfExp, `${returnOfExp} if (out) return undefined as any;`, "exp:missing-return"],
    [returnOfExp, `${returnOfExp} this.data += 1;`, "exp:mutates-input"],
    ["return this.mul(-1);", "return this.neg();", "neg:infinite-recursion"],
    ["return this.mul(-1);", "return this.multiply(-1);", "neg:throws"],
    ["Math.exp(this.data)", "math.exp(this.data)", "exp:throws"],
    [
      "const o = other instanceof Value ? other : new Value(other);",
      "const o = other as Value;",
      "add:number-operand",
    ],
  ])("%s written as %s is %s, and nothing else", (find, replace, cause) => {
    expect(causesIn(broken(find, replace))).toEqual([cause]);
  });

  it.each([
    ["  div(", "  __div__(", "div:wrong-name", "__div__("],
    ["  tanh(", "  tahn(", "tanh:wrong-name", "tahn("],
    ["  sub(", "  substract(", "sub:wrong-name", "substract("],
    ["  exp(", "  static exp(this: any): any; static exp(", "exp:static", "static exp("],
    ["  backward(", "  backprop(", "backward:wrong-name", "backprop("],
  ])("%s written as %s is %s, on its line", (find, replace, cause, part) => {
    const text = broken(find, replace);
    const [first, ...others] = rootsOf(reportOn(text));
    expect(`${first?.op}:${first?.code}`).toBe(cause);
    expect(first?.line).toBe(lineOf(text, part));
    expect(others).toEqual([]);
  });

  it("shows which formula a wrong value comes from: 1 / y", () => {
    const [first] = rootsOf(
      reportOn(
        broken("Math.tanh(this.data)", "(Math.exp(2 * this.data) + 1) / (Math.exp(2 * this.data) - 1)"),
      ),
    );
    expect(first).toMatchObject({
      code: "forward-wrong",
      details: { yours: "1 / tanh(a)" },
      example: { at: { a: 2 } },
    });
  });
});

describe("grade(subject) names the word or the place", () => {
  it("other without its .data", () => {
    const [first] = rootsOf(
      reportOn(
        broken("this.data * o.data,", "this.data * (other as any),").replace(
          "this.data * (other as any)",
          "this.data * other",
        ),
      ),
    );
    expect(first).toMatchObject({ op: "mul", code: "self-vs-data", details: { bare: "other" } });
  });

  it("a return inside _backward", () => {
    const [first] = rootsOf(
      reportOn(
        broken(
          "this.grad += out.data * out.grad;\n    };\n    return out;",
          "this.grad += out.data * out.grad;\n      return out;\n    };",
        ),
      ),
    );
    expect(first).toMatchObject({ op: "exp", code: "missing-return", details: { inside: "_backward" } });
  });
});

describe("grade(subject) folds what follows", () => {
  it("a mul that returns nothing breaks neg, sub, div and softmax, which are folded under it", () => {
    const mul = right.indexOf("  mul(");
    const text = right.slice(0, mul) + right.slice(mul).replace("return out;", "");
    const report = reportOn(text);
    expect(causesIn(text)).toEqual(["mul:missing-return"]);
    const folded = report.findings.filter(({ causedBy }) => causedBy);
    expect(folded.map(({ op }) => op)).toEqual(["sub", "rsub", "div", "rdiv", "neg", "softmax"]);
    for (const { causedBy } of folded) expect(causedBy).toEqual({ op: "mul", code: "missing-return" });
    expect(report.right).toEqual(["constructor", "add", "pow", "exp", "log", "tanh", "backward", "sum"]);
  });

  it("keeps two mistakes apart, though one method uses the other", () => {
    const text = broken("return this.neg().add(other);", "return this.sub(other);");
    expect(causesIn(broken("this.grad += o.data * out.grad", "this.grad += o.data", text))).toEqual([
      "mul:no-chain",
      "rsub:rsub-sign",
    ]);
  });

  it("looks only at what it is asked for", () => {
    const text = broken("Math.log(this.data)", "Math.log10(this.data)");
    const report = reportOn(text, { ops: ["constructor", "add", "mul"] });
    expect(report).toMatchObject({ passed: true, findings: [], right: ["constructor", "add", "mul"] });
  });
});
