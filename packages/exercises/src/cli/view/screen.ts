import type { Exercise, Hint } from "../../track/exercise.js";
import type { Checked } from "../checker.js";
import { bar } from "./bar.js";
import { markdown } from "./markdown.js";
import type { Page } from "./page.js";
import { isToDo, reportLines, type Source } from "./report.js";
import { hang, wrap } from "./wrap.js";

/** What is below the head of the screen. */
export type Panel = "work" | "text" | "list" | "solution";

/** All that the screen of `watch` shows. */
export interface Screen {
  readonly exercise: Exercise;
  /** The track, with what has been passed. */
  readonly track: readonly { readonly exercise: Exercise; readonly passed: boolean }[];
  /** The exercise that comes next, and the path of its file. */
  readonly next: { readonly exercise: Exercise; readonly path: string } | undefined;
  readonly source: Source;
  readonly task: string;
  readonly checked: Checked | undefined;
  /** Why there is nothing to check. */
  readonly trouble: string | undefined;
  readonly hints: readonly Hint[];
  /** How many hints about what is wrong first are open. */
  readonly rungs: number;
  readonly panel: Panel;
  /** The solution, once it may be seen. */
  readonly solution: string | undefined;
}

/** How many lines of what the learner's code printed are shown. */
const printedLines = 10;

/** The whole screen, from the bar to the keys. */
export function screenLines(screen: Screen, page: Page): string[] {
  return [...head(screen, page), ...panels[screen.panel](screen, page), ...keys(page)];
}

function head({ exercise, source, track }: Screen, { paint }: Page): string[] {
  const passed = track.filter((one) => one.passed).length;
  return [
    `outgrad exercises  ${bar(passed, track.length, paint)}`,
    "",
    paint.bold(`${exercise.number}  ${exercise.title}`),
    `   ${source.path}`,
    "",
  ];
}

const panels: Readonly<Record<Panel, (screen: Screen, page: Page) => string[]>> = {
  work: (screen, page) => [
    ...(isFresh(screen) ? [...task(screen, page), ""] : []),
    ...result(screen, page),
    ...printed(screen, page),
    ...hints(screen, page),
    ...goingOn(screen, page),
  ],
  text: (screen, page) => [...task(screen, page), ""],
  list: ({ exercise, track }, page) => [...listLines(track, page, exercise.id), ""],
  solution: ({ solution }, { width }) =>
    solution === undefined
      ? [...wrap("The solution opens when you have passed, or have seen the three hints (h).", width), ""]
      : [
          ...solution
            .trimEnd()
            .split("\n")
            .map((line) => `    ${line}`.trimEnd()),
          "",
        ],
};

/** Whether nothing of the exercise has been begun: then it is explained, instead of a list of what is not there. */
const isFresh = ({ checked, exercise }: Screen): boolean => {
  const left = checked?.report.findings.filter(isToDo).map(({ op }) => op) ?? [];
  return left.length > 0 && exercise.topics.every((topic) => left.includes(topic));
};

const task = (screen: Screen, { width, paint }: Page): string[] => markdown(screen.task, width, paint);

function result({ checked, trouble, source, exercise, rungs }: Screen, page: Page): string[] {
  const { paint, width } = page;
  if (trouble !== undefined) return [...hang("✗ ", trouble, width).map(paint.wrong), ""];
  if (checked === undefined) return ["Checking…", ""];
  const lines = reportLines(checked.report, source, page, rungs);
  return checked.report.passed
    ? [paint.right(paint.bold(`✓ Passed: ${exercise.title}.`)), "", ...lines]
    : lines;
}

function printed({ checked }: Screen, { paint, width }: Page): string[] {
  if (!checked?.printed) return [];
  const lines = checked.printed.replace(/\n$/, "").split("\n");
  const more = lines.length - printedLines;
  return [
    "Your code printed, while it was tried:",
    ...lines.slice(0, printedLines).map((line) => paint.faint(`  │ ${line.slice(0, width - 4)}`)),
    ...(more > 0 ? [paint.faint(`  │ … and ${more} more ${more === 1 ? "line" : "lines"}`)] : []),
    "",
  ];
}

const kinds: Readonly<Record<Hint["kind"], string>> = {
  question: "A question",
  rule: "A rule",
  line: "A line",
};

/** The open ones, while they are needed. */
const hints = ({ hints, checked }: Screen, page: Page): string[] =>
  checked?.report.passed ? [] : hints.flatMap((hint) => hintLines(hint, page));

/** One hint with its name. */
export const hintLines = ({ kind, text }: Hint, { paint, width }: Page): string[] => [
  paint.note(`• ${kinds[kind]}`),
  ...markdown(text, width - 2, paint).map((line) => `  ${line}`.trimEnd()),
  "",
];

function goingOn({ checked, next, track }: Screen, { paint, width }: Page): string[] {
  if (!checked?.report.passed) return [];
  if (next !== undefined) {
    return [`Next: ${paint.bold(`${next.exercise.number}  ${next.exercise.title}`)}`, `   ${next.path}`, ""];
  }
  if (track.some(({ passed }) => !passed)) return [];
  return [...wrap("That was the last one: you have passed the whole track.", width), ""];
}

/** The track, one line for each exercise, with a mark at those that are passed and at the current one. */
export function listLines(track: Screen["track"], { paint }: Page, current?: string): string[] {
  return track.map(({ exercise, passed }) => {
    const line = `${passed ? "✓" : " "} ${String(exercise.number).padStart(2)}  ${exercise.title}`;
    const marked = `${exercise.id === current ? "▸" : " "} ${line}`;
    return passed ? paint.right(marked) : marked;
  });
}

const keys = ({ paint, width }: Page): string[] =>
  wrap("h hint · w why · s solution · n next · t task · l list · r run again · q quit", width).map(
    paint.faint,
  );
