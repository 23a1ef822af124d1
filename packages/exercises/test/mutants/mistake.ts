import type { Language } from "../../src/finding.ts";

/** What a grader may truthfully call a mistake. */
export interface Cause {
  readonly op: string;
  readonly code: string;
}

/** Replaces a text that must occur once in a method: the method's op, what is there, what comes there. */
export type Edit = readonly [op: string, find: string, replace: string];

/** One mistake as an edit of a correct class. */
export interface Mistake {
  readonly name: string;
  /** The op it is made in: two mistakes go together when theirs differ. */
  readonly op: string;
  readonly causes: readonly Cause[];
  readonly edits: readonly Edit[];
}

/**
 * A mistake from its parts. `codes` are separated by spaces, each a code of `op` or `op:code`; several where they say
 * the same truth.
 */
export function mistake(op: string, name: string, codes: string, ...edits: readonly Edit[]): Mistake {
  const causes = codes.split(" ").map((code) => {
    const [first = "", second] = code.split(":");
    return second === undefined ? { op, code: first } : { op: first, code: second };
  });
  return { name: `${op}: ${name}`, op, causes, edits };
}

/** Where in `text` the method of an op is, from its first line to after its last; all of the text for op "". */
export function placeOf(
  text: string,
  language: Language,
  method: string,
): readonly [from: number, to: number] {
  if (method === "") return [0, text.length];
  const python = language === "python";
  const from = text.search(new RegExp(python ? `^  def ${method}\\(` : `^  ${method}\\(`, "m"));
  if (from < 0) throw new Error(`there is no method ${method} to edit`);
  const end = python ? /^(?: {2}def |\S)/m : /^ {2}\}\n/m;
  const rest = text.slice(from + 1);
  const found = end.exec(rest);
  if (found === null) return [from, text.length];
  return [from, from + 1 + found.index + (python ? 0 : found[0].length)];
}

/** Makes the edits one after the other. Throws where a text is not found, or is found twice. */
export function applied(
  text: string,
  language: Language,
  methodOf: (op: string) => string,
  edits: readonly Edit[],
): string {
  return edits.reduce((before, [op, find, replace]) => {
    const [from, to] = placeOf(before, language, methodOf(op));
    const part = before.slice(from, to);
    const at = part.indexOf(find);
    if (at < 0) throw new Error(`${op} has no text ${JSON.stringify(find)}`);
    if (part.indexOf(find, at + 1) >= 0) throw new Error(`${op} has ${JSON.stringify(find)} more than once`);
    return before.slice(0, from + at) + replace + before.slice(from + at + find.length);
  }, text);
}
