import { format } from "../format.ts";
import type { Found, InputReport, Judged, Look } from "./inside/report.ts";

/** What a verdict is called. */
export const verdictNames = { OK: "OK", WRONG: "Wrong", "CAN'T TELL": "Can’t tell" } as const;

/** An error for people: "3e−13", and 0 in words. */
export const errorText = (error: number): string => (error === 0 ? "exact" : format(error, 2));

/** The verdict on the whole, in a sentence: on the gradient worked out by hand if there is one. */
export function headline({ inputs }: Look): string {
  const isOwn = inputs.some(({ own }) => own !== null);
  const whose = isOwn ? "Your gradient" : "The engine’s gradient";
  const judged = inputs.map((input) => ({ name: input.name, verdict: verdictOn(input)?.verdict }));
  const those = (verdict: string) =>
    inWords(judged.filter((each) => each.verdict === verdict).map(({ name }) => name));
  if (judged.some(({ verdict }) => verdict === "WRONG")) return `${whose} is wrong for ${those("WRONG")}.`;
  if (judged.some(({ verdict }) => verdict === "CAN'T TELL")) {
    return `Nobody can tell whether ${isOwn ? "your" : "the engine’s"} gradient is right for ${those("CAN'T TELL")}.`;
  }
  return `${whose} is right for ${those("OK")}, at this point.`;
}

/** What is judged: the gradient worked out by hand, else the engine's. */
export const verdictOn = ({ own, engine }: InputReport): Judged | null => own ?? engine;

/** One judgement in a sentence. */
export function judgedInWords(
  whose: string,
  { gradient, verdict, expected, errorBar, relativeError, doubt, why }: Judged,
): string {
  const said = `${whose} says ${format(gradient, 8)}`;
  if (verdict === "OK") {
    const close =
      gradient === expected
        ? "to the last bit"
        : `within ${format(Math.max(errorBar, Math.abs(gradient - expected)), 1)}`;
    return `${said}; differences agree ${close}.`;
  }
  if (verdict === "WRONG") {
    const off = Number.isFinite(relativeError) ? `, off by ${format(100 * relativeError, 3)} %` : "";
    return `${said}, differences say ${format(expected, 8)} ± ${format(errorBar, 1)}${off}.`;
  }
  return `${said}. ${doubtNames[doubt ?? "kink"]}: ${(why ?? "").replaceAll("-", "−")}.`;
}

const doubtNames = {
  kink: "A kink",
  cancellation: "Rounding",
  "non-finite": "Not finite",
  "non-deterministic": "Not a function",
} as const;

/** A point as people write it: "x = 1, w = −2". */
export const pointText = (x: readonly number[], names: readonly string[]): string =>
  x.map((each, i) => `${names[i] ?? `x${i}`} = ${format(each, 6)}`).join(", ");

/** The worst point of a search in a sentence. */
export function foundInWords({ x, verdict, error, why }: Found, names: readonly string[]): string {
  const where = `at ${pointText(x, names)}`;
  if (verdict === "WRONG") return `Wrong ${where}: ${why.replaceAll("-", "−")}.`;
  if (verdict === "CAN'T TELL") return `Worst ${where}, where nobody can tell: ${why.replaceAll("-", "−")}.`;
  return error === 0
    ? `Nowhere an error beyond what the reference may be off itself; for one, ${where}.`
    : `Right wherever it was tried. The largest relative error, ${format(error, 2)}, is ${where}.`;
}

export function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
