import type { Finding, Report, Topic } from "../../finding.js";
import { excerpt } from "./excerpt.js";
import { inline } from "./markdown.js";
import type { Page } from "./page.js";
import { hang } from "./wrap.js";

/** The text that was checked, and what to call it: a path that terminals make a link, once a line is behind it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** How many causes are shown with their lines; of the others the sentence will do until these are mended. */
const inFull = 3;

/**
 * What came of an exercise: causes with their lines and what goes wrong with them, then what is left to do, notes, and
 * what is right. `rungs` is how many hints about the first cause are open.
 */
export function reportLines(report: Report, source: Source, page: Page, rungs = 0): string[] {
  const { paint, width } = page;
  const causes = causesOf(report);
  const shown = causes.flatMap((cause, i) => [
    ...sentence("✗ ", cause, page, paint.wrong),
    ...goingWithIt(cause, report, page),
    ...place(cause, source),
    ...(i < inFull && cause.line !== undefined
      ? indented(excerpt(source.text, cause.line, width - 4, paint))
      : []),
    ...(i === 0 ? ladder(cause, rungs, page) : []),
    "",
  ]);
  const notes = report.notes.flatMap((note) => [
    ...sentence("• ", note, page, paint.note),
    ...place(note, source),
    "",
  ]);
  const right =
    report.right.length === 0
      ? []
      : [...hang("✓ ", `Right: ${list(report.right.map(page.name))}.`, width).map(paint.right), ""];
  return [...shown, ...toDo(rootsOf(report).filter(isToDo), source, page), ...notes, ...right];
}

/** What the others follow from. */
const rootsOf = (report: Report): readonly Finding[] =>
  report.findings.filter((finding) => causeOf(finding, report) === finding);

/** What is wrong, without what only follows and what has not been begun. */
export const causesOf = (report: Report): readonly Finding[] =>
  rootsOf(report).filter((finding) => !isToDo(finding));

const ladder = (cause: Finding, rungs: number, page: Page): string[] =>
  page
    .ladder(cause)
    .slice(0, rungs)
    .flatMap((hint) => hang(page.paint.note("  • "), inline(hint, page.paint), page.width));

/** Whether it says that a part is still as the starter had it. */
export const isToDo = ({ code }: Finding): boolean => code === "to-do";

function toDo(findings: readonly Finding[], source: Source, { width, name }: Page): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  return [
    ...hang("▸ ", `To do: ${list(findings.map(({ op }) => name(op)))}.`, width),
    ...place(first, source),
    "",
  ];
}

/** The finding that one follows from in the end, itself if from none. */
function causeOf(finding: Finding, { findings }: Report): Finding {
  const seen = new Set<Finding>();
  let cause = finding;
  while (cause.causedBy !== undefined && !seen.has(cause)) {
    seen.add(cause);
    const { code, op } = cause.causedBy;
    const next = findings.find((other) => other.code === code && other.op === op);
    if (next === undefined) return cause;
    cause = next;
  }
  return cause;
}

const sentence = (
  mark: string,
  finding: Finding,
  page: Page,
  paintMark: (text: string) => string,
): string[] => hang(paintMark(mark), inline(page.sentence(finding), page.paint), page.width);

const place = ({ line }: Finding, { path }: Source): string[] =>
  line === undefined ? [] : [`  ${path}:${line}`];

/** One line for all that would go right if the cause did. */
function goingWithIt(cause: Finding, report: Report, { width, paint, name }: Page): string[] {
  const topics = report.findings
    .filter((other) => other !== cause && causeOf(other, report) === cause)
    .map(({ op }) => op)
    .filter((op) => op !== cause.op);
  const others = [...new Set(topics)];
  if (others.length === 0) return [];
  const verb = others.length === 1 ? "goes" : "go";
  return hang("  ", `${list(others.map(name))} ${verb} wrong because of this.`, width).map(paint.faint);
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** `add, mul and tanh`. */
export const list = (topics: readonly Topic[]): string =>
  topics.length < 2 ? topics.join("") : `${topics.slice(0, -1).join(", ")} and ${topics[topics.length - 1]}`;
