import { check } from "./check.js";
import type { Checker } from "./checker.js";
import { commandOf, help, spelled } from "./command.js";
import { Complaint } from "./complaint.js";
import { Folder, folderOf, fromHere, usualFolder } from "./folder.js";
import { hint } from "./hint.js";
import type { Terminal } from "./terminal.js";
import { pageOf } from "./view/page.js";
import { listLines } from "./view/screen.js";
import { Watch } from "./watch.js";

/** What a command needs besides its words. */
export interface Tools {
  readonly terminal: Terminal;
  readonly checker: Checker;
  readonly version: string;
}

/** Does what the words after the program's name say, and gives the code to leave with. */
export async function run(words: readonly string[], tools: Tools): Promise<number> {
  try {
    return await done(words, tools);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    tools.terminal.complain(`${error.message}\n`);
    return 2;
  } finally {
    tools.checker.close();
  }
}

async function done(words: readonly string[], { terminal, checker, version }: Tools): Promise<number> {
  const command = commandOf(words);
  const say = (text: string): void => terminal.write(`${text}\n`);
  switch (command.name) {
    case "help":
      say(help.trimEnd());
      return 0;
    case "version":
      say(version);
      return 0;
    case "init": {
      const folder = Folder.create(command.folder ?? usualFolder, command.language, command.from);
      const path = fromHere(folder.path);
      say(`The first exercise is in ${folder.shown(folder.current)}. To begin:\n`);
      say(`  ${spelled} watch${command.folder === undefined ? "" : ` ${path}`}`);
      return 0;
    }
    case "watch":
      return new Watch(Folder.open(command.folder), checker, terminal).run();
    case "check":
      return check(folderOf(command.what), command, checker, terminal);
    case "hint":
      return hint(folderOf(command.what), command.what, terminal);
    case "list": {
      const folder = Folder.open(undefined);
      if (command.json) {
        const rows = folder.track.map(({ exercise: { id, number, title }, passed }) => ({
          id,
          number,
          title,
          passed,
        }));
        say(JSON.stringify(rows, null, 2));
      } else say(listLines(folder.track, pageOf(terminal, folder.language), folder.current.id).join("\n"));
      return 0;
    }
    case "reset": {
      if (command.what === undefined)
        throw new Complaint("reset: name the exercise to begin anew, such as reset 4.");
      const folder = folderOf(command.what);
      const exercise = folder.named(command.what);
      const kept = folder.reset(exercise);
      const backup = kept === undefined ? "" : ` Your text is kept in ${kept}.`;
      say(`${folder.shown(exercise)} is as it was in the beginning.${backup}`);
      return 0;
    }
  }
}
