import { type Mistake, mistake, placeOf } from "../mistake.ts";
import type { Syntax } from "../syntax.ts";

/** Mistakes about methods as such, in TypeScript: names, nesting, what is missing, numbers. */
export function methods(typescript: Syntax): Mistake[] {
  return [
    ...renamed.flatMap(([op, names]) =>
      names.map((name) => mistake(op, `is named ${name}`, "wrong-name", [op, `  ${op}(`, `  ${name}(`])),
    ),
    ...nestable.flatMap(([above, op]) => [nested(typescript, above, op), missing(typescript, op)]),
    seedLog(typescript),
    ...numbers(),
    ...functions(),
  ];
}

const renamed: readonly (readonly [string, readonly string[]])[] = [
  ["add", ["plus", "__add__"]],
  ["mul", ["times", "multiply", "__mul__"]],
  ["sub", ["minus", "substract", "subtract", "__sub__"]],
  ["rsub", ["rsubtract", "__rsub__"]],
  ["div", ["__div__", "divide", "__truediv__"]],
  ["rdiv", ["rdivide", "__rtruediv__"]],
  ["neg", ["negate", "minus", "__neg__"]],
  ["pow", ["power", "__pow__"]],
  ["exp", ["Exp", "__exp__"]],
  ["log", ["ln", "Log"]],
  ["tanh", ["__tanh__", "Tanh"]],
  ["backward", ["backwards", "backprop", "Backward"]],
];

const nestable = [
  ["add", "mul"],
  ["mul", "neg"],
  ["neg", "sub"],
  ["sub", "rsub"],
  ["rsub", "pow"],
  ["pow", "div"],
  ["div", "rdiv"],
  ["rdiv", "exp"],
  ["exp", "log"],
  ["log", "tanh"],
  ["tanh", "backward"],
] as const;

function textOf({ base }: Syntax, op: string): string {
  const [from, to] = placeOf(base, "typescript", op);
  return base.slice(from, to);
}

/** As a function in the method above, after its return: the closing brace stands in the wrong place. */
function nested(typescript: Syntax, above: string, op: string): Mistake {
  const [outer, inner] = [textOf(typescript, above), textOf(typescript, op)];
  return mistake(op, `a function within ${above}`, "nested-inside", [
    "",
    `${outer}\n${inner}`,
    `${outer.replace(/ {2}\}\n$/, "")}\n  function ${inner.trimStart()}  }\n`,
  ]);
}

function missing(typescript: Syntax, op: string): Mistake {
  return mistake(op, "missing", "missing", [op, textOf(typescript, op), ""]);
}

/** Seed 002: log within exp, before exp could return. */
function seedLog(typescript: Syntax): Mistake {
  const [exp, log] = [textOf(typescript, "exp"), textOf(typescript, "log")];
  return mistake("exp", "no return, and log nested in it (seed 002)", "missing-return log:nested-inside", [
    "",
    `${exp}\n${log}`,
    `${exp.replace("    return out;\n  }\n", "")}    function ${log.trimStart()}  }\n`,
  ]);
}

function numbers(): Mistake[] {
  const wrap = "const o = other instanceof Value ? other : new Value(other);";
  return ["add", "mul"].flatMap((op) => {
    const m = (name: string, codes: string, now: string) => mistake(op, name, codes, [op, wrap, now]);
    return [
      m("numbers are not wrapped", "number-operand", "const o = other as Value;"),
      m(
        "numbers are wrapped where Values are",
        "self-vs-data number-operand",
        "const o = (other instanceof Value ? new Value(other as any) : other) as Value;",
      ),
      m(
        "numbers become 0",
        "number-operand forward-wrong",
        "const o = other instanceof Value ? other : new Value(0);",
      ),
      m(
        "numbers become whole numbers",
        "number-operand forward-wrong",
        "const o = other instanceof Value ? other : new Value(Math.trunc(other));",
      ),
      m(
        "numbers become undefined",
        "number-operand forward-wrong self-vs-data",
        "const o = other instanceof Value ? other : new (Value as any)();",
      ),
      m(
        "everything is copied",
        "lost-child",
        "const o = other instanceof Value ? new Value(other.data) : new Value(other);",
      ),
      m("everything is wrapped", "self-vs-data", "const o = new Value(other as any);"),
      m(
        "numbers are refused",
        "number-operand",
        'if (!(other instanceof Value)) throw new Error("only Values");\n    const o = other;',
      ),
      m(
        "0 counts as nothing",
        "number-operand sum-from-zero throws sum:sum-from-zero",
        "const o = other instanceof Value ? other : new Value(other || 1);",
      ),
      m(
        "typeof spelt wrong",
        "number-operand self-vs-data",
        'const o = ((typeof other as string) === "Number" ? new Value(other as number) : other) as Value;',
      ),
    ];
  });
}

