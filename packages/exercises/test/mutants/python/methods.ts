import { type Mistake, mistake, placeOf } from "../mistake.ts";
import type { Syntax } from "../syntax.ts";

/** Mistakes about methods as such, in Python: names, nesting, what is missing, numbers, what is imported. */
export function methods(python: Syntax): Mistake[] {
  return [
    ...renamed.flatMap(([op, names]) =>
      names.map((name) =>
        mistake(op, `is named ${name}`, "wrong-name", [
          op,
          `  def ${python.methodOf(op)}(`,
          `  def ${name}(`,
        ]),
      ),
    ),
    ...nestable.flatMap((op) => [nested(python, op), missing(python, op), withoutSelf(python, op)]),
    ...numbers(),
    ...functions(),
    seedLog(python),
  ];
}

const renamed: readonly (readonly [string, readonly string[]])[] = [
  ["add", ["__plus__", "add"]],
  ["radd", ["__addr__", "__right_add__"]],
  ["mul", ["__multiply__", "mul", "__times__"]],
  ["rmul", ["__mulr__"]],
  ["sub", ["__minus__", "substract", "__subtract__"]],
  ["rsub", ["__subr__", "__rsubtract__"]],
  ["div", ["__div__", "__divide__", "__floordiv__", "div"]],
  ["rdiv", ["__rdiv__", "__truedivr__"]],
  ["neg", ["__minus__", "neg", "__negate__"]],
  ["pow", ["__power__", "pow", "__exp__"]],
  ["exp", ["__exp__", "Exp"]],
  ["log", ["__log__", "ln"]],
  ["tanh", ["__tanh__", "tan_h"]],
  ["backward", ["backwards", "backprop", "__backward__"]],
];

const nestable = "radd mul rmul neg sub rsub pow div rdiv exp log tanh backward".split(" ");

function textOf(python: Syntax, op: string): string {
  const [from, to] = placeOf(python.base, "python", python.methodOf(op));
  return python.base.slice(from, to).trimEnd();
}

const signature = (op: string) =>
  ["exp", "log", "tanh", "backward", "neg"].includes(op) ? "self" : "self, other";

/** Indented one step further, a method belongs to the one above it. */
function nested(python: Syntax, op: string): Mistake {
  const text = textOf(python, op);
  return mistake(op, "nested in the method above, by indentation", "nested-inside", [
    op,
    text,
    text.replace(/^(?=.)/gm, "  "),
  ]);
}

function missing(python: Syntax, op: string): Mistake {
  const also = op === "radd" ? " sum:sum-from-zero" : "";
  return mistake(op, "missing", `missing${also}`, [op, textOf(python, op), ""]);
}

function withoutSelf(python: Syntax, op: string): Mistake {
  const found = `${python.methodOf(op)}(${signature(op)})`;
  return mistake(op, "self missing from the parameters", "throws no-self wrong-signature unknown-name", [
    op,
    found,
    found.replace(/self(, )?/, ""),
  ]);
}

/** Seed 002: log within exp, before exp could return. */
function seedLog(python: Syntax): Mistake {
  const exp = textOf(python, "exp");
  const log = textOf(python, "log");
  return mistake("exp", "no return, and log nested in it (seed 002)", "missing-return log:nested-inside", [
    "",
    `${exp}\n\n${log}`,
    `${exp.replace("\n\n    return out", "")}\n\n${log.replace(/^(?=.)/gm, "  ")}`,
  ]);
}

function numbers(): Mistake[] {
  const wrap = "other = other if isinstance(other, Value) else Value(other)";
  return ["add", "mul"].flatMap((op) => [
    mistake(op, "numbers are not wrapped", "number-operand", [op, wrap, "pass"]),
    mistake(op, "numbers are wrapped where Values are", "self-vs-data number-operand", [
      op,
      wrap,
      "other = Value(other) if isinstance(other, Value) else other",
    ]),
    mistake(op, "only ints are wrapped", "number-operand", [
      op,
      wrap,
      "other = Value(other) if isinstance(other, int) else other",
    ]),
    mistake(op, "only floats are wrapped", "number-operand", [
      op,
      wrap,
      "other = Value(other) if isinstance(other, float) else other",
    ]),
    mistake(op, "numbers become 0", "number-operand forward-wrong", [
      op,
      wrap,
      "other = other if isinstance(other, Value) else Value(0)",
    ]),
    mistake(op, "numbers become ints", "number-operand forward-wrong", [
      op,
      wrap,
      "other = other if isinstance(other, Value) else Value(int(other))",
    ]),
    mistake(op, "everything is copied", "lost-child self-vs-data", [
      op,
      wrap,
      "other = Value(other.data) if isinstance(other, Value) else Value(other)",
    ]),
    mistake(op, "wraps self too", "lost-child self-vs-data", [
      op,
      wrap,
      `${wrap}\n    self = Value(self.data)`,
    ]),
    mistake(op, "numbers are refused", "number-operand", [
      op,
      wrap,
      "assert isinstance(other, Value), 'only Values'",
    ]),
  ]);
}

