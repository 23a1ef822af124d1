import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Language } from "../finding.js";
import {
  type Entry,
  entryOf,
  exportProgress,
  importProgress,
  noProgress,
  type Progress,
  previousText,
  withLanguage,
} from "../run/progress.js";
import type { Exercise } from "../track/exercise.js";
import { exercises, solutionOf, startOf } from "../track/track.js";
import { spelled } from "./command.js";
import { Complaint } from "./complaint.js";
import { furnish } from "./furniture.js";

/** Where the progress is kept: the same text as the lab on the web exports. */
const stateFile = ".outgrad-exercises.json";
/** What `init` makes and the other commands look for, where no folder is named. */
export const usualFolder = "outgrad-exercises";

const ending: Readonly<Record<Language, string>> = { typescript: ".ts", python: ".py" };

/** A learner's folder: a file for each exercise that they have reached, and their progress. */
export class Folder {
  readonly path: string;
  #progress: Progress;

  private constructor(path: string, progress: Progress) {
    this.path = path;
    this.#progress = progress;
  }

  get language(): Language {
    return this.#progress.language;
  }

  /** Makes one that is new or empty, with the first exercise in it. */
  static create(named: string, language: Language | undefined, from: string | undefined): Folder {
    const path = resolve(named);
    const begun = from === undefined ? noProgress : progressIn(from);
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) throw new Complaint(`init: ${named} is a file, not a folder.`);
      if (existsSync(join(path, stateFile)))
        throw new Complaint(
          `init: there are exercises in ${named} already. To go on with them: ${spelled} watch ${named}`,
        );
      if (readdirSync(path).length > 0)
        throw new Complaint(
          `init: ${named} is not empty. Name a folder that is, or one that does not exist yet.`,
        );
    }
    mkdirSync(path, { recursive: true });
    const folder = new Folder(path, language ? withLanguage(begun, language) : begun);
    furnish(path, folder.language);
    for (const exercise of exercises) {
      const { text } = folder.entry(exercise);
      if (text !== undefined) writeFileSync(folder.file(exercise), text);
    }
    folder.#save();
    folder.reach(folder.current);
    return folder;
  }

  /** The folder with this name; unnamed, the one that we are in or the one that `init` makes there. */
  static open(named: string | undefined): Folder {
    const tried = named === undefined ? [".", usualFolder] : [named];
    for (const candidate of tried) {
      const path = resolve(candidate);
      if (!existsSync(path)) continue;
      if (!statSync(path).isDirectory()) throw new Complaint(`${candidate} is a file, not a folder.`);
      const state = join(path, stateFile);
      if (!existsSync(state)) continue;
      return new Folder(path, progressIn(state));
    }
    const where = named === undefined ? "here" : `in ${named}`;
    throw new Complaint(`There are no exercises ${where}. To begin: ${spelled} init ${named ?? ""}`.trim());
  }

  file(exercise: Exercise): string {
    return join(
      this.path,
      `${String(exercise.number).padStart(2, "0")}-${exercise.id}${ending[this.language]}`,
    );
  }

  /** The file's path as it is shown: from where we are, so that a terminal can follow it. */
  shown(exercise: Exercise): string {
    return fromHere(this.file(exercise));
  }

  /** The learner's text; undefined where there is no file. */
  text(exercise: Exercise): string | undefined {
    try {
      return readFileSync(this.file(exercise), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new Complaint(`${this.shown(exercise)} cannot be read: ${(error as Error).message}.`);
    }
  }

  entry(exercise: Exercise): Entry {
    return entryOf(this.#progress, exercise, this.language);
  }

  /** Keeps how far a learner is with an exercise. */
  note(change: (progress: Progress) => Progress): void {
    this.#progress = change(this.#progress);
    this.#save();
  }

  /** The first exercise that has not been passed; the last one where all have. */
  get current(): Exercise {
    return exercises.find((exercise) => !this.entry(exercise).passed) ?? (exercises.at(-1) as Exercise);
  }

  get track(): readonly { readonly exercise: Exercise; readonly passed: boolean }[] {
    return exercises.map((exercise) => ({ exercise, passed: this.entry(exercise).passed }));
  }

  /** The exercise after this one that has not been passed, beginning anew at the end; undefined when all have. */
  after(exercise: Exercise): Exercise | undefined {
    const at = exercises.indexOf(exercise);
    const others = [...exercises.slice(at + 1), ...exercises.slice(0, at)];
    return others.find((other) => !this.entry(other).passed);
  }

  /**
   * Writes the file of an exercise that is reached for the first time. One that goes on from another begins with the
   * learner's own text of that, if it has passed, so that they build one engine; written earlier it would give away
   * the solution. False where there is a file already.
   */
  reach(exercise: Exercise): boolean {
    if (existsSync(this.file(exercise))) return false;
    writeFileSync(this.file(exercise), startOf(exercise, this.language, this.#before(exercise)));
    return true;
  }

  /** Begins the text of an exercise anew; gives the name under which the one that was there is kept. */
  reset(exercise: Exercise): string | undefined {
    const file = this.file(exercise);
    const kept = existsSync(file) ? free(`${file}.bak`) : undefined;
    if (kept !== undefined) renameSync(file, kept);
    this.reach(exercise);
    return kept && fromHere(kept);
  }

  /** The solution, in a text that goes on from the learner's own. */
  solution(exercise: Exercise): string {
    return solutionOf(exercise, this.language, this.#before(exercise));
  }

  /** The exercise that a person names by its number, its id or its file. */
  named(word: string): Exercise {
    const name = basename(word);
    const found = exercises.find(
      (exercise) =>
        [exercise.id, String(exercise.number)].includes(word) || basename(this.file(exercise)) === name,
    );
    if (found) return found;
    throw new Complaint(
      `No exercise is called "${word}". Name one by its number, its name or its file; list shows them.`,
    );
  }

  /** What the text of an exercise goes on from. */
  #before(exercise: Exercise): string | undefined {
    return previousText(this.#progress, exercise, this.language);
  }

  #save(): void {
    // In one step, so that no crash leaves half a file.
    const file = join(this.path, stateFile);
    writeFileSync(`${file}.new`, exportProgress(this.#progress));
    renameSync(`${file}.new`, file);
  }
}

/** A path as short as it can be without leading upwards. */
export function fromHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short || ".";
}

/** The folder that a file is in, if the word names one; otherwise the one that we are in. */
export const folderOf = (word: string | undefined): Folder =>
  Folder.open(word !== undefined && existsSync(word) && statSync(word).isFile() ? dirname(word) : undefined);

/** The progress in a file of the lab's, or of ours. */
function progressIn(file: string): Progress {
  if (!existsSync(file)) throw new Complaint(`There is no file ${file}.`);
  const read = importProgress(readFileSync(file, "utf8"), noProgress);
  if ("problem" in read) throw new Complaint(`${fromHere(file)}: ${read.problem}`);
  return read.progress;
}

/** The first of `name`, `name2`, `name3`... that is not taken. */
function free(name: string): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}${i}`;
    if (!existsSync(candidate)) return candidate;
  }
}
