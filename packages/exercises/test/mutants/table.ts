import type { Finding } from "../../src/finding.ts";
import type { Judgement, Score, Verdict } from "./score.ts";

/** Set to `show`, failures of the half that is held back are printed too: for a last report, not for who writes rules. */
const showsHeldBack = process.env.OUTGRAD_HELD_BACK === "show";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function row(name: string, { classes, flagged, named, roots, rootsOfOne, rootsOfTwo }: Score): string {
  const means = `roots ${roots.toFixed(3)} (one mistake ${rootsOfOne.toFixed(3)}, two ${rootsOfTwo.toFixed(3)})`;
  return `  ${name.padEnd(9)} ${classes} classes, flagged ${percent(flagged)}, cause first ${percent(named)}, ${means}`;
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ op, code }) => `${op}:${code}`).join(" ") || "nothing";

function failure({ mutant, roots, flagged, named }: Verdict): string {
  const kind = flagged ? (named ? "many roots" : "another cause") : "not flagged";
  const causes = mutant.causes.map(({ op, code }) => `${op}:${code}`).join(" or ");
  return `  ${kind.padEnd(13)} | ${mutant.name} | wanted ${causes} | said ${said(roots)}`;
}

/** What came of a judgement: the numbers, and what a grader's author may see of its failures. */
export function tableOf({
  language,
  all,
  seen,
  heldBack,
  correct,
  falseAlarms,
  verdicts,
}: Judgement): string {
  const failures = verdicts.filter(
    ({ mutant, named, flagged, roots }) =>
      (!mutant.heldBack || showsHeldBack) && (!named || !flagged || roots.length > mutant.mistakes),
  );
  return [
    `${language}: ${falseAlarms.length} false alarms on ${correct} right classes`,
    row("all", all),
    row("seen", seen),
    row("held back", heldBack),
    ...falseAlarms.map(({ name, findings }) => `  false alarm   | ${name} | said ${said(findings)}`),
    ...failures.map(failure).sort(),
  ].join("\n");
}
