import { describe, expect, it } from "vitest";
import type { Ref } from "../../src/subject/subject.ts";
import { applied, fixture, numberOf, printed, refusalOf, resultOf, subjectOf } from "./python.ts";

const small = [
  "class Value:",
  "  def __init__(self, data, inputs=()):",
  "    self.data = data",
  "    self.grad = 0.0",
];

describe("python.subject(text)", () => {
  it("holds the same object by the same Ref", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const [a, b] = [resultOf(subject.make(2)), resultOf(subject.make(2))];
    expect(a).not.toBe(b);
    const sum = resultOf(subject.apply("add", [a, a]));
    expect(subject.links(sum)).toEqual([a]);
    expect(subject.links(sum)[0]).toBe(a);
  });

  it("takes and gives doubles bit for bit", () => {
    const subject = subjectOf(...small, "  def __add__(self, other): return self.data");
    const numbers = [
      0.1 + 0.2,
      5e-324,
      -0,
      1.7976931348623157e308,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      2 ** 53,
      1e300,
    ];
    for (const number of numbers) {
      const value = resultOf(subject.make(number));
      expect(subject.read(value, "data")).toEqual({ kind: "number", number });
      expect(subject.apply("add", [value, 1])).toEqual({ thing: { kind: "number", number } });
      subject.write(value, "grad", number);
      expect(subject.read(value, "grad")).toEqual({ kind: "number", number });
    }
  });

  it("hands whole operands over as ints and others as floats, as a person writes them", () => {
    const subject = subjectOf(...small, "  def __pow__(self, k): return repr(k)");
    const kinds = [2, -1, 0.5, Number.NaN].map((k) => {
      const outcome = subject.apply("pow", [resultOf(subject.make(1)), k]);
      return "thing" in outcome && outcome.thing.kind === "other" ? outcome.thing.text : "";
    });
    expect(kinds).toEqual(["'2'", "'-1'", "'0.5'", "'nan'"]);
  });

  it("asks for __radd__ though there is __float__", () => {
    const subject = subjectOf(
      ...small,
      "  def __float__(self): return float(self.data)",
      "  def __radd__(self, other): return Value(other + self.data)",
    );
    expect(subject.apply("radd", [2.5, resultOf(subject.make(1))])).toMatchObject({
      thing: { kind: "value" },
    });
  });

  it("tells what came out, in words where it is no number and no Value", () => {
    const subject = subjectOf(
      ...small,
      "things = [None, True, 'é', [1], (2,), {3}, {4: 5}, len, Value, Value(1), 2**70, (-1)**0.5, object()]",
    );
    const told = Array.from({ length: 13 }, (_, index) => {
      const outcome = subject.run("", `things[${index}]`);
      if ("thrown" in outcome) return outcome.thrown.text;
      const { thing } = outcome;
      return thing.kind === "other" ? `${thing.called}: ${thing.text}` : thing.kind;
    });
    expect(told.slice(0, 11)).toEqual([
      "nothing",
      "a boolean: True",
      "a string: 'é'",
      "a list: [1]",
      "a tuple: (2,)",
      "a set: {3}",
      "a dict: {4: 5}",
      "function",
      "a class: <class 'Value'>",
      "value",
      "number",
    ]);
    expect(told[11]).toMatch(/^a complex number: /);
    expect(told[12]).toMatch(/^an object of class object: /);
  });

  it.each([
    ["list", "[a, b]", ["a", "b"]],
    ["tuple", "(b, a)", ["b", "a"]],
    ["set", "{a}", ["a"]],
    ["set", "frozenset([b])", ["b"]],
    ["list", "[(a, 2.0), (b, 3.0), (a, 4.0)]", ["a", "b", "a"]],
    ["other", "{'left': a}", ["a"]],
    ["other", "b", ["b"]],
  ])("finds inputs in a %s: %s", (holder, held, expected) => {
    const subject = subjectOf(...small, "a, b, out = Value(1), Value(2), Value(3)", `out.inputs = ${held}`);
    const names = new Map(["a", "b"].map((name) => [resultOf(subject.run("", name)), name]));
    const out = resultOf(subject.run("", "out"));
    expect(subject.links(out).map((ref) => names.get(ref))).toEqual(expected);
    expect(subject.holder(out)).toBe(holder);
    expect(subject.holder(resultOf(subject.make(1)))).toBeUndefined();
  });

  it("links inputs with the field's own kind of list", () => {
    for (const [make, holder] of [
      ["[]", "list"],
      ["()", "tuple"],
      ["set()", "set"],
    ] as const) {
      const subject = subjectOf(...small, `    self._prev = ${make}`);
      const [a, b, out] = [1, 2, 3].map((data) => resultOf(subject.make(data))) as [Ref, Ref, Ref];
      expect(subject.link(out, [a, b])).toBe(true);
      expect(new Set(subject.links(out))).toEqual(new Set([a, b]));
      expect(subject.holder(out)).toBe(holder);
    }
    const bare = subjectOf(...small);
    expect(bare.link(resultOf(bare.make(1)), [])).toBe(false);
  });

  it("calls ours where a field holds a function, and lets it read and write", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const [a, b] = [resultOf(subject.make(2)), resultOf(subject.make(3))];
    const out = resultOf(subject.apply("mul", [a, b]));
    let calls = 0;
    subject.attach(out, "_backward", () => {
      calls++;
      subject.write(a, "grad", numberOf(subject, out, "grad") * 10);
    });
    subject.call(out, "backward");
    expect([calls, numberOf(subject, a, "grad"), numberOf(subject, b, "grad")]).toEqual([1, 10, 0]);
  });

  it("passes an error of ours on, and goes on afterwards", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const a = resultOf(subject.make(2));
    subject.attach(a, "_backward", () => {
      throw new Error("ours");
    });
    expect(() => subject.call(a, "backward")).toThrow("ours");
    expect(numberOf(subject, resultOf(applied(subject, "add", 1, 2)), "data")).toBe(3);
  });

  it("takes a recursion through ours for one of Python's", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const a = resultOf(subject.make(2));
    let calls = 0;
    const kinds = new Set<string>();
    const again = () => {
      calls++;
      const outcome = subject.call(a, "_backward");
      if ("thrown" in outcome) kinds.add(outcome.thrown.kind);
    };
    subject.attach(a, "_backward", again);
    again();
    expect([...kinds]).toEqual(["recursion"]);
    expect(calls).toBeGreaterThan(10);
    expect(numberOf(subject, resultOf(applied(subject, "add", 1, 2)), "data")).toBe(3);
    expect(subject.call(resultOf(applied(subject, "mul", 3, 2)), "backward")).toEqual({
      thing: { kind: "nothing" },
    });
    subject.attach(a, "_backward", function deep(): void {
      deep();
    });
    expect(subject.call(a, "_backward")).toMatchObject({ thrown: { kind: "recursion" } });
    expect(subject.read(a, "data")).toEqual({ kind: "number", number: 2 });
  });

  it("has operations done by ours, in the order of the formula, and puts its own back", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const [v, result] = [resultOf(subject.make(2)), resultOf(subject.make(100))];
    const seen: unknown[] = [];
    const ours = (operands: readonly unknown[]) => {
      seen.push(operands);
      return result;
    };
    expect(subject.replace?.("rsub", ours)).toBe(true);
    expect(subject.apply("rsub", [5, v])).toEqual({ thing: { kind: "value", ref: result } });
    expect(subject.replace?.("mul", ours)).toBe(true);
    expect(subject.apply("neg", [v])).toEqual({ thing: { kind: "value", ref: result } });
    expect(seen).toEqual([
      [5, v],
      [v, -1],
    ]);
    subject.replace?.("rsub", undefined);
    subject.replace?.("mul", undefined);
    expect(subject.apply("rsub", [5, v])).toMatchObject({ thrown: { kind: "type" } });
    expect(numberOf(subject, resultOf(subject.apply("mul", [v, 4])), "data")).toBe(8);
  });

  it("names what the class answers to: methods, inherited, static and aliased ones, functions in fields", () => {
    const subject = subjectOf(
      "class Base:",
      "  def inherited(self): pass",
      "class Value(Base):",
      "  constant = 3",
      "  def __init__(self, data):",
      "    self.data = data",
      "    self.rule = lambda: None",
      "  def __add__(self, other): return self",
      "  __radd__ = __add__",
      "  neg = lambda self: self",
      "  @staticmethod",
      "  def static(): pass",
      "  @property",
      "  def item(self): return self.data",
    );
    expect([...subject.names].sort()).toEqual(
      ["__add__", "__init__", "__radd__", "inherited", "item", "neg", "rule", "static"].sort(),
    );
  });

  it("gives Python's words, and the line in the text", () => {
    const subject = subjectOf(
      "# naïve 🎉",
      ...small,
      "\t# a tab",
      "  def __add__(self, other):",
      "    x = 'ü'",
      "    return missing",
      "  def exp(self): return self.data.nothing",
      "  def log(self): return 1 / 0",
      "  def tanh(self, x): return x",
      "  def __neg__(self): raise ValueError('mine')",
      "  def __mul__(self, other): return helper()",
      "def helper():",
      "  assert False, 'no'",
    );
    const v = resultOf(subject.make(1));
    expect(subject.apply("add", [v, v])).toEqual({
      thrown: { kind: "no-name", name: "missing", text: "NameError: name 'missing' is not defined", line: 9 },
    });
    expect(subject.apply("exp", [v])).toEqual({
      thrown: {
        kind: "no-method",
        name: "nothing",
        text: "AttributeError: 'float' object has no attribute 'nothing'",
        line: 10,
      },
    });
    expect(subject.apply("log", [v])).toEqual({
      thrown: { kind: "arithmetic", text: "ZeroDivisionError: division by zero", line: 11 },
    });
    expect(subject.apply("tanh", [v])).toMatchObject({ thrown: { kind: "type" } });
    expect(subject.apply("neg", [v])).toEqual({
      thrown: { kind: "arithmetic", text: "ValueError: mine", line: 13 },
    });
    expect(subject.apply("mul", [v, v])).toEqual({
      thrown: { kind: "assertion", text: "AssertionError: no", line: 16 },
    });
  });

  it("lets graphs be deep, and says RecursionError where one is too deep", () => {
    const subject = subjectOf(fixture("seed-right.py"));
    const chain = (n: number) => `y = Value(1.0)\nfor _ in range(${n}): y = y + 1\ny.backward()`;
    expect(subject.run(chain(300), "y.data")).toEqual({ thing: { kind: "number", number: 301 } });
    expect(subject.run(chain(5000), "y.data")).toMatchObject({ thrown: { kind: "recursion", line: 86 } });
    expect(subject.run(chain(3), "y.data")).toEqual({ thing: { kind: "number", number: 4 } });
  });

  it("ends a list that grows for ever with a MemoryError", () => {
    const subject = subjectOf(...small);
    expect(subject.run("xs = [0] * 1000\nwhile True: xs = xs + xs", "xs")).toMatchObject({
      thrown: { kind: "other", text: expect.stringContaining("MemoryError") },
    });
    expect(subject.make(1)).toMatchObject({ thing: { kind: "value" } });
  });

  it("hands what is printed to print, line by line", () => {
    const subject = subjectOf(...small, "print('one', 2)", "print('drei é')");
    expect(printed()).toEqual(["one 2", "drei é"]);
    subject.run("print(Value(3).data)", "None");
    expect(printed()).toEqual(["3"]);
  });

  it("takes the class called Value, or the one that can add or go backward", () => {
    expect(subjectOf("class Scalar:", "  def __init__(self, x): self.x = x").make(1)).toMatchObject({
      thing: { kind: "value" },
    });
    const second = subjectOf(
      "class Helper:",
      "  pass",
      "class Node:",
      "  def __init__(self, x): self.x = x",
      "  def __add__(self, o): return self",
    );
    expect(second.read(resultOf(second.make(4)), "x")).toEqual({ kind: "number", number: 4 });
    expect(refusalOf("x = 1")).toEqual({ code: "no-class", text: "" });
    expect(refusalOf("")).toEqual({ code: "no-class", text: "" });
  });
});
