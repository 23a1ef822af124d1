import { stripVTControlCharacters } from "node:util";

/** A space at which no line is broken. */
export const hardSpace = "\u00a0";

const size = (text: string): number => stripVTControlCharacters(text).length;

/**
 * A text in lines of at most `width` characters, broken at spaces; longer words have lines of their own. Line ends of
 * the text stay, and lines that begin with spaces are left alone: they are code.
 */
export const wrap = (text: string, width: number): string[] =>
  text.split("\n").flatMap((line) => fold(line, width).map((one) => one.replaceAll(hardSpace, " ")));

function fold(line: string, width: number): string[] {
  if (line.startsWith("  ") || size(line) <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && size(current) + 1 + size(word) > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** The lines of a text after a mark: the first beside it, the rest below the first. */
export const hang = (mark: string, text: string, width: number): string[] =>
  wrap(text, width - size(mark)).map((line, i) => (i === 0 ? mark : " ".repeat(size(mark))) + line);
