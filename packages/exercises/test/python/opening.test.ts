import { describe, expect, it } from "vitest";
import { statementsOf } from "../../src/subject/python/statements.ts";
import { fixture, printed, programOf, python, refusalOf, subjectOf } from "./python.ts";

const value = [
  "class Value:",
  "  def __init__(self, data):",
  "    self.data = data",
  "  def __add__(self, o): return self",
];

describe("statementsOf(text)", () => {
  it("keeps the lines of a statement together", () => {
    const text = [
      "# first",
      "import math",
      "",
      "if math:",
      "  a = 1",
      "else:",
      "  a = 2",
      "@property",
      "# between",
      "def f():",
      '  """',
      "not a statement",
      '  """',
      "# at the margin",
      "  return 1",
      "xs = [",
      "1,",
      "]",
      "print(a); b = 2",
    ].join("\n");
    expect(statementsOf(text).map(({ line, text }) => [line, text.split("\n").length])).toEqual([
      [1, 1],
      [2, 2],
      [4, 4],
      [8, 8],
      [16, 3],
      [19, 1],
    ]);
  });

  it("knows the lines that only a notebook understands", () => {
    const text = ["%matplotlib inline", "!pip install torch", "In [30]:", "x = 5 %", "2"].join("\n");
    expect(statementsOf(text).map(({ isMagic }) => isMagic)).toEqual([true, true, true, false, false]);
  });
});

describe("opening a text of Python", () => {
  it("passes over magics, imports of what is not here and failing cells below the class", () => {
    const subject = subjectOf(
      "%matplotlib inline",
      "!pip install torch",
      "import torch",
      "from math import exp, log",
      ...value,
      "import graphviz",
      "x = torch.tensor([1.0])",
      "print('still here')",
      "this is no Python",
      "y = Value(2)",
    );
    expect(printed()).toEqual(["still here"]);
    expect(subject.skipped?.map(({ line, text }) => `${line} ${text}`)).toEqual([
      "1 %matplotlib inline",
      "2 !pip install torch",
      "3 ModuleNotFoundError: No module named 'torch'",
      "9 ModuleNotFoundError: No module named 'graphviz'",
      "10 NameError: name 'torch' is not defined",
      "12 SyntaxError: invalid syntax",
    ]);
    expect(subject.run("", "y.data")).toEqual({ thing: { kind: "number", number: 2 } });
  });

  it("refuses a text that cannot be read up to its last definition, with the line", () => {
    expect(refusalOf("from math import exp", ...value, "  def exp(self)", "    return 1")).toEqual({
      code: "syntax",
      text: "SyntaxError: invalid syntax",
      line: 6,
    });
    expect(refusalOf("class Value:", "  def f(self):", "    x = 1", "   y = 2")).toMatchObject({
      code: "syntax",
      line: 4,
    });
    expect(refusalOf("frm math import exp", ...value)).toMatchObject({ code: "syntax", line: 1 });
  });

  it("refuses a text that throws up to its last definition, with the line", () => {
    expect(refusalOf("x = 1", "y = x / 0", ...value)).toEqual({
      code: "throws",
      text: "ZeroDivisionError: division by zero",
      line: 2,
    });
    expect(refusalOf("from math import nothing", ...value)).toEqual({
      code: "throws",
      text: "ImportError: cannot import name 'nothing'",
      line: 1,
    });
  });

  it("passes over what throws between definitions, unless it is one", () => {
    const between = programOf("def f(): return 1", "torch.ones(3)", "def g(): return 2");
    expect(between.skipped).toEqual([
      { code: "throws", text: "NameError: name 'torch' is not defined", line: 2 },
    ]);
    expect(between.call("g", [])).toEqual({ plain: 2 });
    expect(refusalOf(...value, "def f(x=nothing): pass", "def g(): pass")).toMatchObject({
      code: "throws",
      line: 5,
    });
    expect(refusalOf(...value, "x = (", "def g(): pass")).toMatchObject({ code: "syntax" });
  });

  it("blames the import when a class needs what it was to bring", () => {
    expect(refusalOf("from dataclasses import dataclass", "@dataclass", ...value)).toEqual({
      code: "throws",
      text: "ModuleNotFoundError: No module named 'dataclasses'",
      line: 1,
    });
  });

  it("runs without the modules that are only for types", () => {
    const subject = subjectOf(
      "from __future__ import annotations",
      "from typing import Callable, Optional, Union",
      "Number = Union[int, float]",
      "class Value:",
      "  def __init__(self, data: Number, children: Optional[tuple[Value]] = None) -> None:",
      "    self.data: Number = data",
      "    self._backward: Callable[[], None] = lambda: None",
    );
    expect(subject.skipped).toEqual([]);
    expect(subject.make(3)).toMatchObject({ thing: { kind: "value" } });
  });

  it.each([["\r\n"], ["\r"]])("counts lines that end in %j", (end) => {
    const text = [...value, "  def exp(self):", "    return nothing"].join(end);
    const subject = python.subject(text);
    if ("code" in subject) throw new Error(subject.text);
    const made = subject.make(1);
    if (!("thing" in made) || made.thing.kind !== "value") throw new Error("no Value");
    expect(subject.apply("exp", [made.thing.ref])).toMatchObject({ thrown: { line: 6, name: "nothing" } });
  });

  it("runs `if __name__ == '__main__'`, and what a program leaves with exit", () => {
    subjectOf(...value, "if __name__ == '__main__':", "  print('main')");
    expect(printed()).toEqual(["main"]);
    expect(subjectOf(...value, "import sys", "sys.exit()").skipped).toMatchObject([{ line: 6 }]);
  });

  it("takes what is said of a class after it: methods added from outside", () => {
    const subject = subjectOf(...value, "def exp(self): return Value(7)", "Value.exp = exp");
    expect(subject.names.has("exp")).toBe(true);
  });

  it("opens a whole notebook around a class", () => {
    const notebook = [
      "In [1]:",
      ...fixture("seed-right.py").split("\n"),
      "In [2]:",
      "import torch",
      "torch.ones(3)",
      "",
      "0.5",
    ];
    expect(subjectOf(...notebook).make(1)).toMatchObject({ thing: { kind: "value" } });
  });
});

