import type { Language, Report, Topic } from "@outgrad/exercises";
import type { Picture } from "@outgrad/exercises/check";
import { limits } from "../limits.js";
import type { Failure, Log } from "../outcome.js";
import type { CheckJob } from "../protocol.js";
import { type JobOptions, Line } from "./line.js";
import { isRecord, isText, noAnswer, readFailure } from "./read.js";
import { readPicture } from "./read-picture.js";
import { readReport } from "./read-report.js";

/** What came of checking a text. */
export interface Checked {
  readonly ok: true;
  readonly report: Report;
  /** The learner's graph beside the right one, where a graph shows something. */
  readonly picture: Picture | null;
  /** What the text printed. */
  readonly logs: readonly Log[];
}

export interface CheckOptions extends JobOptions {
  /** Where the numbers come from that everything is tried with; 1 if absent. */
  readonly seed?: number;
}

/** Grades a learner's text where it reaches neither the page, nor storage, nor the network. */
export interface Grader {
  /**
   * Checks a text of an exercise of the track. Never throws: whatever the text does ends in a report or in a sentence;
   * one that is still running after the time limit has the finding `endless-loop`.
   */
  check(
    exercise: string,
    language: Language,
    text: string,
    options?: CheckOptions,
  ): Promise<Checked | Failure>;
  /** Loads what checking this language needs, before it is asked for. */
  warm(language: Language): void;
  /** Removes the frames, and ends what runs in them; the next check makes new ones. */
  close(): void;
}

/**
 * A grader; `src` says where its pages lie, beside the page if absent. What a language needs is loaded when it is first
 * asked for: Python is the larger one.
 */
export function openGrader({
  src = { typescript: "./grader.html", python: "./grader-python.html" } as Readonly<Record<Language, string>>,
} = {}): Grader {
  const lines: Readonly<Record<Language, Line>> = {
    typescript: new Line(src.typescript),
    python: new Line(src.python),
  };
  return {
    async check(exercise, language, text, options = {}) {
      const { seed = 1, seconds = 2 } = options;
      const job: CheckJob = { exercise, text, seed };
      const { outcome, logs } = await lines[language].ask(job, options);
      return readCheck(outcome, seconds, logs);
    },
    warm: (language) => lines[language].warm(),
    close() {
      for (const line of Object.values(lines)) line.close();
    },
  };
}

/** @internal */
export function readCheck(outcome: unknown, seconds: number, logs: readonly Log[]): Checked | Failure {
  if (!isRecord(outcome)) return readFailure({ sentence: noAnswer }, logs);
  if (outcome.isTooLong === true) {
    return {
      ok: true,
      report: endless(isText(outcome.at, limits.label) ? outcome.at : "", seconds),
      picture: null,
      logs,
    };
  }
  if (outcome.ok !== true) return readFailure(outcome, logs);
  const report = readReport(outcome.report);
  if (!report) return readFailure({ sentence: noAnswer }, logs);
  return { ok: true, report, picture: readPicture(outcome.picture) ?? null, logs };
}

const endless = (op: Topic, seconds: number): Report => ({
  passed: false,
  findings: [{ code: "endless-loop", op, details: { seconds } }],
  notes: [],
  right: [],
});
