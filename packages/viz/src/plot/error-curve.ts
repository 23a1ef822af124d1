import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { found, isList, isRecord } from "../text/found.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { errorCurveSvg } from "./error-curve-svg.js";

/** What some numerical derivatives were off by, at which steps: what gradcheck's `errorCurve` returns. */
export interface MeasuredErrors {
  /** The true derivative; errors are shown relative to it, or as they are where it is 0 or not finite. */
  readonly exact: number;
  readonly methods: readonly {
    readonly name: string;
    /** One for each step h > 0; the error is absolute. */
    readonly points: readonly { readonly h: number; readonly error: number }[];
  }[];
  /** A method that chooses its own steps: a horizontal line, if it is off at all. */
  readonly ridders?: { readonly distance: number };
}

/** How an error curve is shown. */
export interface ErrorCurveOptions {
  /** A step to mark with a vertical line; the errors of the measured step that is nearest are said. */
  readonly h?: number;
  /** In pixels; 640 by 360 if absent, at least 280 by 180. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: Theme;
}

/** One method, read: relative errors from the smallest step to the largest. */
export interface ErrorsOfMethod {
  readonly name: string;
  readonly points: readonly ErrorAt[];
  /** Where the error is least; of equal ones the largest step. */
  readonly best: ErrorAt | undefined;
  /** At the measured step nearest to the one that is marked. */
  readonly marked: ErrorAt | undefined;
}

export interface ErrorAt {
  readonly h: number;
  readonly error: number;
}

/** An error curve that has been read. */
export interface ReadErrors {
  readonly methods: readonly ErrorsOfMethod[];
  readonly ridders: number | undefined;
  readonly yLabel: "relative error" | "absolute error";
  readonly summary: string;
}

/**
 * The error of numerical derivatives over their step h, both axes logarithmic: rounding wins on the left, the
 * formula's own error on the right, and each method has its best step between. An error of exactly 0, which has no
 * logarithm, stands with a ring on a line of its own at the bottom; one that is not finite leaves a gap.
 *
 * @throws TypeError for what is not such a curve; RangeError for a step that is not a finite number above 0, measured
 * or to be marked.
 */
export function errorCurve(curve: MeasuredErrors, options: ErrorCurveOptions = {}): Drawing {
  checkCurve(curve);
  checkOptions({ called: "errorCurve", example: "curve, { h: 1e-5 }" }, options);
  const errors = read(curve, options.h);
  return new Drawing({
    svg: () => errorCurveSvg(errors, options),
    text: () => `${errors.summary}.`,
    table: () => table(errors),
    json: () => toJson(curve),
  });
}

function checkCurve(curve: unknown) {
  if (isList(curve)) {
    throw new TypeError(
      `errorCurve: expected one curve, got ${found(curve)}, as gradcheck's errorCurve(f, x) makes for a function of ` +
        "several numbers; give it a function of one number, and one number x.",
    );
  }
  if (isRecord(curve) && isList(curve.methods)) {
    const isMethod = (method: unknown) =>
      isRecord(method) && typeof method.name === "string" && isList(method.points);
    if (Array.from(curve.methods).every(isMethod)) return;
  }
  throw new TypeError(
    `errorCurve: expected what gradcheck's errorCurve(f, x) returns, { exact, methods: [{ name, points }] }; got ${found(curve)}.`,
  );
}

/** What a method is called in words: a person's name has its capital. */
function titleOf(name: string): string {
  return name === "richardson" ? "Richardson" : clean(name, 32);
}

function read(curve: MeasuredErrors, marked: number | undefined): ReadErrors {
  for (const h of [...curve.methods.flatMap(({ points }) => points.map((point) => point.h)), marked ?? 1]) {
    if (h > 0 && h < Infinity) continue;
    throw new RangeError(`errorCurve: expected steps h that are finite and above 0, got ${h}.`);
  }
  const size = Math.abs(curve.exact);
  const isRelative = size > 0 && size < Infinity;
  const scaled = (error: number) => (isRelative ? error / size : error);
  const methods = curve.methods.map(({ name, points }): ErrorsOfMethod => {
    const read = points
      .map(({ h, error }) => ({ h, error: Math.abs(scaled(error)) }))
      .sort((a, b) => a.h - b.h);
    let best: ErrorAt | undefined;
    for (const point of read) if (point.error <= (best?.error ?? Infinity)) best = point;
    return {
      name: titleOf(name),
      points: read,
      best: Number.isFinite(best?.error) ? best : undefined,
      marked: marked === undefined ? undefined : nearest(read, marked),
    };
  });
  const distance = curve.ridders === undefined ? 0 : Math.abs(scaled(curve.ridders.distance));
  const yLabel = isRelative ? "relative error" : "absolute error";
  return {
    methods,
    ridders: distance > 0 && distance < Infinity ? distance : undefined,
    yLabel,
    summary: sentence(methods, yLabel, marked),
  };
}

/** The point whose step is off by the least factor. */
function nearest(points: readonly ErrorAt[], h: number): ErrorAt | undefined {
  const off = (point: ErrorAt) => Math.max(point.h / h, h / point.h);
  let found = points[0];
  for (const point of points) if (off(point) < off(found as ErrorAt)) found = point;
  return found;
}

function sentence(methods: readonly ErrorsOfMethod[], what: string, h: number | undefined): string {
  if (methods.length === 0) return "No method was measured";
  const bests = methods.map(({ name, best }) =>
    best === undefined
      ? `${name} has no finite error`
      : `${name} is best at h = ${formatNumber(best.h)}, ${errorText(best.error)}`,
  );
  const all = `The ${what} over the step h: ${bests.join("; ")}`;
  const marked = methods.flatMap(({ name, marked }) => (marked ? [{ name, ...marked }] : []));
  if (h === undefined || marked.length === 0) return all;
  const where = marked.every((point) => point.h === h) ? "at" : "nearest to";
  return `${all}; ${where} h = ${formatNumber(h)}: ${marked.map(({ name, error }) => `${name} ${errorText(error)}`).join(", ")}`;
}

/** An error for people: two digits are more than it is worth. */
export function errorText(error: number): string {
  return error === 0 ? "exactly 0" : formatNumber(error, 2);
}

function table({ methods }: ReadErrors): string {
  const errors = methods.map(({ points }) => new Map(points.map(({ h, error }) => [h, error])));
  const steps = [...new Set(errors.flatMap((each) => [...each.keys()]))].sort((a, b) => b - a);
  const rows = steps.map((h) => [
    formatNumber(h),
    ...errors.map((each, i) => {
      const error = each.get(h);
      if (error === undefined) return "";
      return `${formatNumber(error, 2)}${methods[i]?.best?.h === h ? " *" : "  "}`;
    }),
  ]);
  const head = ["h", ...methods.map(({ name }) => `${clean(name, 24)}  `)];
  return `${columns([head, ...rows], new Set(head.keys()))}\n* the least of its method`;
}
