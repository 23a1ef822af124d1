import { parseFormula } from "@outgrad/ops";
import type { GpuPrinter } from "@outgrad/ops/gpu";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { stream } from "../wasm-run.ts";

const functions: Readonly<Record<string, (...args: number[]) => number>> = intrinsics;

/** A function's text and the points at which it is measured. */
export interface Measured {
  readonly name: string;
  readonly args: readonly string[];
  readonly columns: readonly Float32Array[];
}

/** How many points each function is measured at on a driver. */
const points = 16_384;

const leastNormal = 2 ** -126;

/** Where programs change from one form to another, and where functions overflow, vanish or have a zero. */
const borders = [
  0.3465736,
  0.41421357,
  0.5,
  0.625,
  0.70710677,
  1,
  Math.SQRT2,
  2.4142137,
  9.2,
  10,
  13.1,
  17,
  20,
  30,
  87.3,
  88.72,
  89.4,
  10_000,
  12_800,
  16_777_216,
];

/** The points of a function: every exponent, the numbers around borders, and those nearest to multiples of pi/2. */
export function measured(name: string, count = points): Measured {
  const uniform = stream(23);
  const arity = (functions[name] as (...args: number[]) => number).length;
  const sign = () => (uniform() < 0.5 ? -1 : 1);
  const kinds: readonly (() => number)[] = [
    () => 2 ** (254 * uniform() - 126),
    () => 2 ** (16 * uniform() - 8),
    () => 1.2 * uniform(),
    () => 20 * uniform(),
    () => 100 * uniform(),
    () =>
      Math.fround(Math.floor(2 ** (20 * uniform())) * (Math.PI / 2)) *
      (1 + sign() * Math.round(uniform()) * 2 ** -23),
    () =>
      (borders[Math.floor(borders.length * uniform())] as number) *
      (1 + Math.round(12 * uniform() - 6) * 2 ** -23),
    () => 1 + sign() * 2 ** (-24 * uniform()),
  ];
  const number = () => sign() * (kinds[Math.floor(kinds.length * uniform())] as () => number)();
  const columns = Array.from({ length: arity }, () => Float32Array.from({ length: count }, number));
  const [x, y] = columns as [Float32Array, Float32Array | undefined];
  if (name === "pow" && y) {
    // Powers of every size, of bases near 1 too.
    for (let i = 0; i < count; i++) {
      const base = Math.abs(x[i] as number);
      if (i % 4 > 0) y[i] = (uniform() * 250 - 125) / Math.log2(base === 1 ? 2 : base);
      if (i % 4 > 1) x[i] = base;
    }
  }
  return { name, args: arity === 1 ? ["x"] : ["x", "z"], columns };
}

/** The text of the call. */
export function callOf({ name, args }: Measured, printer: GpuPrinter): string {
  return printer.print(parseFormula(`${name}(${args.join(", ")})`), String);
}

/** The greatest relative error where the value is a normal number, and where it is; Infinity for a wrong kind of number. */
export function worst({ name, columns }: Measured, found: Float32Array): { error: number; at: number[] } {
  let result = { error: 0, at: [] as number[] };
  for (let i = 0; i < found.length; i++) {
    const at = columns.map((column) => column[i] as number);
    const wanted = (functions[name] as (...args: number[]) => number)(...at);
    const error = errorOf(found[i] as number, wanted);
    if (error > result.error) result = { error, at };
  }
  return result;
}

function errorOf(found: number, wanted: number): number {
  if (Number.isNaN(wanted)) return Number.isNaN(found) ? 0 : Number.POSITIVE_INFINITY;
  if (Math.abs(wanted) < leastNormal) return Math.abs(found) <= leastNormal ? 0 : Number.POSITIVE_INFINITY;
  const inFloat32 = Math.fround(wanted);
  if (!Number.isFinite(found) && !Number.isFinite(inFloat32))
    return found === inFloat32 ? 0 : Number.POSITIVE_INFINITY;
  // Beside the limit it is the last rounding that decides.
  const kept = Number.isFinite(found) ? found : Math.sign(found) * 2 ** 128;
  return Math.abs(kept - wanted) / Math.abs(wanted) || (kept === wanted ? 0 : Number.POSITIVE_INFINITY);
}