describe("python.program(text)", () => {
  it("calls functions with numbers, texts and lists, whose bits come through", () => {
    const program = programOf(
      "def same(x): return x",
      "def pair(a, b): return (a, [b])",
      "def kinds(*xs): return [type(x).__name__ for x in xs]",
    );
    const plain = [
      0.1,
      -0,
      5e-324,
      2 ** 53,
      1e300,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      'é"\n🎉',
      true,
      null,
      [[], [1, [2.5]]],
    ] as const;
    expect(program.call("same", [plain])).toEqual({ plain });
    expect(program.call("pair", [1, 0.5])).toEqual({ plain: [1, [0.5]] });
    expect(program.call("kinds", [2, 2.5, "a", true, null, []])).toEqual({
      plain: ["int", "float", "str", "bool", "NoneType", "list"],
    });
  });

  it("tells what does not cross, and what was thrown with its line", () => {
    const program = programOf(
      "class Value: pass",
      "def f(): return f",
      "def g(): return Value()",
      "def h(): return [{1: 2}]",
      "",
      "def bad(): return 1 / 0",
    );
    expect(program.call("f", [])).toEqual({ other: "a function" });
    expect(program.call("g", [])).toEqual({ other: "an object of class Value" });
    expect(program.call("h", [])).toEqual({ other: "a dict" });
    expect(program.call("bad", [])).toEqual({
      thrown: { kind: "arithmetic", text: "ZeroDivisionError: division by zero", line: 6 },
    });
    expect(program.call("none", [])).toMatchObject({ thrown: { kind: "no-name", name: "none" } });
    expect(program.call("f", [1])).toMatchObject({ thrown: { kind: "type" } });
    expect([program.has("f"), program.has("none"), program.has("print")]).toEqual([true, false, false]);
  });

  it("computes as Python does: the function of the notebook at (2, 3, 4)", () => {
    const program = programOf(
      "from math import sin, cos",
      "def f(a, b, c): return -a**3 + sin(3*b) - 1.0/c + b**2.5 - a**0.5",
    );
    expect(program.call("f", [2, 3, 4])).toEqual({ plain: 6.336362190988558 });
  });
});
