import type { BinaryOperator, Formula } from "./ast.js";
import { compare, type Functions, functionOf, placeOf } from "./to-function.js";

type Numbers = Float64Array | Float32Array;

/** Numbers that lie side by side, or one number for all places. */
type Row = Numbers | number;

/** A part of a formula for rows of so many numbers; its result is overwritten by the next call. */
type Evaluate = (env: readonly Row[], length: number) => Row;

/**
 * A formula as a function of rows of equal length and of single numbers, in the order of `names`, that writes its results
 * into a row: place by place the bits of `toFunction`, but the tree is walked once a row. No generated code. Numbers of
 * single precision are computed with in double and rounded once.
 *
 * @throws Error for a name or a function that is not given.
 */
export function toRowFunction(
  formula: Formula,
  names: readonly string[],
  functions: Functions,
): (rows: readonly Row[], into: Numbers) => void {
  const evaluate = closure(formula, names, functions);
  return (rows, into) => {
    const found = evaluate(rows, into.length);
    if (typeof found === "number") into.fill(found);
    else into.set(found);
  };
}

function closure(formula: Formula, names: readonly string[], functions: Functions): Evaluate {
  const of = (part: Formula) => closure(part, names, functions);
  switch (formula.kind) {
    case "number": {
      const { value } = formula;
      return () => value;
    }
    case "name": {
      const index = placeOf(formula.name, names);
      return (env) => env[index] as Row;
    }
    case "negate":
      return placewise([of(formula.of)], (x) => -(x as number));
    case "binary":
      return arithmetic[formula.operator](of(formula.left), of(formula.right));
    case "choose": {
      const holds = compare[formula.comparison];
      const parts = [formula.left, formula.right, formula.then, formula.otherwise];
      return placewise(parts.map(of), (...[left, right, then, otherwise]) =>
        holds(left as number, right as number) ? (then as number) : (otherwise as number),
      );
    }
    case "call":
      return placewise(formula.args.map(of), functionOf(formula.name, functions));
  }
}

function placewise(parts: readonly Evaluate[], f: (...numbers: number[]) => number): Evaluate {
  const take = scratch();
  const [only] = parts;
  if (parts.length === 1 && only) {
    return (env, length) => {
      const x = only(env, length);
      if (typeof x === "number") return f(x);
      const into = take(length);
      for (let k = 0; k < length; k++) into[k] = f(x[k] as number);
      return into;
    };
  }
  return (env, length) => {
    const rows = parts.map((part) => part(env, length));
    const into = take(length);
    for (let k = 0; k < length; k++)
      into[k] = f(...rows.map((row) => (typeof row === "number" ? row : (row[k] as number))));
    return into;
  };
}

/** A row that is kept from call to call, as long as the longest so far. */
function scratch(): (length: number) => Float64Array {
  let kept = new Float64Array(0);
  return (length) => {
    if (kept.length < length) kept = new Float64Array(length);
    return kept.length === length ? kept : kept.subarray(0, length);
  };
}

type Loop = (left: Numbers, right: Numbers, into: Float64Array) => void;

/** An operator over rows; a single number among them is spread first. */
function loops(loop: Loop): (left: Evaluate, right: Evaluate) => Evaluate {
  return (left, right) => {
    const [take, spreadLeft, spreadRight] = [scratch(), scratch(), scratch()];
    const spread = (row: Row, into: Float64Array) => (typeof row === "number" ? into.fill(row) : row);
    return (env, length) => {
      const into = take(length);
      const [a, b] = [left(env, length), right(env, length)];
      loop(spread(a, spreadLeft(length)), spread(b, spreadRight(length)), into);
      return into;
    };
  };
}

const arithmetic: Record<BinaryOperator, (left: Evaluate, right: Evaluate) => Evaluate> = {
  "+": loops((a, b, into) => {
    for (let k = 0; k < into.length; k++) into[k] = (a[k] as number) + (b[k] as number);
  }),
  "-": loops((a, b, into) => {
    for (let k = 0; k < into.length; k++) into[k] = (a[k] as number) - (b[k] as number);
  }),
  "*": loops((a, b, into) => {
    for (let k = 0; k < into.length; k++) into[k] = (a[k] as number) * (b[k] as number);
  }),
  "/": loops((a, b, into) => {
    for (let k = 0; k < into.length; k++) into[k] = (a[k] as number) / (b[k] as number);
  }),
};
