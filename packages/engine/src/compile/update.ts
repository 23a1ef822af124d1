import { type Formula, intrinsicArity, parseFormula, toRowFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import * as float32 from "@outgrad/ops/intrinsics/float32";
import { inFloat32 } from "@outgrad/ops/wasm";
import { warming } from "../kernels/elementwise/wasm.js";
import type { Cursor, LoopKernel } from "../kernels/loops.js";
import type { DType } from "../tensor/dtype.js";

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

/**
 * Reads an update. Throws a FormulaError that shows the place of a mistake, and a TypeError for a number named p or g, in
 * the name of `where`.
 */
export function ruleOf({ formula: text, numbers = {} }: Update, where = "compile"): Rule {
  const names = Object.keys(numbers);
  for (const name of ["p", "g"]) {
    if (!names.includes(name)) continue;
    throw new TypeError(
      `${where}: the update's numbers have a ${name}, which stands for a Value's ${name === "p" ? "data" : "gradient"}; ` +
        "give that number another name.",
    );
  }
  const formula = parseFormula(text, { names: ["p", "g", ...names], functions: intrinsicArity });
  const read = (name: string): number => finite(where, name, numbers[name]);
  const element = { formula, names: ["p", "g"], params: names };
  const kernelOf = (dtype: DType): LoopKernel => {
    const written = dtype === "float32" ? inFloat32(formula) : formula;
    const change = toRowFunction(written, ["p", "g", ...names], { ...intrinsics, ...float32 });
    const plain: LoopKernel = (_rows, _columns, out, _at, params, p, g) =>
      change([p.data, g.data, ...params], out);
    return warming(plain, dtype, element);
  };
  const kernels = { 4: kernelOf("float32"), 8: kernelOf("float64") };
  return {
    formula,
    names,
    read: (into) => {
      for (let i = 0; i < names.length; i++) into[i] = read(names[i] as string);
    },
    apply: (p, g) => {
      const rows = [p, g].map((data) => ({ data, at: 0, row: 0, column: 1 })) as [Cursor, Cursor];
      const kernel = kernels[p.BYTES_PER_ELEMENT as 4 | 8];
      kernel(1, p.length, p, 0, names.map(read), ...rows, ...rows);
    },
  };
}

function finite(where: string, name: string, found: unknown): number {
  if (Number.isFinite(found)) return found as number;
  throw new TypeError(`${where}: the update's number ${name} is ${String(found)}; give a finite number.`);
}
