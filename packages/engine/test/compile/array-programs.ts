import {
  add,
  asConstant,
  defineOp,
  gt,
  mean,
  mul,
  noGrad,
  type Scalar,
  select,
  sum,
  type Value,
  value,
} from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import fc from "fast-check";
import { number } from "./programs.js";

/** One line of a program over rows of numbers: what it does, to which rows (counted from the last), and with what. */
interface Line {
  readonly does: (typeof patterns)[number];
  readonly rows: readonly [number, number];
  readonly op: OpName;
  readonly at: number;
  readonly constant: number;
}

/** A random program over rows, as people write layouts, nets over time, convolutions, normalisations. */
export interface ArrayProgram {
  /** The parts of the first argument, the second argument, and the Values from outside. */
  readonly argument: { readonly scale: number; readonly points: readonly number[] };
  readonly data: readonly number[];
  readonly weights: readonly number[];
  readonly lines: readonly Line[];
  /** How many rows go into the result. */
  readonly last: number;
}

const patterns = [
  "map",
  "map",
  "zip",
  "zip",
  "shared",
  "shared",
  "weighted",
  "params",
  "a user's op",
  "convolution",
  "matrix times row",
  "matrix times matrix",
  "recurrence",
  "pairs",
  "normalise",
  "partial sums",
  "partial products",
  "ragged sums",
  "select",
  "detach",
  "noGrad",
  "shifted",
  "concat",
  "slice",
  "reverse",
  "sum",
  "mean",
] as const;

const blend = defineOp({
  name: "blend",
  args: ["a", "b"],
  params: { k: 1 },
  value: "a * tanh(k * b) + b",
  partials: ["tanh(k * b)", "a * k * (1 - tanh(k * b) * tanh(k * b)) + 1"],
});

const unary = (Object.keys(ops) as OpName[]).filter((name) => opOf(name).args.length === 1);
const binary = (Object.keys(ops) as OpName[]).filter((name) => opOf(name).args.length === 2);
const common = [
  "add",
  "mul",
  "sub",
  "div",
  "tanh",
  "relu",
  "exp",
  "square",
] as const satisfies readonly OpName[];

const line: fc.Arbitrary<Line> = fc.record({
  does: fc.constantFrom(...patterns),
  rows: fc.tuple(fc.nat(6), fc.nat(6)),
  op: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<OpName[]>(...common) },
    { weight: 1, arbitrary: fc.constantFrom(...unary, ...binary) },
  ),
  at: fc.nat(40),
  constant: number,
});

const numbers = (most: number): fc.Arbitrary<number[]> => fc.array(number, { minLength: 1, maxLength: most });

export const arrayPrograms: fc.Arbitrary<ArrayProgram> = fc.record({
  argument: fc.record({ scale: number, points: numbers(17) }, { noNullPrototype: true }),
  data: numbers(17),
  weights: numbers(9),
  lines: fc.array(line, { minLength: 1, maxLength: 9 }),
  last: fc.integer({ min: 1, max: 4 }),
});

/** No row is longer than this. */
const widest = 24;

type Row = readonly Scalar[];

/** The last rows that a program computes. */
export function rowsOf(
  { lines, last }: ArrayProgram,
  argument: { scale: Scalar; points: Row },
  data: Row,
  weights: Row,
): Value[][] {
  const rows: Row[] = [data, weights, argument.points, argument.points.map((x) => mul(x, argument.scale))];
  for (const { does, rows: picked, op, at, constant } of lines) {
    const [x, y] = picked.map((back) => rows[Math.max(0, rows.length - 1 - back)]) as [Row, Row];
    rows.push(compute(does, op, x, y, weights, at, constant).slice(0, widest));
  }
  return rows.slice(-last).map((row) => row.map(lifted));
}

/** Their sum in one number. */
export const totalOf = (rows: readonly (readonly Value[])[]): Value => sum(rows.map((row) => sum(row)));

