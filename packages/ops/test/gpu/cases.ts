import { type Formula, type Op, opOf } from "@outgrad/ops";
import { gpuPolicy } from "@outgrad/ops/gpu";
import { stream } from "../wasm-run.ts";
import { accepted, accepts } from "./accepted.ts";

/** Formulas of the same names over columns of float32, and the number of points. */
export interface Case {
  readonly op: Op;
  readonly formulas: readonly Formula[];
  readonly names: readonly string[];
  readonly columns: readonly Float32Array[];
}

/** Awkward numbers; the rest of the points are random. */
const awkward = [
  0,
  -0,
  1e-45,
  -1e-40,
  1.1754944e-38,
  1e-30,
  -1e-30,
  1e-7,
  0.5,
  -0.5,
  1,
  -1,
  2,
  -2,
  3,
  -3,
  2.5,
  88.7,
  -88.7,
  104,
  -104,
  16777216,
  1e30,
  -1e30,
  3e38,
  -3e38,
  Infinity,
  -Infinity,
  Number.NaN,
];

/** How many points each case has: all pairs of awkward numbers, and at least a thousand others. */
export const count = 2048;

/** The value and the partials of an op, at awkward and random points; finite ones beyond `farthest` are brought nearer. */
export function caseOf(name: string, farthest = Number.POSITIVE_INFINITY): Case {
  const op = opOf(name);
  const uniform = stream(name.length * 7919 + count);
  const params = Object.keys(op.params);
  const names = [...op.args, ...params, "y"];
  const columns = names.map(() => new Float32Array(count));
  for (let i = 0; i < count; i++) {
    const point = [
      ...op.args.map((_, k) => number(op, k, i, uniform)),
      ...params.map((param) => (i % 3 === 0 ? 4 * uniform() - 2 : (op.params[param] as number))),
    ].map((x) => Math.fround(Math.abs(x) > farthest && Number.isFinite(x) ? x % farthest : x));
    [...point, Math.fround(op.value(...point))].forEach((value, k) => {
      (columns[k] as Float32Array)[i] = value;
    });
  }
  return { op, formulas: [op.formula, ...op.partialFormulas], names, columns };
}

function number(op: Op, k: number, i: number, uniform: () => number): number {
  const pair = k === 0 ? i % awkward.length : Math.floor(i / awkward.length);
  if (pair < awkward.length && i < awkward.length ** op.args.length) return awkward[pair] as number;
  const sign = uniform() < 0.5 ? -1 : 1;
  const [low, high] = op.domain[k] as readonly [number, number];
  const kinds: readonly (() => number)[] = [
    () => low + (high - low) * uniform(),
    () => sign * 2 ** (252 * uniform() - 126),
    () => sign * 2 ** (16 * uniform() - 8),
    () => sign * 100 * uniform(),
    () => sign * (1 + (uniform() - 0.5) * 2 ** (-20 * uniform())),
    () => sign * Math.floor(50 * uniform()),
    () => sign * 1.2 * uniform(),
  ];
  return (kinds[Math.floor(kinds.length * uniform())] as () => number)();
}

/**
 * What is wrong with the columns found for the formulas of a case: a sentence for each. Ops that gpuPolicy does not name
 * give the CPU's numbers wherever those are float32; the others are as their formulas are in float32's range.
 */
export function mistakes({ op, formulas, names, columns }: Case, found: readonly Float32Array[]): string[] {
  const uniform = stream(11);
  const isNarrow = Object.hasOwn(gpuPolicy.ops, op.name);
  return formulas.flatMap((formula, k) => {
    const wrong: string[] = [];
    for (let i = 0; i < count; i++) {
      const env = Object.fromEntries(
        names.map((name, j) => [name, (columns[j] as Float32Array)[i] as number]),
      );
      const value = found[k]?.[i] as number;
      const may = accepted(formula, env, uniform, isNarrow);
      if (!accepts(may, value)) wrong.push(`${JSON.stringify(env)} gives ${value} instead of ${may.wanted}`);
    }
    const what = k === 0 ? "value" : `partial ${op.args[k - 1]}`;
    return wrong.length > 0
      ? [`${op.name}, ${what}: ${wrong.length} wrong, as ${wrong.slice(0, 4).join("; ")}`]
      : [];
  });
}