function functions(): Mistake[] {
  const unary = (["exp", "log", "tanh"] as const).flatMap((op) => [
    mistake(op, "calls itself", "infinite-recursion", [op, "return out", `return self.${op}()`]),
    mistake(op, "asks its number for the function", "self-vs-data throws unknown-method", [
      op,
      `out = Value(`,
      `out = Value(self.data.${op}(), (self,), '${op}')\n    out = Value(`,
    ]),
    mistake(op, "takes an argument", "throws wrong-signature", [op, `${op}(self)`, `${op}(self, x)`]),
    mistake(op, `${""}takes the Value itself`, "self-vs-data", [
      op,
      op === "tanh" ? "(2 * self.data) - 1" : `(${op}(self.data)`,
      op === "tanh" ? "(2 * self) - 1" : `(${op}(self)`,
    ]),
  ]);
  return [
    ...unary,
    mistake("exp", "its library is not imported by that name", "throws unknown-name", [
      "exp",
      "Value(exp(self.data)",
      "Value(math.exp(self.data)",
    ]),
    mistake("log", "its library is not imported by that name", "throws unknown-name", [
      "log",
      "Value(log(self.data)",
      "Value(np.log(self.data)",
    ]),
    mistake("exp", "exp is not imported", "throws unknown-name tanh:throws tanh:unknown-name", [
      "",
      "from math import exp, log",
      "from math import log",
    ]),
    mistake("log", "log is not imported", "throws unknown-name", [
      "",
      "from math import exp, log",
      "from math import exp",
    ]),
    mistake("exp", "names a variable it does not have", "throws unknown-name", [
      "exp",
      "exp(self.data)",
      "exp(x)",
    ]),
    mistake("mul", "grad without self", "throws unknown-name no-backward one-side-only", [
      "mul",
      "self.grad += other.data",
      "grad += other.data",
    ]),
    mistake("pow", "also takes Values, as numbers", "throws self-vs-data number-operand", [
      "pow",
      'assert isinstance(other, (int, float)), "only supporting int/float powers for now"',
      'assert isinstance(other, Value), "only Values"',
    ]),
    mistake("pow", "only takes ints", "throws number-operand", ["pow", "(int, float)", "int"]),
    mistake("pow", "only takes floats", "throws number-operand", ["pow", "(int, float)", "float"]),
    mistake("log", "refuses positive numbers", "throws", ["log", "self.data > 0", "self.data < 0"]),
    mistake("log", "refuses numbers below 1", "throws", ["log", "self.data > 0", "self.data > 1"]),
    mistake("log", "compares the Value", "self-vs-data throws", ["log", "self.data > 0", "self > 0"]),
    mistake("mul", "second line outside of the closure, by indentation", "one-side-only", [
      "mul",
      "      other.grad",
      "    other.grad",
    ]),
    mistake("add", "second line outside of the closure, by indentation", "one-side-only", [
      "add",
      "      other.grad",
      "    other.grad",
    ]),
    mistake("exp", "returns a new node without the closure", "lost-child no-backward", [
      "exp",
      "return out",
      "return Value(out.data)",
    ]),
    mistake("mul", "returns a new node with inputs, without the closure", "no-backward", [
      "mul",
      "return out",
      "return Value(out.data, (self, other), '*')",
    ]),
    mistake("tanh", "rounds its data", "forward-wrong", [
      "tanh",
      "    def _b",
      "    out.data = round(out.data, 4)\n\n    def _b",
    ]),
    mistake("div", "divides whole numbers in pow", "forward-wrong pow:forward-wrong", [
      "pow",
      "self.data ** other,",
      "self.data // self.data ** -other if other < 0 else self.data ** other,",
    ]),
  ];
}
