import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Checked, Checker, Job } from "../../src/cli/checker.js";
import { Folder } from "../../src/cli/folder.js";
import { noColours } from "../../src/cli/paint.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { Watch } from "../../src/cli/watch.js";
import type { Report } from "../../src/finding.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exercises, solutionOf } from "../../src/track/track.js";

const [first, second, third] = exercises as [Exercise, Exercise, Exercise];

/** A terminal that keeps what it shows; `screen` is what has been written since it was last cleared. */
class FakeTerminal implements Terminal {
  readonly isScreen = true;
  readonly paint = noColours;
  readonly width = 80;
  screen = "";
  complaints = "";
  listening = 0;
  press: (key: string) => void = () => {};
  resize: () => void = () => {};
  write(text: string) {
    this.screen += text;
  }
  complain(text: string) {
    this.complaints += text;
  }
  clear() {
    this.screen = "";
  }
  keys(pressed: (key: string) => void) {
    this.press = pressed;
    this.listening++;
    return () => void this.listening--;
  }
  resized(listener: () => void) {
    this.resize = listener;
    this.listening++;
    return () => void this.listening--;
  }
}

const report = (some: Partial<Report>): Checked => ({
  report: { passed: false, findings: [], notes: [], right: [], ...some },
  printed: "",
});

let place: string;
let folder: Folder;
let terminal: FakeTerminal;
let jobs: Job[];
let answer: (job: Job) => Checked | Promise<Checked>;
let ended: Promise<number>;
const closed = vi.fn();
const warmed = vi.fn();

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), "outgrad-watch-"));
  folder = Folder.create(join(place, "there"), "python", undefined);
  terminal = new FakeTerminal();
  jobs = [];
  answer = ({ text }) =>
    report({ passed: text.includes("right"), right: text.includes("right") ? ["gradient"] : [] });
  const checker = {
    check: async (job: Job) => {
      jobs.push(job);
      return answer(job);
    },
    warm: warmed,
    close: closed,
  } as unknown as Checker;
  ended = new Watch(folder, checker, terminal).run();
  await shows(/q quit/);
  // The first look at the files is at how they were.
  await new Promise((resolve) => setTimeout(resolve, 400));
});
afterEach(async () => {
  terminal.press("q");
  await ended;
  rmSync(place, { recursive: true, force: true });
});

const shows = (pattern: RegExp) =>
  vi
    .waitUntil(() => pattern.test(terminal.screen), { timeout: 60_000, interval: 10 })
    .catch(() => {
      throw new Error(`${pattern} did not come. There was:\n${terminal.screen}`);
    });
const save = (exercise: Exercise, text: string) => writeFileSync(folder.file(exercise), text);

describe("watch", () => {
  it("checks the current exercise at once, and each time it is saved", async () => {
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({ exercise: first.id, language: "python" });
    save(first, "wrong");
    await vi.waitUntil(() => jobs.length === 2, { timeout: 60_000 });
    expect(jobs[1]?.text).toBe("wrong");
    expect(folder.entry(first).text).toBe("wrong");
  });

  it("goes on when an exercise has passed: its next one is there, and n shows it", async () => {
    save(first, "right");
    await shows(/✓ Passed[\s\S]*Next: 2 /);
    expect(folder.entry(first).passed).toBe(true);
    expect(folder.text(second)).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(terminal.screen).toMatch(/✓ Passed/);
    terminal.press("n");
    await shows(new RegExp(`^outgrad exercises.* 1 of ${exercises.length}\\n\\n2 {2}`));
  });

  it("takes up the exercise whose file is saved", async () => {
    save(third, "wrong");
    await shows(/^outgrad exercises.*\n\n3 {2}/);
    expect(jobs.at(-1)).toMatchObject({ exercise: third.id, text: "wrong" });
  });

  it("says that a file is gone, and goes on when it is back", async () => {
    unlinkSync(folder.file(first));
    await shows(/01-analytic-gradient\.py is\s+gone\.\s+Put\s+it\s+back/);
    save(first, "right");
    await shows(/✓ Passed/);
  });

  it("says when the grader itself fails, and goes on", async () => {
    answer = () => {
      throw new Error("The grader is ill.");
    };
    terminal.press("r");
    await shows(/✗ The grader is ill\./);
    answer = () => report({ passed: true });
    terminal.press("r");
    await shows(/✓ Passed/);
  });

  it("checks once more what was saved while it was checking", async () => {
    let finish: (checked: Checked) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    save(first, "one");
    await vi.waitUntil(() => jobs.length === 2, { timeout: 60_000 });
    await shows(/Checking…/);
    save(first, "two right");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(jobs).toHaveLength(2);
    answer = () => report({ passed: true });
    finish(report({}));
    await shows(/✓ Passed/);
    expect(jobs.map(({ text }) => text).slice(1)).toEqual(["one", "two right"]);
  });

  it("h opens hints, s the solution after three of them", async () => {
    terminal.press("s");
    expect(terminal.screen).toContain("The solution opens when you have passed");
    for (const name of ["A question", "A rule", "A line"]) {
      terminal.press("h");
      expect(terminal.screen).toContain(`• ${name}`);
    }
    terminal.press("s");
    expect(terminal.screen).toContain(
      `    ${solutionOf(first, "python")
        .split("\n")
        .find((line) => line.startsWith("def"))}`,
    );
    expect(folder.entry(first)).toMatchObject({ hints: 3, solution: true });
    terminal.press("s");
    expect(terminal.screen).not.toContain("def gradient");
  });

  it("w opens hints about what is wrong first, until something else is", async () => {
    answer = ({ text }) => report({ findings: [{ code: text, op: "mul" }] });
    save(first, "missing-return");
    await shows(/`__mul__` gives `None`/);
    expect(terminal.screen).not.toContain("  • ");
    terminal.press("w");
    terminal.press("w");
    expect(terminal.screen.match(/^ {2}• /gm)).toHaveLength(2);
    terminal.press("r");
    await vi.waitUntil(() => jobs.length === 3, { timeout: 60_000 });
    await shows(/q quit/);
    expect(terminal.screen.match(/^ {2}• /gm)).toHaveLength(2);
    save(first, "returns-self");
    await shows(/✗ (?!`__mul__` gives `None`)/);
    expect(terminal.screen).not.toMatch(/^ {2}• /m);
  });

  it("t shows the task and l the list, and the same key goes back", () => {
    terminal.press("l");
    expect(terminal.screen).toMatch(/▸ {4}1 {2}/);
    terminal.press("t");
    expect(terminal.screen).toContain("Here is a function of three numbers:");
    terminal.press("T");
    expect(terminal.screen).not.toContain("Here is a function of three numbers:");
  });

  it("shows itself anew when the screen has another size, and ignores other keys", () => {
    terminal.screen = "";
    terminal.press("x");
    expect(terminal.screen).toBe("");
    terminal.resize();
    expect(terminal.screen).toMatch(/q quit\n$/);
  });

  it.each([
    ["q", 0],
    ["\x03", 130],
  ])("%j leaves with code %i, stops listening and writes nothing more", async (key, code) => {
    terminal.screen = "";
    closed.mockClear();
    terminal.press(key);
    expect(await ended).toBe(code);
    expect([terminal.listening, closed.mock.calls.length, terminal.screen]).toEqual([0, 1, ""]);
  });

  it("ends in a sentence when the folder is gone", async () => {
    rmSync(folder.path, { recursive: true });
    expect(await ended).toBe(2);
    expect(terminal.complaints).toMatch(/^The folder .*there is gone\.\n$/);
  });
});
