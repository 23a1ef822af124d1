import { withPassed, withText } from "../run/progress.js";
import type { Exercise } from "../track/exercise.js";
import { exercises } from "../track/track.js";
import type { Checked, Checker } from "./checker.js";
import { spelled } from "./command.js";
import { Complaint } from "./complaint.js";
import type { Folder } from "./folder.js";
import type { Terminal } from "./terminal.js";
import { pageOf } from "./view/page.js";
import { reportLines } from "./view/report.js";

interface Order {
  readonly what: string | undefined;
  readonly json: boolean;
}

/** `check`: one exercise, or all, once; ends with 0 if they pass and 1 if not, which is what CI asks. */
export async function check(
  folder: Folder,
  { what, json }: Order,
  checker: Checker,
  terminal: Terminal,
): Promise<number> {
  const chosen = what === "all" ? exercises : [what === undefined ? folder.current : folder.named(what)];
  const rows: { exercise: Exercise; checked: Checked | undefined }[] = [];
  for (const [i, exercise] of chosen.entries()) {
    const text = folder.text(exercise);
    if (text === undefined && what !== "all") {
      throw new Complaint(
        `There is no file ${folder.shown(exercise)}. To write it anew: ${spelled} reset ${exercise.number}`,
      );
    }
    const checking = text === undefined ? undefined : checkText(folder, exercise, text, checker);
    // The next process loads while this one checks.
    if (i + 1 < chosen.length) checker.warm(folder.language);
    const checked = await checking;
    rows.push({ exercise, checked });
    if (!json) terminal.write(`${lines(folder, exercise, text ?? "", checked, terminal).join("\n")}\n`);
  }
  if (json)
    terminal.write(
      `${JSON.stringify(
        rows.map((row) => asData(folder, row)),
        finite,
        2,
      )}\n`,
    );
  return rows.every(({ checked }) => checked?.report.passed) ? 0 : 1;
}

async function checkText(
  folder: Folder,
  exercise: Exercise,
  text: string,
  checker: Checker,
): Promise<Checked> {
  const { language } = folder;
  const checked = await checker.check({ exercise: exercise.id, language, text });
  folder.note((progress) => {
    const kept = withText(progress, exercise, language, text);
    return checked.report.passed ? withPassed(kept, exercise, language) : kept;
  });
  return checked;
}

function lines(
  folder: Folder,
  exercise: Exercise,
  text: string,
  checked: Checked | undefined,
  terminal: Terminal,
): string[] {
  const page = pageOf(terminal, folder.language);
  const title = `${exercise.number}  ${exercise.title}`;
  if (checked === undefined) return [`· ${title}: not begun`];
  if (checked.report.passed) return [page.paint.right(`✓ ${title}: passed`)];
  const source = { path: folder.shown(exercise), text };
  return [page.paint.wrong(`✗ ${title}: not yet`), "", ...reportLines(checked.report, source, page)];
}

function asData(folder: Folder, { exercise, checked }: { exercise: Exercise; checked: Checked | undefined }) {
  return {
    id: exercise.id,
    file: folder.shown(exercise),
    begun: checked !== undefined,
    ...(checked && { ...checked.report, printed: checked.printed }),
  };
}

/** JSON has no NaN and no infinities: they become words. */
const finite = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
