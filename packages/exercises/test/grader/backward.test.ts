import { describe, expect, it } from "vitest";
import { broken, causesIn, lineOf, reportOn, right, rootsOf } from "./learner.ts";

const walk = right.slice(right.indexOf("  backward(): void {"), right.lastIndexOf("}"));
const written = (body: string) => broken(walk, `  ${body}\n`);

/** A class without rules of its own: operation codes, and one place that knows all slopes. */
const codes = `class Value {
  grad = 0;
  constructor(public data: number, public op = "", public inputs: Value[] = []) {}
  static of(x: any): Value { return x instanceof Value ? x : new Value(x); }
  add(other: any) { const b = Value.of(other); return new Value(this.data + b.data, "+", [this, b]); }
  mul(other: any) { const b = Value.of(other); return new Value(this.data * b.data, "*", [this, b]); }
  neg() { return this.mul(-1); }
  slopes(): number[] {
    const [a, b] = this.inputs as [Value, Value];
    return this.op === "+" ? [1, 1] : this.op === "*" ? [b.data, a.data] : [];
  }
  backward() {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (v: Value) => { if (!seen.has(v)) { seen.add(v); v.inputs.forEach(visit); order.push(v); } };
    visit(this);
    this.grad = 1;
    for (const v of order.reverse()) v.slopes().forEach((slope, i) => { v.inputs[i]!.grad += slope * v.grad; });
  }
}`;
const ops = ["constructor", "add", "mul", "neg", "backward"];

describe("grade(subject) names what is wrong with backward()", () => {
  it.each([
    ["    this.grad = 1;\n", "", "no-seed", "  backward(): void {"],
    ["this.grad = 1;", "this.grad = 2;", "seed", "this.grad = 2;"],
    ["this.grad = 1;", "for (const v of topo) v.grad = 1;", "seeds-all", "v.grad = 1;"],
    ["topo.reverse()", "topo", "order", "v._backward();"],
    ["visited.add(v);", "", "visits-twice", "topo.reverse()"],
    ["      v._backward();", "      v._backward;", "chain", "topo.reverse()"],
    ["of v._prev) build", "of v._prev.slice(0, 1)) build", "chain", "topo.reverse()"],
    ["topo.push(v);", "topo.unshift(v);", "order", "topo.reverse()"],
  ])("%j written as %j is %s", (find, replace, code, part) => {
    const text = broken(find, replace);
    const [first, ...others] = rootsOf(reportOn(text));
    expect(`${first?.op}:${first?.code}`).toBe(`backward:${code}`);
    expect(first?.line).toBe(lineOf(text, part));
    expect(others).toEqual([]);
  });

  it.each([
    [
      "seed-late",
      "backward() { const t: Value[] = []; const s = new Set<Value>(); const b = (v: Value) => { if (s.has(v)) return; s.add(v); v._prev.forEach(b); t.unshift(v); }; b(this); for (const v of t) v._backward(); this.grad = 1; }",
    ],
    [
      "visits-twice",
      "backward(first = true) { if (first) this.grad = 1; this._backward(); for (const c of this._prev) c.backward(false); }",
    ],
    [
      "topo",
      "backward() { this.grad = 1; const q: Value[] = [this]; const s = new Set<Value>(q); for (const v of q) { v._backward(); for (const c of v._prev) if (!s.has(c)) { s.add(c); q.push(c); } } }",
    ],
    [
      "clears-grad",
      "backward() { const t: Value[] = []; const s = new Set<Value>(); const b = (v: Value) => { if (s.has(v)) return; s.add(v); v._prev.forEach(b); t.unshift(v); }; b(this); this.grad = 1; for (const v of t) { for (const c of v._prev) c.grad = 0; v._backward(); } }",
    ],
  ])("tells %s by the walk", (code, body) => {
    expect(causesIn(written(body))).toEqual([`backward:${code}`]);
  });

  it("sees gradients between that are cleared after use, and does not mind those that are cleared before", () => {
    const [after] = rootsOf(
      reportOn(broken("v._backward();", "v._backward(); if (v._prev.length) v.grad = 0;")),
    );
    expect(after).toMatchObject({ op: "backward", code: "clears-grad", seen: 0 });
    const before = broken(
      "    this.grad = 1;",
      "    for (const v of topo) if (v._prev.length) v.grad = 0;\n    this.grad = 1;",
    );
    const report = reportOn(before);
    expect(report.findings).toEqual([]);
    expect(report.notes.map(({ code }) => code)).toEqual(["no-domain-check", "deep-graph"]);
  });

  it("says that the constructor drops the inputs, not that each operation does", () => {
    const text = broken("this._prev = children;", "this._prev = [];");
    const [first, ...others] = rootsOf(reportOn(text));
    expect(first).toMatchObject({
      op: "constructor",
      code: "no-children",
      line: lineOf(text, "this._prev = [];"),
    });
    expect(others).toEqual([]);
  });
});

describe("a class with operation codes instead of rules", () => {
  const causes = (find: string, replace: string) => causesIn(broken(find, replace, codes), { ops });

  it("is right", () => {
    expect(reportOn(codes, { ops })).toMatchObject({ passed: true, right: ops });
  });

  it.each([
    ["this.grad = 1;", "", "backward:no-seed"],
    ["this.grad = 1;", "this.grad = 3;", "backward:seed"],
    ["order.reverse()", "order", "backward:order"],
    ["grad += slope * v.grad", "grad = slope * v.grad", "backward:overwrites-grad"],
    ["grad += slope * v.grad", "grad += slope", "backward:no-chain"],
    ["grad += slope * v.grad", "grad -= slope * v.grad", "backward:grad-sign"],
    ["[b.data, a.data]", "[a.data, b.data]", "mul:swapped-grads"],
    ["[b.data, a.data]", "[b.data, b.data]", "mul:swapped-grads"],
    ["[b.data, a.data]", "[b.data, -a.data]", "mul:grad-sign"],
    ["[1, 1]", "[1, 2]", "add:grad-wrong"],
    ['"*", [this, b]', '"*", [this]', "mul:lost-child"],
  ])("%s written as %s is %s", (find, replace, cause) => {
    expect(causes(find, replace)).toEqual([cause]);
  });
});
