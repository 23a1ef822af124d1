import { describe, expect, it } from "vitest";
import { allTopics, grade } from "../../src/grader/grade.ts";
import { broken, causesIn, reportOn, right, subjectOf } from "./learner.ts";

describe("grade(subject)", () => {
  it("passes a right class and says what is right", () => {
    const report = reportOn(right);
    expect(report.passed).toBe(true);
    expect(report.right).toEqual(allTopics({ language: "typescript" }));
    expect(report.notes.map(({ code }) => code)).toEqual([
      "no-domain-check",
      "interior-not-reset",
      "deep-graph",
    ]);
  });

  it("is the same for the same seed", () => {
    const text = broken("Math.exp(this.data)", "this.data ** 2.5");
    expect(reportOn(text, { seed: 3 })).toEqual(reportOn(text, { seed: 3 }));
  });

  it("tells what it tries before it tries it", () => {
    const topics: string[] = [];
    grade(subjectOf(right), { onTopic: (topic) => topics.push(topic) });
    expect(new Set(topics)).toEqual(
      new Set(
        [...allTopics({ language: "typescript" }), "add"].filter(
          (topic) => !/constructor|sum|softmax/.test(topic),
        ),
      ),
    );
  });

  it("leaves the class as it was", () => {
    const subject = subjectOf(broken("return this.mul(-1);", "return this;"));
    const names = [...subject.names];
    grade(subject);
    const before = subject.make(2);
    if (!("thing" in before) || before.thing.kind !== "value") throw new Error("no Value");
    const { ref } = before.thing;
    expect(subject.apply("neg", [ref])).toEqual({ thing: { kind: "value", ref } });
    expect([...subject.names]).toEqual(names);
  });

  it.each<[string, string, string]>([
    ["nothing in it", "class Value {}", "constructor:no-data"],
    [
      "a constructor that throws nothing",
      "class Value { constructor() { throw null; } }",
      "constructor:throws",
    ],
    ["getters that throw", "class Value { get data() { throw 1; } }", "constructor:no-data"],
    [
      "no prototype",
      "class Value { data = 0; constructor() { Object.setPrototypeOf(this, null); } }",
      "constructor:no-data",
    ],
    ["big integers", "class Value { data = 1n; grad = 0n; }", "constructor:no-data"],
    [
      "objects for numbers",
      "class Value { data; grad = 0; constructor(d) { this.data = { valueOf: () => d }; } }",
      "constructor:no-data",
    ],
    [
      "errors that cannot be read",
      right.replace(/return out;/, "throw { toString() { throw 1; } };"),
      "add:throws",
    ],
    ["promises", right.replace("  add(", "  async add("), "add:returns-raw"],
    ["random numbers", right.replace("this.data * o", "Math.random() * o"), "mul:forward-wrong"],
    ["frozen inputs", right.replace("const o = other", "Object.freeze(this); const o = other"), "add:throws"],
  ])("says something of a class with %s, and never throws", (_, text, cause) => {
    expect(causesIn(text)[0]).toBe(cause);
  });

  it("passes right classes that hide behind proxies or hold themselves", () => {
    const proxy = `${right
      .replace("export class Value", "class Base")
      .replace(/new Value/g, "new (Value as any)")
      .replace(/instanceof Value/g, "instanceof Base")}
class Value extends Base { constructor(d: any, ...r: any[]) { super(d, ...r); return new Proxy(this, {}) as any; } }`;
    expect(reportOn(proxy).findings).toEqual([]);
    expect(reportOn(right.replace("  data: number;", "  data: number; me = this;")).findings).toEqual([]);
  });
});

it("lets backward() give the gradients their first number", () => {
  const text = broken("this.grad = 0;", "this.grad = undefined as any;").replace(
    "    this.grad = 1;",
    "    for (const v of topo) v.grad ??= 0;\n    this.grad = 1;",
  );
  expect(reportOn(text).findings).toEqual([]);
});

describe("what a constructor has to do", () => {
  it.each([
    ["this.data = data;", "", "no-data"],
    ["this.data = data;", "this.data = Math.round(data);", "no-data"],
    ["this.data = data;", "(Value.prototype as any).data = data;", "no-data"],
    ["this.grad = 0;", "", "no-grad"],
    ["this.grad = 0;", "this.grad = 1;", "grad-not-zero"],
    ["this._backward = () => {};", "", "no-backward"],
    ["this._prev = children;", "", "no-children"],
    ["  constructor(", "  construct(", "wrong-name"],
  ])("%s written as %j is %s", (find, replace, code) => {
    expect(causesIn(broken(find, replace))).toEqual([`constructor:${code}`]);
  });
});
