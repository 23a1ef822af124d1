import { sentenceOf } from "../../catalogue/index.js";
import type { Finding, Language } from "../../finding.js";
import type { Paint } from "../paint.js";
import type { Terminal } from "../terminal.js";

/** What the views need to know of where they are shown, and of the words. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
  /** The sentence of a finding. */
  sentence(finding: Finding): string;
}

/** The lines of a terminal, with the words for the language that the learner writes in. */
export const pageOf = ({ width, paint }: Terminal, language: Language): Page => ({
  width,
  paint,
  sentence: (finding) => sentenceOf(finding, language),
});
