import { checkGradient } from "@outgrad/gradcheck";
import { log } from "@outgrad/ops/intrinsics";
import { format } from "../../format.ts";
import { inWords } from "../../in-words.ts";
import type { Circuit } from "../circuit.ts";
import { best, type LeafErrors } from "./error-curves.ts";
import { alongLeaf, type Method, methods, type SlopeRow } from "./slopes.ts";

/** A nudge agrees with the gradient where they differ by less than this part of it, as in the seeds. */
export const agreement = 1e-5;

/** What the methods are called in a sentence. */
export const methodNames: Readonly<Record<Method, string>> = {
  forward: "the plain nudge",
  symmetric: "the symmetric one",
  richardson: "Richardson's",
  complex: "the complex step",
};

/** An error for people: two digits, or all that stand before the point. */
export function errorText(error: number): string {
  return format(error >= 10 && error < 1e6 ? Math.round(error) : error, 2);
}

/** What differences say that choose their own steps, in a sentence: OK, wrong, or why nobody can tell. */
export function referee(circuit: Circuit, name: string): string {
  const x = circuit.leaves.get(name);
  const grad = circuit.slopes.get(name);
  if (x === undefined || grad === undefined) return "";
  if (!Number.isFinite(circuit.result)) return `The result is ${format(circuit.result)}: it has no slope.`;
  const f = alongLeaf(circuit, name);
  const [row] = checkGradient(
    ([t]) => f(t as number),
    () => [grad],
    [x],
  ).rows;
  if (row === undefined) return "";
  const found = `${format(row.expected, 15)} ± ${format(row.errorBar, 1)}`;
  if (row.verdict === "OK") return `The gradient is right: steps of many sizes together give ${found}.`;
  if (row.verdict === "WRONG") return `The gradient is wrong! Steps of many sizes together give ${found}.`;
  return `Nudges cannot tell whether the gradient is right: ${row.why?.replaceAll("-", "−")}.`;
}

/** What the nudges with this h tell, in a sentence or two; `errors` are those of all steps, as far as known. */
export function verdict(circuit: Circuit, row: SlopeRow, h: number, errors?: LeafErrors): string {
  const { name, x, grad } = row;
  const y = circuit.result;
  if (!Number.isFinite(y)) return "There is nothing to compare.";
  if (!Number.isFinite(grad)) return `backward says ${format(grad)}, which no quotient can reach.`;
  if (x + h === x) return `${name} + h is ${name} again: the nudge itself is lost in rounding.`;
  const f = alongLeaf(circuit, name);
  const [up, down] = [f(x + h), f(x - h)];
  const beyond = [up, down].find((side) => !Number.isFinite(side));
  if (beyond !== undefined)
    return `Within h of ${name} the result is ${format(beyond)}: nudges step out of f.`;
  if (up === y && down === y && grad !== 0) {
    return "The nudged result has all the digits of the result: everything cancels, and the slope reads 0.";
  }
  return `${closest(row)} ${advice(row, h, errors)}`.trim();
}

/** Which method comes closest, and to how many digits. */
function closest({ grad, measured }: SlopeRow): string {
  const errors = methods.flatMap((method) => {
    const found = measured[method];
    return found ? [{ method, error: found.error }] : [];
  });
  const least = Math.min(...errors.map(({ error }) => error));
  if (!(least < agreement)) return "With this h no method agrees with the gradient.";
  const those = inWords(
    errors.filter(({ error }) => error === least).map(({ method }) => methodNames[method]),
  );
  if (least === 0) return `With this h the gradient is matched to the last bit by ${those}.`;
  if (grad === 0) return `With this h ${those} comes closest: ${format(least, 2)} instead of 0.`;
  return `With this h ${those} comes closest: ${digitsOf(least)} digits are right.`;
}

/** What would bring the plain nudge closer. */
function advice({ measured }: SlopeRow, h: number, errors: LeafErrors | undefined): string {
  const error = measured.forward?.error ?? 0;
  const least = errors && best(errors, "forward");
  if (error === 0 || least === undefined || error <= 2 * least.error || least.error > 0.1) return "";
  const has = error < 1 ? `The plain nudge has ${digitsOf(error)}` : "The plain nudge has none";
  const why = h > least.h ? "f bends within h" : "rounding takes the rest";
  return `${has}: ${why}; it is best at h = ${format(least.h)}, with ${digitsOf(least.error)}.`;
}

/** How many digits a relative error leaves. */
const digitsOf = (error: number): number =>
  error === 0 ? 16 : Math.max(0, Math.min(16, Math.floor(-log(error) / Math.LN10)));
