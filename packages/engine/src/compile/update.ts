import { type Formula, intrinsicArity, parseFormula, toRowFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { FormulaRows } from "../kernels/formula-rows.js";

/** Fewer numbers are changed before a call into WebAssembly is. */
const many = 1000;

/** How step() changes the Values from outside by their gradients. */
export interface Update {
  /** A Value's new data, in terms of its data p, its gradient g, and the numbers: "p - lr * g" is gradient descent. */
  readonly formula: string;
  /** Numbers that the formula names, such as a learning rate. They are read at each step: change them to follow a schedule. */
  readonly numbers?: Record<string, number>;
}

type Row = Float64Array | Float32Array;

/** An update, read. */
export interface Rule {
  readonly formula: Formula;
  /** The names of the numbers. */
  readonly names: readonly string[];
  /** Copies the numbers of now. */
  read(into: Float64Array): void;
  /** Changes rows of data by their gradients. */
  apply(p: Row, g: Row): void;
}

/** Reads an update. Throws a FormulaError that shows the place of a mistake, and a TypeError for a number named p or g. */
export function ruleOf({ formula: text, numbers = {} }: Update): Rule {
  const names = Object.keys(numbers);
  for (const name of ["p", "g"]) {
    if (!names.includes(name)) continue;
    throw new TypeError(
      `compile: the update's numbers have a ${name}, which stands for a Value's ${name === "p" ? "data" : "gradient"}; ` +
        "give that number another name.",
    );
  }
  const formula = parseFormula(text, { names: ["p", "g", ...names], functions: intrinsicArity });
  const read = (name: string): number => finite(name, numbers[name]);
  const all = ["p", "g", ...names];
  const change = toRowFunction(formula, all, intrinsics);
  const lanes = { 4: new FormulaRows(formula, all, "float32"), 8: new FormulaRows(formula, all, "float64") };
  return {
    formula,
    names,
    read: (into) => {
      for (let i = 0; i < names.length; i++) into[i] = read(names[i] as string);
    },
    apply: (p, g) => {
      const given = names.map(read);
      const rows = lanes[p.BYTES_PER_ELEMENT as 4 | 8];
      const done = p.length >= many && rows.run([{ data: p, at: 0 }, { data: g, at: 0 }, ...given], p);
      if (!done) change([p, g, ...given], p);
    },
  };
}

function finite(name: string, found: unknown): number {
  if (Number.isFinite(found)) return found as number;
  throw new TypeError(`compile: the update's number ${name} is ${String(found)}; give a finite number.`);
}
