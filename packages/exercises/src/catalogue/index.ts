import type { Finding, Language } from "../finding.js";
import { engine } from "./engine.js";
import { type Entries, type Entry, wordsOf } from "./entry.js";
import { gradients } from "./gradients.js";
import { methods } from "./methods.js";
import { texts } from "./texts.js";
import { track } from "./track/index.js";
import { values } from "./values.js";

export { methodName } from "./words.js";

/** All that the grader can say, by its codes. */
export const catalogue: Entries = { ...texts, ...methods, ...values, ...gradients, ...engine, ...track };

/**
 * A finding in one or two sentences, in the syntax of the learner's language; code stands between backticks. A code that
 * the catalogue does not have, as one that somebody made up, gets a plain sentence.
 */
export function sentenceOf(finding: Finding, language: Language = "typescript"): string {
  const said = (entry: Entry) => entry.sentence(wordsOf(finding, language));
  return use(finding, said) ?? `Something is wrong with ${String(finding.op)} (${String(finding.code)}).`;
}

/** The page of the docs that explains a finding, with its anchor; undefined if there is none. */
export function helpOf(finding: Finding): string | undefined {
  return use(finding, ({ page }) => page);
}

/** What a finding is about, in a few words; undefined for a code that the catalogue does not have. */
export function titleOf(finding: Finding): string | undefined {
  return use(finding, ({ title }) => title);
}

/** Hints about a finding, each a little more: a question, the rule, the line to write. */
export function ladderOf(finding: Finding, language: Language = "typescript"): readonly string[] {
  return use(finding, (entry) => entry.hints(wordsOf(finding, language))) ?? [];
}

/** Findings come from where a learner's code has run: nothing is taken for granted of what they hold. */
function use<T>(finding: Finding, get: (entry: Entry) => T): T | undefined {
  const { code } = finding;
  const entry = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  try {
    return entry && get(entry);
  } catch {
    return undefined;
  }
}
