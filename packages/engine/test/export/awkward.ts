import { compile, type Value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { type OpName, opOf, ops } from "@outgrad/ops";

const names = Object.keys(ops) as OpName[];

/** Every op of the table, each of two arguments of its own: the results, and, for the gradients, their sum. */
export const everyOp = (x: readonly Value[]): Value[] =>
  names.map((name, i) => {
    const [a, b] = [x[2 * i], x[2 * i + 1]] as [Value, Value];
    const method = a[name] as (b?: Value) => Value;
    return opOf(name).args.length === 2 ? method.call(a, b) : method.call(a);
  });

export const sumOfEveryOp = (x: readonly Value[]): Value => everyOp(x).reduce((sum, y) => sum.add(y));

export const sizeOfEveryOp = 2 * names.length;

const awkward = [
  0,
  -0,
  5e-324,
  -1e-310,
  1e-300,
  1e-9,
  0.5,
  -0.5,
  1,
  -1,
  2,
  -2,
  3,
  -3.5,
  22.25,
  -40,
  709.5,
  -745,
  16384.5,
  -1e6,
  1e16,
  -1e22,
  1e160,
  -1e300,
  Infinity,
  -Infinity,
  NaN,
];

/** Rows of arguments: every pair of awkward numbers in turn for each op, then numbers of its domain. */
export function rowsOfEveryOp(tame: number): number[][] {
  const stream = random(11);
  const pairs = awkward.flatMap((a) => awkward.map((b) => [a, b]));
  const drawn = Array.from({ length: tame }, () =>
    names.flatMap((name) => {
      const { domain } = opOf(name);
      return [0, 1].map((i) => {
        const [low, high] = domain[i] ?? [-3, 3];
        return stream.uniform(low, high);
      });
    }),
  );
  return [...pairs.map((pair) => names.flatMap(() => pair)), ...drawn];
}

/** What replay gives for the rows: the value and the gradient. */
export function replayed(f: (x: Value[]) => Value, rows: readonly (readonly number[])[]): number[][] {
  const compiled = compile(f, { target: "replay" });
  return rows.map((row) => {
    const [value, gradient] = compiled.valueAndGradient(row as number[]);
    return [value, ...(gradient as number[])];
  });
}
