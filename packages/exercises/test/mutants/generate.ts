import { createHash } from "node:crypto";
import type { Language } from "../../src/finding.ts";
import { formulas } from "./formulas.ts";
import { habits } from "./habits.ts";
import { applied, type Cause, type Mistake } from "./mistake.ts";
import * as inPython from "./python/composed.ts";
import * as pythonEngine from "./python/engine.ts";
import * as pythonMethods from "./python/methods.ts";
import { styles as pythonStyles } from "./python/styles.ts";
import { rightText } from "./right-text.ts";
import { sketched } from "./sketched.ts";
import { python, type Syntax, typescript } from "./syntax.ts";
import * as inTypescript from "./typescript/composed.ts";
import * as typescriptEngine from "./typescript/engine.ts";
import * as typescriptMethods from "./typescript/methods.ts";
import { styles as typescriptStyles } from "./typescript/styles.ts";

/** A wrong class, with what is wrong with it. */
export interface Mutant {
  readonly language: Language;
  readonly name: string;
  readonly text: string;
  /** What the first finding may truthfully say. */
  readonly causes: readonly Cause[];
  /** How many mistakes were made. */
  readonly mistakes: number;
  /** True when nobody who writes the grader has been shown it. */
  readonly heldBack: boolean;
}

export const syntaxOf: Readonly<Record<Language, Syntax>> = { python, typescript };

const stylesOf = { python: pythonStyles, typescript: typescriptStyles };

/** Every single mistake of a language that can be made in its base. */
export function mistakes(language: Language): readonly Mistake[] {
  return language === "python"
    ? [
        ...pythonEngine.constructors(),
        ...habits(python),
        ...formulas(python),
        ...inPython.composed(),
        ...pythonMethods.methods(python),
        ...pythonEngine.backward(),
      ]
    : [
        ...typescriptEngine.constructors(),
        ...habits(typescript),
        ...formulas(typescript),
        ...inTypescript.composed(),
        ...typescriptMethods.methods(typescript),
        ...typescriptEngine.backward(),
      ];
}

/** A number from 0 to 2^32 - 1 that a text alone decides. */
export function hashOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE();
}

/** One in how many single mistakes goes together with another one. */
const oneInDouble = 10;

/**
 * The wrong classes of a language: each single mistake, pairs of mistakes in different ops, and mistakes in other styles. A text that two
 * mistakes make is kept once, with the causes of both. Half are held back, decided by the hash of the text.
 */
export function mutants(language: Language): readonly Mutant[] {
  const syntax = syntaxOf[language];
  const singles = mistakes(language);
  const made = new Map<string, Mutant>();
  const keep = (all: readonly Mistake[], right = syntax.base, style = "") => {
    const text = applied(
      right,
      language,
      syntax.methodOf,
      all.flatMap(({ edits }) => edits),
    );
    const known = all.length === 1 && all.some(({ name }) => sketched.has(name));
    const before = made.get(text);
    made.set(text, {
      language,
      name: before?.name ?? style + all.map(({ name }) => name).join(" & "),
      text,
      causes: [...(before?.causes ?? []), ...all.flatMap(({ causes }) => causes)],
      mistakes: all.length,
      heldBack: !known && (before?.heldBack ?? true) && hashOf(text) % 2 === 0,
    });
  };
  for (const single of singles) keep([single]);
  for (const [i, first] of singles.entries()) {
    if (hashOf(first.name) % oneInDouble > 0) continue;
    const others = [...singles.slice(i + 1), ...singles.slice(0, i)].filter((one) => goTogether(first, one));
    const second = others[hashOf(`${first.name} and another`) % others.length];
    if (second !== undefined) keep([first, second]);
  }
  for (const [file, others] of Object.entries(stylesOf[language])) {
    const right = rightText(language, file);
    for (const other of others) keep([other], right, `${file}: `);
  }
  made.delete(syntax.base);
  return [...made.values()];
}

/** Whether two mistakes can be made in one class: in different ops, each in its own method. */
function goTogether(one: Mistake, other: Mistake): boolean {
  const scopes = (m: Mistake) => m.edits.map(([op]) => op);
  return one.op !== other.op && ![...scopes(one), ...scopes(other)].includes("");
}
