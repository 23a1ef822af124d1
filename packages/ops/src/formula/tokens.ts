import type { Span } from "./ast.js";
import { FormulaError } from "./error.js";

/** A word of the formula language. `break` separates the lines of a program: a line break or `;`. */
export interface Token {
  readonly kind: "number" | "name" | "sign" | "break" | "end";
  readonly text: string;
  readonly span: Span;
}

const kinds = ["number", "name", "sign", "break"] as const;
const space = /[^\S\n]+|#[^\n]*/y;
const word =
  /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>\*\*|[<>=!]=|[-+*/(),?:<>=])|(?<break>[\n;])/uy;

/** Splits a text into tokens; `#` starts a comment. Throws a FormulaError at a character that no formula uses. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    space.lastIndex = at;
    if (space.test(text)) {
      at = space.lastIndex;
      continue;
    }
    word.lastIndex = at;
    const match = word.exec(text);
    if (match === null) throw unknownCharacter(text, at);
    const kind = kinds.find((name) => match.groups?.[name] !== undefined) ?? "sign";
    tokens.push({ kind, text: match[0], span: [at, word.lastIndex] });
    at = word.lastIndex;
  }
  tokens.push({ kind: "end", text: "", span: [at, at] });
  return tokens;
}

function unknownCharacter(text: string, at: number): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  const hint = character === "^" ? " Write a power as a ** b." : "";
  return new FormulaError(`"${character}" is not part of any formula.${hint}`, text, [
    at,
    at + character.length,
  ]);
}
