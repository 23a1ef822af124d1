import { describe, expect, it } from "vitest";
import type { Outcome, Ref, Subject } from "../../src/subject/subject.ts";
import { typescriptSubject } from "../../src/subject/typescript.ts";
import { right, subjectOf } from "../grader/learner.ts";

function refIn(outcome: Outcome): Ref {
  if ("thing" in outcome && outcome.thing.kind === "value") return outcome.thing.ref;
  throw new Error(JSON.stringify(outcome));
}
const make = (subject: Subject, data: number): Ref => refIn(subject.make(data));

describe("typescriptSubject(text)", () => {
  it.each([
    ["an exported class", "export class Value { data = 1; }"],
    ["a class that is not exported", "class Value { data = 1; }"],
    ["a default export without a name", "export default class { data = 1; }"],
    ["the only class, whatever its name", "class Scalar { data = 1; }"],
    ["the class that the others extend", "class Node { data = 1; } class Add extends Node {}"],
    ["Value among others", "class Helper {} class Value { data = 1; }"],
    ["an expression", "const Value = class { data = 1; }; export { Value };"],
  ])("finds %s", (_, text) => {
    const subject = subjectOf(text);
    expect(subject.read(make(subject, 1), "data")).toEqual({ kind: "number", number: 1 });
  });

  it("refuses texts that cannot be read, that throw, and that hold no class, with the line", () => {
    expect(typescriptSubject("class Value {\n  data = = 1;\n}")).toMatchObject({ code: "syntax", line: 2 });
    expect(typescriptSubject("class Value {}\nmissing();")).toMatchObject({ code: "throws", line: 2 });
    expect(typescriptSubject('import x from "y";\nclass Value { y = x; }')).toMatchObject({ code: "throws" });
    expect(typescriptSubject("class A {} class B {}")).toMatchObject({ code: "no-class" });
  });

  it("applies operations in the order of the formula: rsub of 2 and v is v.rsub(2)", () => {
    const subject = subjectOf(right);
    const v = make(subject, 3);
    expect(subject.read(refIn(subject.apply("rsub", [2, v])), "data")).toEqual({
      kind: "number",
      number: -1,
    });
    expect(subject.show("rsub", ["2", "v"])).toBe("v.rsub(2)");
    expect(subject.show("pow", ["a", "3"])).toBe("a.pow(3)");
  });

  it("gives the same Ref for the same object, and the inputs of a result in their order", () => {
    const subject = subjectOf(right);
    const [a, b] = [make(subject, 2), make(subject, 3)];
    const out = refIn(subject.apply("mul", [a, b]));
    expect(subject.links(out)).toEqual([a, b]);
    expect(subject.links(out)[0]).toBe(a);
    expect(subject.holder(out)).toBe("list");
  });

  it("finds Values in lists of pairs, sets and maps", () => {
    const pairs =
      "class Value { grad = 0; _edges: any = []; constructor(public data: number) {} add(b) { const o = new Value(0); o._edges = [[this, 1], [b, 1]]; return o; } mul(b) { const o = new Value(0); o._edges = new Map([[1, this], [2, b]]); return o; } }";
    const subject = subjectOf(pairs);
    const [a, b] = [make(subject, 2), make(subject, 3)];
    for (const operation of ["add", "mul"] as const) {
      expect(subject.links(refIn(subject.apply(operation, [a, b])))).toEqual([a, b]);
    }
  });

  it("says on which line a method stopped, and which method there is not", () => {
    const subject = subjectOf(
      "class Value {\n  constructor(public data: number) {}\n  neg(): Value {\n    return this.times(-1);\n  }\n}",
    );
    expect(subject.apply("neg", [make(subject, 1)])).toMatchObject({
      thrown: { kind: "no-method", name: "times", line: 4 },
    });
  });

  it("replaces an operation, and puts the class's own back, or takes away what there was not", () => {
    const subject = subjectOf(right.replace("  tanh(", "  other("));
    const [a, b] = [make(subject, 2), make(subject, 3)];
    expect(subject.replace?.("mul", () => a)).toBe(true);
    expect(refIn(subject.apply("neg", [b]))).toBe(a);
    subject.replace?.("mul", undefined);
    expect(subject.read(refIn(subject.apply("neg", [b])), "data")).toEqual({ kind: "number", number: -3 });
    subject.replace?.("tanh", ([x]) => x as Ref);
    expect(refIn(subject.apply("tanh", [a]))).toBe(a);
    subject.replace?.("tanh", undefined);
    expect(subject.apply("tanh", [a])).toMatchObject({ thrown: { kind: "no-method" } });
  });

  it("makes nodes by hand: inputs, a rule, and backward() through it", () => {
    const subject = subjectOf(right);
    const [a, out] = [make(subject, 2), make(subject, 6)];
    expect(subject.link(out, [a])).toBe(true);
    subject.attach(out, "_backward", () => subject.write(a, "grad", 3));
    expect(subject.call(out, "backward")).toEqual({ thing: { kind: "nothing" } });
    expect(subject.read(a, "grad")).toEqual({ kind: "number", number: 3 });
  });

  it("runs text after the learner's own", () => {
    const subject = subjectOf(right);
    expect(subject.run("const loss: Value = new Value(2).mul(4);", "loss.data")).toEqual({
      thing: { kind: "number", number: 8 },
    });
    expect(subject.run("const x = ;", "x")).toHaveProperty("thrown");
  });

  it("names what a Value answers to: inherited methods and fields with functions, no static ones", () => {
    const { names } = subjectOf(
      "class Base { constructor(public data: number) {} neg() {} } class Value extends Base { exp = () => this; static log() {} }",
    );
    expect(["neg", "exp", "log"].map((name) => names.has(name))).toEqual([true, true, false]);
  });
});
