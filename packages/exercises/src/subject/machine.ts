import type { Language } from "../finding.js";
import type { Program } from "./program.js";
import type { Refusal, Subject } from "./subject.js";

/** What runs texts of one language. Each text is a world of its own: nothing is left of the one before. */
export interface Machine {
  /** The language of its texts. */
  readonly language: Language;
  /** The Value class of a text. */
  subject(text: string): Subject | Refusal;
  /** The functions of a text, and its classes, for those who know their names. */
  program(text: string): Program | Refusal;
}
