import { withHint } from "../run/progress.js";
import { hintsOf } from "../track/track.js";
import type { Folder } from "./folder.js";
import type { Terminal } from "./terminal.js";
import { pageOf } from "./view/page.js";
import { hintLines } from "./view/screen.js";

/** `hint`: the next of an exercise's hints; the last one again when all have been shown. */
export function hint(folder: Folder, what: string | undefined, terminal: Terminal): number {
  const exercise = what === undefined ? folder.current : folder.named(what);
  const { language } = folder;
  folder.note((progress) => withHint(progress, exercise, language));
  const hints = hintsOf(exercise, language);
  const shown = folder.entry(exercise).hints;
  const page = pageOf(terminal, language);
  const more = hints.length - shown;
  const after = more === 0 ? "That was the last hint." : `${more} more after this one.`;
  const lines = [page.paint.bold(`${exercise.number}  ${exercise.title}`), ""];
  const found = hints[shown - 1];
  if (found) lines.push(...hintLines(found, page), page.paint.faint(after));
  terminal.write(`${lines.join("\n")}\n`);
  return 0;
}
