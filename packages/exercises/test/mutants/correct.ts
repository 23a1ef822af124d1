import type { Language } from "../../src/finding.ts";
import { syntaxOf } from "./generate.ts";
import { rightFiles, rightText } from "./right-text.ts";

/** A right class, and the style that it is written in. */
export interface Correct {
  readonly name: string;
  readonly text: string;
}

/** Right classes of a language, each in a style of its own; the one that most wrong ones are made of is the first. */
export function correctClasses(language: Language): readonly Correct[] {
  return [
    { name: "the class that mistakes are made in", text: syntaxOf[language].base },
    ...rightFiles(language).map((file) => ({ name: file, text: rightText(language, file) })),
  ];
}
