import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/finding.ts";

/** An op that makes a node of its own: how the correct class writes it, in formulas of x, y, k and the result r. */
export interface Primitive {
  readonly op: string;
  readonly data: string;
  readonly slopes: readonly string[];
}

/** How a language writes what the correct class consists of. */
export interface Syntax {
  readonly language: Language;
  readonly base: string;
  readonly self: string;
  readonly other: string;
  /** After a statement. */
  readonly end: string;
  methodOf(op: string): string;
  /** A formula of x, y, k, r with `exp`, `log`, `abs`: both languages write the rest alike. */
  formula(neutral: string): string;
  /** The inputs as the constructor gets them. */
  children(names: readonly string[]): string;
  /** The construction of a node. */
  value(args: string): string;
}

const dunders = {
  constructor: "init",
  add: "add",
  radd: "radd",
  mul: "mul",
  rmul: "rmul",
  sub: "sub",
  rsub: "rsub",
  div: "truediv",
  rdiv: "rtruediv",
  neg: "neg",
  pow: "pow",
};

function written(neutral: string, names: Readonly<Record<string, string>>): string {
  return neutral.replace(/\b[a-z]\w*\b/g, (name) => names[name] ?? name);
}

const baseOf = (file: string) => readFileSync(join(import.meta.dirname, "base", file), "utf8");

export const python: Syntax = {
  language: "python",
  base: baseOf("value.py"),
  self: "self",
  other: "other",
  end: "",
  methodOf: (op) => (op in dunders ? `__${dunders[op as keyof typeof dunders]}__` : op),
  formula: (neutral) =>
    written(neutral, { x: "self.data", y: "other.data", r: "out.data", k: "other", self: "self" }),
  children: (names) => (names.length === 1 ? `(${names[0]},)` : `(${names.join(", ")})`),
  value: (args) => `Value(${args})`,
};

export const typescript: Syntax = {
  language: "typescript",
  base: baseOf("value.ts.txt"),
  self: "this",
  other: "o",
  end: ";",
  methodOf: (op) => op,
  formula: (neutral) =>
    written(neutral, {
      x: "this.data",
      y: "o.data",
      r: "out.data",
      self: "this",
      other: "o",
      exp: "Math.exp",
      log: "Math.log",
      abs: "Math.abs",
      round: "Math.round",
    }),
  children: (names) => `[${names.join(", ")}]`,
  value: (args) => `new Value(${args})`,
};

/** The ops that make nodes of their own in the base of a language. */
export function primitives({ language }: Syntax): readonly Primitive[] {
  return [
    { op: "add", data: "x + y", slopes: ["1.0", "1.0"] },
    { op: "mul", data: "x * y", slopes: ["y", "x"] },
    { op: "pow", data: "x ** k", slopes: ["k * x ** (k - 1)"] },
    { op: "exp", data: "exp(x)", slopes: ["r"] },
    { op: "log", data: "log(x)", slopes: ["(1 / x)"] },
    {
      op: "tanh",
      data: language === "python" ? "(exp(2 * x) - 1) / (exp(2 * x) + 1)" : "Math.tanh(x)",
      slopes: ["(1 - r ** 2)"],
    },
  ];
}
