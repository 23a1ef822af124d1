import { describe, expect, it } from "vitest";
import { structureOf } from "../../src/structure/structure-of.ts";

const read = (...lines: string[]) => structureOf(lines.join("\n"), "python");

describe('structureOf(source, "python")', () => {
  it("knows classes, methods and parameters with their lines", () => {
    const { classes, functions, mistake } = read(
      "from math import exp",
      "",
      "class Value:",
      "  # a comment",
      "  def __init__(self, data, _children=(), *, label: str = ''):",
      "    self.data = data",
      "",
      "  @staticmethod",
      "  def of(x): return Value(x)",
      "",
      "  # after the last method",
      "",
      "def softmax(logits, *rest, **more):",
      "  return logits",
    );
    expect(mistake).toBeUndefined();
    expect(classes).toHaveLength(1);
    expect(classes[0]).toMatchObject({ name: "Value", line: 3, lastLine: 9 });
    expect(
      classes[0]?.methods.map(({ name, line, lastLine, parameters, returns }) => [
        name,
        line,
        lastLine,
        parameters,
        returns,
      ]),
    ).toEqual([
      ["__init__", 5, 6, ["data", "_children", "label"], false],
      ["of", 9, 9, ["x"], true],
    ]);
    expect(functions).toMatchObject([
      { name: "softmax", line: 13, lastLine: 14, parameters: ["logits", "rest", "more"] },
    ]);
  });

  it("nests by indentation: a log inside exp is no method", () => {
    const [value] = read(
      "class Value:",
      "  def exp(self):",
      "    out = Value(exp(self.data))",
      "",
      "    def log(self):",
      "      def _backward():",
      "          self.grad += (1/x) * out.grad",
      "      return out",
      "",
      "  def backward(self):",
      "    self.grad = 1.0",
    ).classes;
    expect(value?.methods.map(({ name }) => name)).toEqual(["exp", "backward"]);
    const exp = value?.methods[0];
    expect(exp).toMatchObject({ line: 2, lastLine: 8, returns: false });
    expect(exp?.inner).toMatchObject([{ name: "log", line: 5, lastLine: 8, parameters: [], returns: true }]);
    expect(exp?.inner[0]?.inner).toMatchObject([
      {
        name: "_backward",
        assignments: [{ target: "self.grad", operator: "+=", value: "(1/x) * out.grad", line: 7 }],
      },
    ]);
  });

  it("counts operators as calls of their methods, the reversed ones after a number", () => {
    const [f] = read(
      "def f(a, b):",
      "  c = a * b + a.exp()",
      "  c = -a - 2 // b",
      "  c -= a @ b % 2 / a",
      "  return 2 - a ** -1 + (1 + 2) * 3",
    ).functions;
    expect(f?.calls.map(({ name, line }) => `${line} ${name}`).sort()).toEqual([
      "2 __add__",
      "2 __mul__",
      "2 exp",
      "3 __neg__",
      "3 __rfloordiv__",
      "3 __sub__",
      "4 __matmul__",
      "4 __mod__",
      "4 __sub__",
      "4 __truediv__",
      "5 __add__",
      "5 __mul__",
      "5 __pow__",
      "5 __rsub__",
    ]);
  });

  it("tells assignments with target, operator and value as written, without the comment behind", () => {
    const [f] = read(
      "def f(self):",
      "  self.grad += other * (self.data ** (other - 1)) * out.grad # the chain rule",
      "  x = y = 2",
      "  self.data, self.grad = data, 0.0",
      "  first, rest = pair",
      "  self.grad: float = 1",
      "  n //= 2",
      "  bare: int",
    ).functions;
    expect(
      f?.assignments.map(({ line, target, operator, value }) => `${line} ${target} ${operator} ${value}`),
    ).toEqual([
      "2 self.grad += other * (self.data ** (other - 1)) * out.grad",
      "3 x = 2",
      "3 y = 2",
      "4 self.data = data",
      "4 self.grad = 0.0",
      "5 first, rest = pair",
      "6 self.grad = 1",
      "7 n other 2",
    ]);
  });

  it("takes lambdas for inner functions, called after what they are assigned to", () => {
    const [value] = read(
      "class Value:",
      "  def __init__(self):",
      "    self._backward = lambda: None",
      "    sort(key=lambda v: -v)",
      "  neg = lambda self: self * -1",
      "  __radd__ = __add__",
    ).classes;
    expect(value?.methods).toMatchObject([
      {
        name: "__init__",
        returns: false,
        inner: [
          { name: "_backward", returns: true },
          { name: "", parameters: ["v"], calls: [{ name: "__neg__", line: 4 }] },
        ],
      },
      { name: "neg", line: 5, parameters: [], calls: [{ name: "__mul__", line: 5 }] },
    ]);
    expect(value?.fields).toContainEqual({ target: "__radd__", operator: "=", value: "__add__", line: 6 });
  });

  it("leaves out `self` by the name that the class gives it, and keeps what is no self", () => {
    const [value] = read(
      "class Value:",
      "  def __init__(this, data): pass",
      "  def exp(this): pass",
      "  def __add__(other): return other",
    ).classes;
    expect(value?.methods.map(({ parameters }) => parameters)).toEqual([["data"], [], ["other"]]);
  });

  it("tells a return with a value from one without, outside inner functions", () => {
    const { functions } = read(
      "def a():",
      "  return",
      "def b():",
      "  def c(): return 1",
      "def d():",
      "  if x:",
      "    return 1",
    );
    expect(functions.map(({ returns }) => returns)).toEqual([false, false, true]);
  });

  it("counts lines of texts with CRLF, tabs and letters beyond ASCII", () => {
    const [value] = structureOf(
      "# naïve 🎉\r\nclass Värde:\r\n\tdef exp(self):\r\n\t\treturn 1\r\n",
      "python",
    ).classes;
    expect(value).toMatchObject({ name: "Värde", line: 2, lastLine: 4, methods: [{ name: "exp", line: 3 }] });
  });

  it("reads what there is of a broken text, and tells where it breaks", () => {
    const { classes, mistake } = read(
      "class Value:",
      "  def __add__(self, other)",
      "    return other",
      "  def exp(self):",
      "    return 1",
    );
    expect(mistake).toMatchObject({ line: 2 });
    expect(classes[0]?.methods.map(({ name }) => name)).toContain("exp");
    expect(read("%matplotlib inline", "class A:", "  def f(self): pass")).toMatchObject({
      mistake: { line: 1, column: 1 },
      classes: [{ name: "A", methods: [{ name: "f", line: 3 }] }],
    });
    expect(read("")).toEqual({ classes: [], functions: [] });
  });
});
