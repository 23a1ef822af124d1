import { existsSync } from "node:fs";
import { mayOpenSolution, withHint, withPassed, withSolution, withText } from "../run/progress.js";
import type { Exercise } from "../track/exercise.js";
import { exercises, hintsOf, textOf } from "../track/track.js";
import type { Checked, Checker } from "./checker.js";
import { spelled } from "./command.js";
import type { Folder } from "./folder.js";
import { watchSaves } from "./saves.js";
import type { Terminal } from "./terminal.js";
import { pageOf } from "./view/page.js";
import { causesOf } from "./view/report.js";
import { type Panel, type Screen, screenLines } from "./view/screen.js";

/** A check that takes longer than this, in ms, is announced. */
const patience = 400;

/** What is wrong first, by name. */
function firstCause(checked: Checked | undefined): string | undefined {
  const cause = checked && causesOf(checked.report)[0];
  return cause && `${cause.code} ${cause.op}`;
}

/** `watch`: shows one exercise, checks its file each time it is saved, and listens to keys, until q or Ctrl-C. */
export class Watch {
  readonly #folder: Folder;
  readonly #checker: Checker;
  readonly #terminal: Terminal;
  #exercise: Exercise;
  #text: string | undefined;
  #checked: Checked | undefined;
  #trouble: string | undefined;
  #rungs = 0;
  #panel: Panel = "work";
  #checking = false;
  /** Whether something has been saved, or another exercise taken up, since the check that is running began. */
  #again = false;
  /** Files that we have written ourselves: that they change is no save. */
  readonly #own = new Set<string>();
  #left = false;
  #leave: (code: number) => void = () => {};

  constructor(folder: Folder, checker: Checker, terminal: Terminal) {
    this.#folder = folder;
    this.#checker = checker;
    this.#terminal = terminal;
    this.#exercise = folder.current;
  }

  /** Ends with the code to leave with. */
  async run(): Promise<number> {
    const left = new Promise<number>((resolve) => {
      this.#leave = (code) => {
        this.#left = true;
        resolve(code);
      };
    });
    const files = exercises.map((exercise) => this.#folder.file(exercise));
    const stops = [
      watchSaves(files, (file) => this.#saved(file)),
      this.#terminal.keys((key) => this.#pressed(key)),
      this.#terminal.resized(() => this.#show()),
    ];
    this.#take(this.#exercise);
    const code = await left;
    for (const stop of stops) stop();
    this.#checker.close();
    return code;
  }

  #saved(file: string): void {
    if (this.#own.delete(file)) return;
    const exercise = exercises.find((one) => this.#folder.file(one) === file) as Exercise;
    if (!existsSync(this.#folder.path)) {
      this.#terminal.complain(`The folder ${this.#folder.path} is gone.\n`);
      this.#leave(2);
    } else if (exercise !== this.#exercise) {
      // Who saves another exercise works on that now; that it has been deleted is no reason to go there.
      if (existsSync(file)) this.#take(exercise);
    } else if (this.#folder.text(exercise) !== this.#text) {
      this.#panel = "work";
      this.#check();
    }
  }

  /** Makes an exercise the current one. */
  #take(exercise: Exercise): void {
    this.#folder.reach(exercise);
    this.#exercise = exercise;
    this.#panel = "work";
    this.#checked = undefined;
    this.#check();
  }

  /** Checks the current text; while one is being checked, once more after it. */
  async #check(): Promise<void> {
    if (this.#checking) {
      this.#again = true;
      return;
    }
    this.#checking = true;
    const clock = setTimeout(() => this.#terminal.write("Checking…\n"), patience);
    do {
      this.#again = false;
      await this.#checkOnce(this.#exercise);
    } while (this.#again);
    clearTimeout(clock);
    this.#checking = false;
    if (this.#left) return;
    this.#show();
    this.#checker.warm(this.#folder.language);
  }

  async #checkOnce(exercise: Exercise): Promise<void> {
    const { language } = this.#folder;
    const text = this.#folder.text(exercise);
    this.#text = text;
    this.#trouble = undefined;
    if (text === undefined) {
      this.#checked = undefined;
      this.#trouble = `${this.#folder.shown(exercise)} is gone. Put it back, or begin it anew: ${spelled} reset ${exercise.number}`;
      return;
    }
    try {
      const checked = await this.#checker.check({ exercise: exercise.id, language, text });
      if (exercise !== this.#exercise) return;
      // Hints stay open while the same thing is wrong first.
      if (firstCause(checked) !== firstCause(this.#checked)) this.#rungs = 0;
      this.#checked = checked;
      this.#folder.note((progress) => {
        const kept = withText(progress, exercise, language, text);
        return checked.report.passed ? withPassed(kept, exercise, language) : kept;
      });
      // There to be opened in an editor: to save it is one way to go on.
      const next = this.#folder.after(exercise);
      if (checked.report.passed && next && this.#folder.reach(next)) this.#own.add(this.#folder.file(next));
    } catch (error) {
      this.#checked = undefined;
      this.#trouble = (error as Error).message;
    }
  }

  #pressed(key: string): void {
    const act = this.#keys[key.toLowerCase()];
    if (act === undefined) return;
    act();
    if (!this.#checking && !this.#left) this.#show();
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    h: () => {
      this.#panel = "work";
      this.#folder.note((progress) => withHint(progress, this.#exercise, this.#folder.language));
    },
    w: () => {
      this.#panel = "work";
      this.#rungs++;
    },
    s: () => {
      this.#panel = this.#panel === "solution" ? "work" : "solution";
      const { language } = this.#folder;
      this.#folder.note((progress) =>
        mayOpenSolution(progress, this.#exercise, language)
          ? withSolution(progress, this.#exercise, language)
          : progress,
      );
    },
    n: () => {
      const next = this.#folder.after(this.#exercise);
      if (next) this.#take(next);
    },
    t: () => this.#toggle("text"),
    l: () => this.#toggle("list"),
    r: () => {
      this.#panel = "work";
      this.#check();
    },
    q: () => this.#leave(0),
    // Ctrl-C, which is a key like others while keys are told one by one.
    "\x03": () => this.#leave(130),
  };

  #toggle(panel: Panel): void {
    this.#panel = this.#panel === panel ? "work" : panel;
  }

  #show(): void {
    const terminal = this.#terminal;
    const lines = screenLines(this.#screen(), pageOf(terminal, this.#folder.language));
    if (terminal.isScreen) terminal.clear();
    else terminal.write(`${"-".repeat(terminal.width)}\n`);
    terminal.write(`${lines.join("\n")}\n`);
  }

  #screen(): Screen {
    const folder = this.#folder;
    const exercise = this.#exercise;
    const next = folder.after(exercise);
    return {
      exercise,
      track: folder.track,
      next: next && { exercise: next, path: folder.shown(next) },
      source: { path: folder.shown(exercise), text: this.#text ?? "" },
      task: textOf(exercise, folder.language),
      checked: this.#checked,
      trouble: this.#trouble,
      hints: hintsOf(exercise, folder.language).slice(0, folder.entry(exercise).hints),
      rungs: this.#rungs,
      panel: this.#panel,
      solution: folder.entry(exercise).solution ? folder.solution(exercise) : undefined,
    };
  }
}
