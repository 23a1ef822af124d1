import { FormulaError } from "@outgrad/ops";

/** The letters of one operand, or of the output, and where each stands in the equation; "..." is one of them. */
export interface Term {
  readonly letters: readonly string[];
  readonly at: readonly number[];
  /** Where it begins and ends. */
  readonly span: readonly [start: number, end: number];
}

/** An equation of torch.einsum, taken apart; without "->" the output is undefined. */
export interface Equation {
  readonly text: string;
  readonly inputs: readonly Term[];
  readonly output: Term | undefined;
}

/** Reads "ij,jk->ik". Blanks mean nothing. */
export function parseEquation(text: string): Equation {
  const arrow = text.indexOf("->");
  const left = arrow < 0 ? text.length : arrow;
  const inputs: Term[] = [];
  for (let from = 0; from <= left; ) {
    const comma = text.indexOf(",", from);
    const end = comma < 0 || comma > left ? left : comma;
    inputs.push(parseTerm(text, from, end));
    from = end + 1;
  }
  return { text, inputs, output: arrow < 0 ? undefined : parseTerm(text, arrow + 2, text.length) };
}

function parseTerm(text: string, start: number, end: number): Term {
  const letters: string[] = [];
  const at: number[] = [];
  for (let i = start; i < end; i++) {
    const letter = text[i] as string;
    if (letter === " ") continue;
    at.push(i);
    if (letter === ".") {
      if (!text.startsWith("...", i)) throw mistake(text, i, "an ellipsis has three dots");
      if (letters.includes("...")) throw mistake(text, i, "there is a second ellipsis in one term", 3);
      letters.push("...");
      i += 2;
    } else if (/[a-zA-Z]/.test(letter)) letters.push(letter);
    else
      throw mistake(text, i, `expected a letter, a comma, "..." or one "->", got ${JSON.stringify(letter)}`);
  }
  return { letters, at, span: [start, end] };
}

/** The sentence about what stands at a place of the equation. */
export const mistake = (text: string, at: number, why: string, length = 1): FormulaError =>
  new FormulaError(`einsum: ${why}.`, text, [at, at + length]);
