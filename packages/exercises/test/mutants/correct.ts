import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/finding.ts";
import { syntaxOf } from "./generate.ts";

/** A right class, and the style that it is written in. */
export interface Correct {
  readonly name: string;
  readonly text: string;
}

/** Right classes of a language, each in a style of its own; the one that wrong ones are made of is the first. */
export function correctClasses(language: Language): readonly Correct[] {
  const folder = join(import.meta.dirname, "correct", language);
  const files = readdirSync(folder).sort();
  return [
    { name: "the class that mistakes are made in", text: syntaxOf[language].base },
    ...files.map((file) => ({
      name: file.replace(/\..*/, ""),
      text: readFileSync(join(folder, file), "utf8"),
    })),
  ];
}
