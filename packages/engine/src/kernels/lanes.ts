import { callsIn, type Formula, namesIn, type Op, type OpName, opOf } from "@outgrad/ops";
import { elementwiseOps } from "../generated/elementwise-ops.js";
import type { DType, Floats } from "../tensor/dtype.js";
import type { Strided } from "../tensor/strided.js";
import { FormulaRows, type Operand } from "./formula-rows.js";

/** Fewer numbers are done before a call into WebAssembly is. */
const few = 256;
/** What JavaScript computes about as fast as numbers are copied. */
const cheap = new Set(["abs", "sqrt", "floor", "signOf"]);

/** An op of the table in WebAssembly: its value, and the gradient times each partial; null for what JavaScript does as fast. */
interface Rows {
  readonly value: Prepared | null;
  readonly partials: readonly (Prepared | null)[];
}

interface Prepared {
  readonly rows: Readonly<Record<DType, FormulaRows>>;
  /** What it reads, in order. */
  readonly reads: readonly number[];
}

/** What a formula reads: the gradient, the arguments 0 and 1, the result, and the parameters from there on. */
const gradient = -1;
const result = 2;
const firstParam = 3;

const known = new Map<OpName, Rows>();

/**
 * y of the op with this code, of many numbers; false, and nothing has changed, where loops in JavaScript are as fast or
 * the only way.
 */
export function valueInLanes(
  code: number,
  out: Floats,
  dtype: DType,
  params: readonly number[],
  ...operands: readonly (Strided | undefined)[]
): boolean {
  const op = elementwiseOps[code];
  if (out.length < few || op === undefined) return false;
  const { value } = rowsOf(op.name as OpName);
  if (value === null) return false;
  return run(value, out, dtype, params, (place) => operands[place]);
}

/** The gradient times the op's partial number i, of what that reads. */
export function partialInLanes(
  code: number,
  i: number,
  out: Floats,
  dtype: DType,
  params: readonly number[],
  g: Strided,
  reads: readonly Strided[],
): boolean {
  const op = elementwiseOps[code];
  if (out.length < few || op === undefined) return false;
  const partial = rowsOf(op.name as OpName).partials[i];
  if (!partial) return false;
  const places = op.partials[i] as readonly number[];
  return run(partial, out, dtype, params, (place) => (place === gradient ? g : reads[places.indexOf(place)]));
}

function run(
  { rows, reads }: Prepared,
  out: Floats,
  dtype: DType,
  params: readonly number[],
  find: (place: number) => Strided | undefined,
): boolean {
  const operands: Operand[] = [];
  for (const place of reads) {
    const operand = place > result ? (params[place - firstParam] as number) : find(place);
    if (typeof operand === "number") operands.push(operand);
    else if (operand?.size === 1) operands.push(operand.data[operand.offset] as number);
    else if (operand?.contiguous && operand.size === out.length) {
      operands.push({ data: operand.data, at: operand.offset });
    } else return false;
  }
  return rows[dtype].run(operands, out);
}

function rowsOf(name: OpName): Rows {
  const found = known.get(name);
  if (found) return found;
  const op = opOf(name);
  const rows = {
    value: prepare(op, op.formula),
    partials: op.partialFormulas.map((partial) => times(op, partial)),
  };
  known.set(name, rows);
  return rows;
}

/** 0 + g * partial: the sum turns -0 into 0, as adding up does. */
function times(op: Op, partial: Formula): Prepared | null {
  const { span } = partial;
  const g: Formula = { kind: "name", name: "g", span };
  const product: Formula = { kind: "binary", operator: "*", left: g, right: partial, span };
  const zero: Formula = { kind: "number", value: 0, span };
  return prepare(op, { kind: "binary", operator: "+", left: zero, right: product, span }, partial);
}

function prepare(op: Op, formula: Formula, part = formula): Prepared | null {
  if ([...callsIn(part)].every((call) => cheap.has(call))) return null;
  const read = namesIn(formula);
  const placed: [string, number][] = [
    ["g", gradient],
    ...op.args.map((arg, i): [string, number] => [arg, i]),
    ["y", result],
    ...Object.keys(op.params).map((param, i): [string, number] => [param, firstParam + i]),
  ];
  const used = placed.filter(([name]) => read.has(name));
  const names = used.map(([name]) => name);
  const rows = (dtype: DType): FormulaRows => new FormulaRows(formula, names, dtype);
  return {
    rows: { float64: rows("float64"), float32: rows("float32") },
    reads: used.map(([, place]) => place),
  };
}
