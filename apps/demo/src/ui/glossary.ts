import words from "./glossary.json" with { type: "json" };

/** The words of the field that the screens use, each in a sentence or two; the docs list them too. */
export const glossary: Readonly<Record<Word, string>> = words;

export type Word = keyof typeof words;
