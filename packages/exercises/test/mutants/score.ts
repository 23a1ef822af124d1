import type { Finding, Language, Report } from "../../src/finding.ts";
import { type Behaviour, behaviourIn } from "./behaviour/behaviour.ts";
import { correctClasses } from "./correct.ts";
import { type Mutant, mutants } from "./generate.ts";
import type { Cause } from "./mistake.ts";

/** What is judged: what it says of a class. */
export type Grade = (text: string, language: Language) => Report;

/** What a grader said of a wrong class. */
export interface Verdict {
  readonly mutant: Mutant;
  /** What has no cause of its own to fold it under. */
  readonly roots: readonly Finding[];
  readonly flagged: boolean;
  /** Whether the first root is a true cause. */
  readonly named: boolean;
}

/** How well a grader does on wrong classes. */
export interface Score {
  readonly classes: number;
  readonly flagged: number;
  readonly named: number;
  /** Root findings on average: of all, of classes with one mistake, of classes with two. */
  readonly roots: number;
  readonly rootsOfOne: number;
  readonly rootsOfTwo: number;
}

/** What it says of classes that are right. */
export interface FalseAlarm {
  readonly name: string;
  readonly findings: readonly Finding[];
}

export interface Judgement {
  readonly language: Language;
  readonly all: Score;
  readonly seen: Score;
  readonly heldBack: Score;
  readonly correct: number;
  readonly falseAlarms: readonly FalseAlarm[];
  readonly verdicts: readonly Verdict[];
}

/** The wrong classes of a language that do not behave as right ones: the others are left out by trying them. */
export async function wrongClasses(
  language: Language,
  chosen: (mutant: Mutant) => boolean = () => true,
): Promise<readonly Mutant[]> {
  const behaviourOf = await behaviourIn(language);
  return mutants(language)
    .filter(chosen)
    .filter((mutant) => isWrong(behaviourOf(mutant.text), mutant));
}

function isWrong({ loads, wrong }: Behaviour, { name }: Mutant): boolean {
  if (!loads) throw new Error(`${name} is no class at all: ${wrong[0]}`);
  return wrong.length > 0;
}

/** Asks a grader about wrong classes and about all that are right. */
export function judge(language: Language, wrong: readonly Mutant[], grade: Grade): Judgement {
  const verdicts = wrong.map((mutant) => verdictOf(mutant, grade(mutant.text, language)));
  const correct = correctClasses(language);
  return {
    language,
    all: scoreOf(verdicts),
    seen: scoreOf(verdicts.filter(({ mutant }) => !mutant.heldBack)),
    heldBack: scoreOf(verdicts.filter(({ mutant }) => mutant.heldBack)),
    correct: correct.length,
    falseAlarms: correct
      .map(({ name, text }) => ({ name, findings: grade(text, language).findings }))
      .filter(({ findings }) => findings.length > 0),
    verdicts,
  };
}

/** Codes that say the same: with some, one of them names what the other leaves to the formula or the numbers beside it. */
const alike: readonly (readonly string[])[] = [
  ["wrong-op", "forward-wrong"],
  ["grad-wrong", "grad-uses-in", "grad-uses-out"],
];

function says(finding: Finding | undefined, { op, code }: Cause): boolean {
  if (finding?.op !== op) return false;
  return finding.code === code || alike.some((codes) => codes.includes(code) && codes.includes(finding.code));
}

function verdictOf(mutant: Mutant, { findings, passed }: Report): Verdict {
  const roots = findings.filter(({ causedBy }) => causedBy === undefined);
  return {
    mutant,
    roots,
    flagged: !passed && findings.length > 0,
    named: mutant.causes.some((cause) => says(roots[0], cause)),
  };
}

function scoreOf(verdicts: readonly Verdict[]): Score {
  const share = (isSo: (verdict: Verdict) => boolean) => verdicts.filter(isSo).length / verdicts.length;
  const roots = (of: readonly Verdict[]) => of.reduce((sum, { roots }) => sum + roots.length, 0) / of.length;
  return {
    classes: verdicts.length,
    flagged: share(({ flagged }) => flagged),
    named: share(({ named }) => named),
    roots: roots(verdicts),
    rootsOfOne: roots(verdicts.filter(({ mutant }) => mutant.mistakes === 1)),
    rootsOfTwo: roots(verdicts.filter(({ mutant }) => mutant.mistakes === 2)),
  };
}
