import type { Paint } from "../paint.js";
import { formula } from "./formula.js";
import { hang, hardSpace, wrap } from "./wrap.js";

/** The markdown of the track in lines of a terminal: paragraphs, lists, code and formulas; nothing else occurs in it. */
export function markdown(text: string, width: number, paint: Paint): string[] {
  const lines = blocks(text).flatMap((block) => [...shown(block, width, paint), ""]);
  return lines.slice(0, -1);
}

/** Parts between empty lines; a block of code is one part. */
const blocks = (text: string): string[] =>
  text
    .split(/(^```[\s\S]*?^```$)/m)
    .flatMap((part) => (part.startsWith("```") ? [part] : part.split(/\n{2,}/)))
    .map((part) => part.replace(/^\n+|\s+$/g, ""))
    .filter((part) => part !== "");

function shown(block: string, width: number, paint: Paint): string[] {
  if (block.startsWith("```"))
    return block
      .split("\n")
      .slice(1, -1)
      .map((line) => `    ${line}`.trimEnd());
  const display = /^\$\$([\s\S]*)\$\$$/.exec(block);
  if (display) return [`    ${formula((display[1] as string).replaceAll("\n", " "))}`];
  const items = block.split(/\n(?=(?:\d+\.|-) )/);
  return items.flatMap((item) => {
    const [, mark = "", rest = item] = /^((?:\d+\.|-) )([\s\S]*)$/.exec(item) ?? [];
    const words = inline(rest.replace(/\s*\n\s*/g, " "), paint);
    return mark === "" ? wrap(words, width) : hang(mark, words, width);
  });
}

/** Words of a paragraph, with code and formulas that no line end breaks. */
export const inline = (text: string, paint: Paint): string =>
  text
    .split(/(`[^`]*`|\$[^$]+\$)/)
    .map((part, i) => {
      if (i % 2 === 0) return emphasised(part, paint);
      const inside = part.slice(1, -1);
      return (part.startsWith("$") ? paint.formula(formula(inside)) : paint.code(inside)).replaceAll(
        " ",
        hardSpace,
      );
    })
    .join("");

/** Each word is set off for itself, since a line may end after it. */
const emphasised = (text: string, paint: Paint): string => {
  const bold = (words: string): string => words.split(" ").map(paint.bold).join(" ");
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => bold(words))
    .replace(
      /(^|[\s(])\*([^*\s][^*]*)\*(?=[\s.,:;)]|$)/g,
      (_, before: string, words: string) => before + bold(words),
    );
};
