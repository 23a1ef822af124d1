import type { Language } from "../finding.js";
import { pythonGrammar } from "./python.js";
import { readStructure } from "./read.js";
import type { Structure } from "./structure.js";
import { typescriptGrammar } from "./typescript.js";

/**
 * What a learner's text looks like. Any text has a structure: what the grammar cannot read is left out, and `mistake`
 * tells where that begins.
 */
export function structureOf(source: string, language: Language): Structure {
  return readStructure(source, language === "python" ? pythonGrammar : typescriptGrammar);
}
