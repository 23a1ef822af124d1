import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/finding.ts";

const folderOf = (language: Language) => join(import.meta.dirname, "correct", language);

/** The files with right classes of a language. */
export const rightFiles = (language: Language): readonly string[] => readdirSync(folderOf(language)).sort();

/** The right class in a file. */
export const rightText = (language: Language, file: string): string =>
  readFileSync(join(folderOf(language), file), "utf8");
