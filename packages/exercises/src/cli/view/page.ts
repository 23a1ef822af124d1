import { ladderOf, methodName, sentenceOf } from "../../catalogue/index.js";
import type { Finding, Language, Topic } from "../../finding.js";
import { nameIn } from "../../track/in-language.js";
import type { Paint } from "../paint.js";
import type { Terminal } from "../terminal.js";

/** What the views need to know of where they are shown, and of the words. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
  /** The sentence of a finding. */
  sentence(finding: Finding): string;
  /** Hints about a finding, each a little more. */
  ladder(finding: Finding): readonly string[];
  /** What the learner's language calls a topic: `rsub` is `__rsub__` in Python, and `addRow` is `add_row`. */
  name(topic: Topic): string;
}

/** The lines of a terminal, with the words for the language that the learner writes in. */
export const pageOf = ({ width, paint }: Terminal, language: Language): Page => ({
  width,
  paint,
  sentence: (finding) => sentenceOf(finding, language),
  ladder: (finding) => ladderOf(finding, language),
  name: (topic) => nameIn(methodName(topic, language), language),
});
