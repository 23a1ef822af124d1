import { describe, expect, it } from "vitest";
import type { Operation, Subject } from "../../src/subject/subject.ts";
import { applied, fixture, numberOf, resultOf, subjectOf } from "./python.ts";

const thing = (outcome: ReturnType<Subject["make"]>) => ("thing" in outcome ? outcome.thing : outcome.thrown);

describe("the broken class of a learner's notebook, unchanged", () => {
  const broken = subjectOf(fixture("seed-broken.py"));
  const v = resultOf(broken.make(2));

  it("runs, with all that it has right", () => {
    expect(broken.structure.mistake).toBeUndefined();
    const sum = resultOf(broken.apply("add", [v, 3]));
    expect(numberOf(broken, sum, "data")).toBe(5);
    expect(broken.links(sum)).toContain(v);
    expect(broken.holder(sum)).toBe("set");
    expect(thing(broken.call(v, "__repr__"))).toEqual({
      kind: "other",
      called: "a string",
      text: "'Value(data=2.0)'",
    });
  });

  it.each<[string, Operation, (2 | 3 | "v")[]]>([
    ["v * v", "mul", ["v", "v"]],
    ["2 * v", "rmul", [2, "v"]],
    ["-v", "neg", ["v"]],
    ["v ** 3", "pow", ["v", 3]],
    ["v.exp()", "exp", ["v"]],
  ])("gives None for %s", (call, operation, operands) => {
    const given = operands.map((each) => (each === "v" ? v : each));
    expect(broken.show(operation, operands.map(String))).toBe(call);
    expect(thing(broken.apply(operation, given))).toEqual({ kind: "nothing" });
  });

  it.each<[string, Operation, (2 | "v")[], object]>([
    [
      "v ** v",
      "pow",
      ["v", "v"],
      { kind: "assertion", text: "AssertionError: must be int or float", line: 78 },
    ],
    [
      "v / v",
      "div",
      ["v", "v"],
      { kind: "type", text: "TypeError: unsupported operand type(s) for /: 'Value' and 'Value'" },
    ],
    [
      "v / 2",
      "div",
      ["v", 2],
      { kind: "type", text: "TypeError: unsupported operand type(s) for /: 'Value' and 'int'" },
    ],
    [
      "2 / v",
      "rdiv",
      [2, "v"],
      { kind: "type", text: "TypeError: unsupported operand type(s) for /: 'int' and 'Value'" },
    ],
    [
      "v - v",
      "sub",
      ["v", "v"],
      { kind: "recursion", text: "RecursionError: maximum recursion depth exceeded", line: 92 },
    ],
    [
      "2 - v",
      "rsub",
      [2, "v"],
      { kind: "recursion", text: "RecursionError: maximum recursion depth exceeded", line: 92 },
    ],
    [
      "2 + v",
      "radd",
      [2, "v"],
      { kind: "type", text: "TypeError: unsupported operand type(s) for +: 'int' and 'Value'" },
    ],
    [
      "v.log()",
      "log",
      ["v"],
      { kind: "no-method", name: "log", text: "AttributeError: 'Value' object has no attribute 'log'" },
    ],
  ])("throws for %s what a notebook shows", (call, operation, operands, thrown) => {
    const given = operands.map((each) => (each === "v" ? v : each));
    expect(broken.show(operation, operands.map(String))).toBe(call);
    expect(broken.apply(operation, given)).toEqual({ thrown });
  });

  it("goes on after a recursion without an end", () => {
    for (let time = 0; time < 20; time++) applied(broken, "sub", 1, 2);
    expect(thing(broken.run("a = Value(-4.0)\nb = a + 2", "b.data"))).toEqual({ kind: "number", number: -2 });
  });
});

describe("the right class of a learner's notebook, unchanged", () => {
  it("gives the notebook's loss and gradients to the last digit", () => {
    const right = subjectOf(fixture("seed-right.py"));
    const program = [
      "counts = [logit.exp() for logit in logits]",
      "denominator = sum(counts)",
      "probs = [c / denominator for c in counts]",
      "loss = -probs[3].log()",
      "loss.backward()",
    ];
    const logits = [0, 3, -2, 1].map((data) => resultOf(right.make(data)));
    right.run("logits = [Value(0.0), Value(3.0), Value(-2.0), Value(1.0)]", "None");
    const loss = resultOf(right.run(program.join("\n"), "loss"));
    expect(logits).toHaveLength(4);
    expect(numberOf(right, loss, "data")).toBe(2.1755153626167147);
    const gradients = [0, 1, 2, 3].map((dim) => thing(right.run("", `logits[${dim}].grad`)));
    expect(gradients).toEqual(
      [0.041772570515350445, 0.8390245074625319, 0.005653302662216329, -0.8864503806400986].map((number) => ({
        kind: "number",
        number,
      })),
    );
  });
});