const lifted = (scalar: Scalar): Value => (typeof scalar === "number" ? value(scalar) : scalar);

function apply(name: OpName, a: Scalar, b: Scalar, constant = 0): Value {
  const { args, params } = opOf(name);
  const given = Object.keys(params).length > 0 && Number.isFinite(constant) ? [constant] : [];
  const method = lifted(a)[name] as (...rest: Scalar[]) => Value;
  return args.length === 2 ? method.call(lifted(a), b, ...given) : method.call(lifted(a), ...given);
}

function compute(
  does: Line["does"],
  op: OpName,
  x: Row,
  y: Row,
  weights: Row,
  at: number,
  constant: number,
): Row {
  const pick = (row: Row, i: number): Scalar => row[i % row.length] as Scalar;
  switch (does) {
    case "map":
      return x.map((a) => apply(op, a, constant));
    case "params":
      return x.map((a, i) => apply(op, a, constant, i % 3 ? constant : 0.5));
    case "a user's op":
      return x.map((a, i) => blend(a, pick(y, i), i % 2 ? 0.25 : 4));
    case "zip":
      return x.map((a, i) => apply(op, a, pick(y, i)));
    case "shared":
      return x.map((a) => (at % 2 ? apply(op, a, pick(y, at)) : apply(op, pick(y, at), a)));
    case "weighted":
      return x.map((a, i) => add(mul(pick(weights, at), a), mul(pick(weights, at + 1), pick(y, i + 1))));
    case "convolution":
      return x.map((_, i) => sum([0, 1, 2].map((k) => mul(pick(weights, k), pick(x, i + k)))));
    case "matrix times row":
      return [0, 1, 2, 3, 4].map((i) => sum(x.map((a, j) => mul(pick(y, 5 * i + j), a))));
    case "matrix times matrix":
      return [0, 1, 2, 3, 4, 5].map((place) => {
        const [i, j] = [place % 3, Math.floor(place / 3)];
        return sum([0, 1, 2, 3].map((k) => mul(pick(x, 4 * i + k), pick(y, 3 * k + j))));
      });
    case "recurrence": {
      let state: Scalar = pick(y, at);
      return x.map((a) => {
        state = add(mul(state, pick(weights, at)), mul(a, pick(weights, at + 1))).tanh();
        return state;
      });
    }
    case "pairs":
      return x.length < 2
        ? x
        : x
            .slice(0, 7)
            .flatMap((a, i) => x.slice(0, i).map((b) => apply(op, apply("sub", a, b).square(), b)));
    case "normalise": {
      const middle = mean(x);
      const spread = mean(x.map((a) => apply("sub", a, middle).square()));
      return x.map((a) => apply("sub", a, middle).div(spread.add(1e-5).sqrt()));
    }
    case "partial sums":
    case "partial products": {
      let total: Scalar = x[0] as Scalar;
      return x.map((a, i) => {
        if (i > 0) total = does === "partial sums" ? add(total, a) : mul(total, a);
        return total;
      });
    }
    case "ragged sums":
      return x.map((_, i) => sum(x.slice(0, i + 1).map((a, j) => mul(a, pick(y, j)))));
    case "select":
      return x.map((a, i) => select(gt(a, pick(y, i)), apply("square", a, 0), constant));
    case "detach":
      return x.map((a, i) => (i % 4 === at % 4 ? lifted(a).detach() : asConstant(apply(op, a, pick(y, i)))));
    case "noGrad":
      return noGrad(() => x.map((a, i) => apply(op, a, pick(y, i))));
    case "shifted":
      return x.map((a, i) => apply(op, a, pick(x, i + 1)));
    case "concat":
      return at % 2 ? [...x, ...y] : x.flatMap((a, i) => [a, pick(y, i)]);
    case "slice":
      return x.slice(at % x.length);
    case "reverse":
      return [...x].reverse();
    case "sum":
      return [sum(x), sum(y)];
    case "mean":
      return [mean(x), pick(y, at)];
  }
}
