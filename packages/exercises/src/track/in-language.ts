import type { Language } from "../finding.js";

const fences: Readonly<Record<Language, RegExp>> = {
  typescript: /^```python\n[\s\S]*?^```\n*/gm,
  python: /^```ts\n[\s\S]*?^```\n*/gm,
};

/**
 * A markdown text as readers of one language see it: blocks of code in the other language are gone, and of
 * `{add|__add__}`, TypeScript first, one side stays. Blocks of code and formulas keep their braces.
 */
export function inLanguage(text: string, language: Language): string {
  const kept: string[] = [];
  return text
    .replace(fences[language], "")
    .replace(/^```[\s\S]*?^```|\$[^$]+\$/gm, (part) => `\0${kept.push(part) - 1}\0`)
    .replace(/\{([^{}|]*)\|([^{}]*)\}/g, language === "typescript" ? "$1" : "$2")
    .replace(/\0(\d+)\0/g, (_, index) => kept[Number(index)] as string)
    .trim();
}

/** A name of the track as this language writes it: `addRowGrad` is `add_row_grad` in Python. Classes keep theirs. */
export function nameIn(name: string, language: Language): string {
  return language === "typescript" || /^[A-Z]/.test(name)
    ? name
    : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The name of the track for a name in either language: `add_row` is `addRow`. */
export function topicOf(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
