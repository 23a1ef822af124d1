import { sum } from "../combine.js";
import type { RowProgram, RowWriter } from "./row-program.js";

/** How rows are standardized. */
export interface Standard {
  /** How many numbers a row has. */
  readonly count: number;
  /** Whether the mean is taken away first. */
  readonly centered: boolean;
  readonly eps: number;
  /** Whether the weight and the bias have a number for each row, or for each place in a row. */
  readonly weighs: "kept" | "rest";
}

/**
 * How far an element of x is from the mean of its row. Counted from the row's first number, so that what all numbers have
 * in common costs no digits.
 */
function far(w: RowWriter, x: number, count: number, centered: boolean): string {
  if (!centered) return w.element(x);
  const off = `(${w.element(x)} - ${w.start(x)})`;
  const total = w.reduce("total", sum, off);
  return `(${off} - ${w.define("mean", `${total} / ${w.number(count)}`)})`;
}

/** h = (x - mean) / sqrt(mean square of that + eps), of an element, and the factor by which it is scaled. */
function hat(w: RowWriter, x: number, { count, centered, eps }: Standard): [h: string, scale: string] {
  const off = far(w, x, count, centered);
  const squares = w.reduce("squares", sum, `${off} * ${off}`);
  const square = `${squares} / ${w.number(count)} + ${w.number(eps)}`;
  const scale = w.define("scale", `${w.number(1)} / ${w.call("sqrt", square)}`);
  return [`(${off} * ${scale})`, scale];
}

const weight = (w: RowWriter, input: number, { weighs }: Standard): string =>
  weighs === "kept" ? w.ofRow(input) : w.place(input);

const named = (name: string, inputs: number, standard: Standard): { name: string; inputs: number } => ({
  name: `${name} ${inputs} ${JSON.stringify(standard)}`,
  inputs,
});

/** h weight + bias, of x and, if there are more inputs, a weight and a bias. */
export const standardize = (inputs: number, standard: Standard): RowProgram => ({
  ...named("standardize", inputs, standard),
  write(w) {
    const [h] = hat(w, 0, standard);
    const factor = inputs > 1 ? ` * ${weight(w, 1, standard)}` : "";
    const bias = inputs > 2 ? ` + ${weight(w, 2, standard)}` : "";
    return [`${h}${factor}${bias}`];
  },
});

/** The gradient for x: scale (v - mean(v) - h mean(v h)), of g, x and perhaps a weight, where v is g weight. */
export const standardizeGrad = (inputs: number, standard: Standard): RowProgram => ({
  ...named("standardizeGrad", inputs, standard),
  write(w) {
    const [h, scale] = hat(w, 1, standard);
    const v = inputs > 2 ? `${w.element(0)} * ${weight(w, 2, standard)}` : w.element(0);
    const count = w.number(standard.count);
    const mean = (name: string, value: string): string =>
      w.define(name, `${w.reduce(`${name}Total`, sum, value)} / ${count}`);
    const tilt = mean("tilt", `${v} * ${h}`);
    const shift = standard.centered ? ` - ${mean("shift", v)}` : "";
    return [`(${v}${shift} - ${h} * ${tilt}) * ${scale}`];
  },
});

/** The gradient for a weight with a number for each row: the sum of g h, of g and x. */
export const weightOfRows = (standard: Standard): RowProgram => ({
  ...named("weightOfRows", 2, standard),
  perRow: 1,
  write(w) {
    const [h] = hat(w, 1, standard);
    return [w.reduce("slope", sum, `${w.element(0)} * ${h}`)];
  },
});

/** Of each row its mean, counted from its first number or 0 if it is not taken away, and its scale. */
export const moments = (standard: Standard): RowProgram => ({
  ...named("moments", 1, standard),
  perRow: 2,
  write(w) {
    const [, scale] = hat(w, 0, standard);
    return [standard.centered ? "mean" : w.number(0), scale];
  },
});

/** The sum of the squares of how far the numbers of a row are from their mean, over `divisor`. */
export const variance = (count: number, divisor: number): RowProgram => ({
  name: `variance / ${divisor}`,
  inputs: 1,
  perRow: 1,
  write(w) {
    const off = far(w, 0, count, true);
    return [`${w.reduce("squares", sum, `${off} * ${off}`)} / ${w.number(divisor)}`];
  },
});
