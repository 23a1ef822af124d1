import { found, isList, isRecord } from "./found.js";

/** What a function of a picture takes: the fields that must be lists, and how a call looks. */
export interface Expected {
  readonly called: string;
  /** The options of a call that works. */
  readonly example: string;
  readonly lists?: readonly string[];
  /** A list of which each entry has these fields: `values`, a list, and a name if it is among them. */
  readonly entries?: { readonly of: string; readonly named: boolean };
  /** The words that other options may be. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

const themes = ["light", "dark", "auto"];

/**
 * @throws TypeError, with a call that works, for options of another shape; RangeError for a word that is no choice, and
 * for a width or height that is no finite number.
 */
export function checkOptions({ called, example, lists = [], entries, choices }: Expected, options: unknown) {
  const right = `as in ${called}(${example})`;
  if (!isRecord(options)) {
    throw new TypeError(`${called}: expected options, ${right}; got ${found(options)}.`);
  }
  for (const name of entries === undefined ? lists : [...lists, entries.of]) {
    if (isList(options[name])) continue;
    throw new TypeError(`${called}: expected ${name} to be a list, ${right}; got ${found(options[name])}.`);
  }
  if (entries !== undefined) {
    for (const [i, entry] of Array.from(options[entries.of] as ArrayLike<unknown>).entries()) {
      if (isRecord(entry) && isList(entry.values) && (!entries.named || typeof entry.name === "string"))
        continue;
      const fields = entries.named ? "a name and a list of values" : "a list of values";
      throw new TypeError(
        `${called}: expected ${entries.of}[${i}] to have ${fields}, ${right}; got ${found(entry)}.`,
      );
    }
  }
  for (const [name, words] of Object.entries({ theme: themes, ...choices })) {
    checkChoice(called, name, options[name], words);
  }
  for (const name of ["width", "height"]) checkSize(called, name, options[name]);
}

function checkSize(called: string, name: string, given: unknown) {
  if (given === undefined || Number.isFinite(given)) return;
  throw new RangeError(`${called}: ${name} is a number of pixels; got ${found(given)}.`);
}

/** @throws RangeError for a word, if there is one, that is none of those to choose from. */
export function checkChoice(called: string, name: string, given: unknown, words: readonly string[]) {
  if (given === undefined || words.some((word) => word === given)) return;
  throw new RangeError(`${called}: ${name} is ${anyOf(words)}; got ${found(given)}.`);
}

/** `"a", "b" or "c"`. */
export function anyOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
