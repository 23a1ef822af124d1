import type { GpuPrinter } from "@outgrad/ops/gpu";

/** How two numbers become one, as WGSL. */
export interface Combine {
  readonly name: string;
  /** What changes nothing: a thread without numbers has it. */
  readonly neutral: number;
  /** `b` is a name. */
  readonly of: (printer: GpuPrinter, a: string, b: string) => string;
}

// If b is greater, b; if b is NaN, b; else a, which may be NaN: nothing is greater then.
const extreme = (name: string, neutral: number, ordered: (a: string, b: string) => string[]): Combine => ({
  name,
  neutral,
  of: (printer, a, b) => printer.call("less", [...ordered(a, b), b, printer.call("keepNan", [b, a])]),
});

export const sum: Combine = { name: "sum", neutral: 0, of: (_, a, b) => `${a} + ${b}` };
/** The greatest number, NaN if there is one. */
export const greatest = extreme("greatest", Number.NEGATIVE_INFINITY, (a, b) => [a, b]);
/** The smallest number, NaN if there is one. */
export const smallest = extreme("smallest", Number.POSITIVE_INFINITY, (a, b) => [b, a]);
