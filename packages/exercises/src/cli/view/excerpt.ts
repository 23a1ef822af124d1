import type { Paint } from "../paint.js";

/** How many lines are shown before and after the one that is meant. */
const around = 2;

/** The lines of a text around one of them, numbered from 1, with a mark before it and carets below its words. */
export function excerpt(text: string, line: number, width: number, paint: Paint): string[] {
  const lines = text.split(/\r?\n/).map((one) => one.replaceAll("\t", "    "));
  const meant = lines[line - 1];
  if (meant === undefined) return [];
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const digits = String(last).length;
  const room = Math.max(20, width - digits - 5);
  const cut = (one: string): string => (one.length > room ? `${one.slice(0, room - 1)}…` : one);
  const row = (mark: string, number: number | "", one: string): string =>
    `${mark} ${String(number).padStart(digits)} │ ${one}`.trimEnd();

  const indent = meant.length - meant.trimStart().length;
  const carets = " ".repeat(indent) + "^".repeat(Math.max(1, cut(meant).trim().length));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((number) => {
    const one = cut(lines[number - 1] ?? "");
    if (number !== line) return [paint.faint(row(" ", number, one))];
    return [row("▸", number, one), paint.wrong(row(" ", "", carets))];
  });
}
