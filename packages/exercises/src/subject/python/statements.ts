import { parser } from "@lezer/python";

/** A statement at the top of a text, or lines of a notebook that are not Python. */
export interface Statement {
  readonly text: string;
  /** The line of the text that it begins on. */
  readonly line: number;
  /** Whether only a notebook understands it: `%matplotlib inline`, `!pip install torch`, `In [1]:`. */
  readonly isMagic: boolean;
}

const magic = /^(?:[%!]|(?:In|Out) ?\[\d*\]:)/;

/** The text with notebooks' lines left empty. */
export const withoutMagic = (source: string): string =>
  source
    .split("\n")
    .map((line) => (magic.test(line) ? "" : line))
    .join("\n");

/**
 * The statements of a text, each with all of its lines: a class with its body, an `if` with its `else`. What cannot be
 * read goes with the statement before it.
 */
export function statementsOf(source: string): Statement[] {
  const tree = parser.parse(withoutMagic(source));
  /** Whether a position is inside a statement that has begun before it. */
  const isInside = (position: number): boolean => {
    for (let node = tree.resolveInner(position, 1); node.parent; node = node.parent) {
      if (node.from < position && !node.type.isError && node.name !== "Comment") return true;
    }
    return false;
  };

  const statements: { lines: string[]; line: number; isMagic: boolean }[] = [];
  let position = 0;
  source.split("\n").forEach((text, index) => {
    const begins = /^[^\s#]/.test(text) && !isInside(position);
    const isMagic = magic.test(text);
    position += isMagic ? 1 : text.length + 1;
    if (statements.length === 0 || isMagic || begins || statements.at(-1)?.isMagic) {
      statements.push({ lines: [text], line: index + 1, isMagic });
    } else statements.at(-1)?.lines.push(text);
  });
  return statements
    .map(({ lines, ...rest }) => ({ ...rest, text: lines.join("\n") }))
    .filter(({ text }) => text.trim() !== "");
}