function functions(): Mistake[] {
  return [
    ...(["exp", "log", "tanh"] as const).flatMap((op) => [
      mistake(op, "calls itself", "infinite-recursion", [op, "return out;", `return this.${op}();`]),
      mistake(op, "asks its number for the function", "self-vs-data throws unknown-method", [
        op,
        `Math.${op}(this.data)`,
        `(this.data as any).${op}()`,
      ]),
      mistake(op, "wants an argument", "throws wrong-signature self-vs-data forward-wrong", [
        op,
        `${op}(): Value {\n    const out = new Value(Math.${op}(this.data)`,
        `${op}(x?: any): Value {\n    const out = new Value(Math.${op}(x)`,
      ]),
      mistake(op, `${""}takes the Value itself`, "self-vs-data", [
        op,
        `Math.${op}(this.data)`,
        `Math.${op}(this as any)`,
      ]),
      mistake(op, "without Math", "throws unknown-name", [op, `Math.${op}(this.data)`, `${op}(this.data)`]),
      mistake(op, "is a getter", "getter wrong-signature throws backward-not-function not-a-method", [
        op,
        `${op}():`,
        `get ${op}():`,
      ]),
      mistake(op, "is static", "static missing not-a-method wrong-name", [
        op,
        `  ${op}():`,
        `  static ${op}(this: any):`,
      ]),
      mistake(op, "is private by #", "missing wrong-name", [op, `  ${op}():`, `  #${op}():`]),
    ]),
    mistake("log", "Math.log10", "forward-wrong", ["log", "Math.log(", "Math.log10("]),
    mistake("log", "Math.log2", "forward-wrong", ["log", "Math.log(", "Math.log2("]),
    mistake("log", "Math.log1p", "forward-wrong", ["log", "Math.log(", "Math.log1p("]),
    mistake("exp", "Math.expm1", "forward-wrong", ["exp", "Math.exp(", "Math.expm1("]),
    mistake("tanh", "Math.tan", "forward-wrong wrong-op", ["tanh", "Math.tanh(", "Math.tan("]),
    mistake("tanh", "Math.atan", "forward-wrong", ["tanh", "Math.tanh(", "Math.atan("]),
    mistake("tanh", "Math.sinh", "forward-wrong", ["tanh", "Math.tanh(", "Math.sinh("]),
    mistake("tanh", "Math.atanh", "forward-wrong self-vs-data", ["tanh", "Math.tanh(", "Math.atanh("]),
    mistake("pow", "^ for **", "forward-wrong wrong-op", ["pow", "(this.data ** k,", "(this.data ^ k,"]),
    mistake("pow", "^ for ** in the slope", "grad-wrong", [
      "pow",
      "this.data ** (k - 1)",
      "(this.data ^ (k - 1))",
    ]),
    mistake("exp", "E ^ x", "forward-wrong wrong-op", ["exp", "Math.exp(this.data)", "Math.E ^ this.data"]),
    mistake("pow", "k is not given to the closure", "grad-wrong throws pow-no-k self-vs-data", [
      "pow",
      "k * this.data ** (k - 1)",
      "(this as any).k * this.data ** ((this as any).k - 1)",
    ]),
    mistake("pow", "only takes whole numbers", "forward-wrong number-operand throws", [
      "pow",
      "    const out",
      '    if (!Number.isInteger(k)) throw new Error("whole numbers only");\n    const out',
    ]),
    mistake("pow", "multiplies in a loop", "forward-wrong", [
      "pow",
      "const out = new Value(this.data ** k,",
      "let p = 1;\n    for (let i = 0; i < k; i++) p *= this.data;\n    const out = new Value(p,",
    ]),
    mistake("log", "refuses positive numbers", "throws", [
      "log",
      "    const out",
      '    if (this.data > 0) throw new Error("only positive numbers");\n    const out',
    ]),
    mistake("log", "refuses numbers below 1", "throws", [
      "log",
      "    const out",
      '    if (this.data < 1) throw new Error("only positive numbers");\n    const out',
    ]),
    mistake("mul", "second line outside of the closure", "one-side-only", [
      "mul",
      "      o.grad += this.data * out.grad;\n    };",
      "    };\n    o.grad += this.data * out.grad;",
    ]),
    mistake("add", "second line outside of the closure", "one-side-only", [
      "add",
      "      o.grad += 1.0 * out.grad;\n    };",
      "    };\n    o.grad += 1.0 * out.grad;",
    ]),
    mistake("exp", "returns a new node without the closure", "lost-child no-backward", [
      "exp",
      "return out;",
      "return new Value(out.data);",
    ]),
    mistake("mul", "returns a new node with inputs, without the closure", "no-backward", [
      "mul",
      "return out;",
      "return new Value(out.data, [this, o]);",
    ]),
    mistake("tanh", "rounds its data", "forward-wrong", [
      "tanh",
      "Math.tanh(this.data)",
      "Number(Math.tanh(this.data).toFixed(4))",
    ]),
    mistake("exp", "gives its data as text", "self-vs-data forward-wrong returns-raw", [
      "exp",
      "Math.exp(this.data)",
      "Math.exp(this.data).toFixed(12) as any",
    ]),
    mistake("add", "adds texts", "self-vs-data forward-wrong", [
      "add",
      "this.data + o.data",
      '("" + this.data + o.data) as any',
    ]),
    mistake("add", "the Value and a number", "self-vs-data", [
      "add",
      "this.data + o.data",
      "(this as any) + (o as any)",
    ]),
    mistake("mul", "both Values", "self-vs-data", [
      "mul",
      "this.data * o.data",
      "(this as any) * (o as any)",
    ]),
    mistake("mul", "Values in the slopes", "self-vs-data", [
      "mul",
      "this.grad += o.data * out.grad",
      "this.grad += (o as any) * out.grad",
    ]),
    mistake("mul", "a Value for out.grad", "self-vs-data", [
      "mul",
      "this.grad += o.data * out.grad",
      "this.grad += o.data * (out as any)",
    ]),
    mistake("exp", "a Value for out.data", "self-vs-data", [
      "exp",
      "out.data * out.grad",
      "(out as any) * out.grad",
    ]),
    mistake("add", "a field that there is not", "wrong-target no-backward one-side-only self-vs-data", [
      "add",
      "this.grad += 1.0",
      "(this as any).gradient += 1.0",
    ]),
    mistake("log", "a field that there is not", "self-vs-data grad-wrong no-chain", [
      "log",
      "out.grad",
      "(out as any).gradient",
    ]),
    mistake("mul", "a field that there is not, in the value", "self-vs-data forward-wrong", [
      "mul",
      "this.data * o.data",
      "this.data * (o as any).value",
    ]),
  ];
}
