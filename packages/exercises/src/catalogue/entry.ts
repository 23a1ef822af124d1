import type { Finding, Language } from "../finding.js";
import { Words } from "./words.js";

/** What there is to say for one code. */
export interface Entry {
  readonly title: string;
  /** One or two sentences about this finding. */
  sentence(words: Words): string;
  /** What helps without giving it away, each a little more: a question, the rule, the line to write. */
  hints(words: Words): readonly [question: string, rule: string, line: string];
  /** The page of the docs that explains it, with its anchor. */
  readonly page?: string;
}

export type Entries = Readonly<Record<string, Entry>>;

/** The words of a finding in a language. */
export const wordsOf = (finding: Finding, language: Language): Words => new Words(finding, language);
