import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Folder, folderOf } from "../../src/cli/folder.js";
import {
  exportProgress,
  noProgress,
  withHint,
  withLanguage,
  withPassed,
  withText,
} from "../../src/run/progress.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exerciseOf, exercises, solutionOf, startOf } from "../../src/track/track.js";

const exercise = (id: string) => exerciseOf(id) as Exercise;
const [first] = exercises as [Exercise];
const addMul = exercise("add-mul");
const goesOn = exercises.find(({ buildsOn }) => buildsOn === "add-mul") as Exercise;

const home = process.cwd();
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "outgrad-folder-"));
  process.chdir(place);
});
afterEach(() => {
  process.chdir(home);
  rmSync(place, { recursive: true });
});

describe("Folder.create(named, language, from)", () => {
  it("writes the first exercise, a README and the progress", () => {
    const folder = Folder.create("there", "python", undefined);
    expect(readdirSync("there").sort()).toEqual([
      ".outgrad-exercises.json",
      "01-analytic-gradient.py",
      "README.md",
    ]);
    expect(folder.text(first)).toBe(startOf(first, "python"));
    expect(readFileSync("there/README.md", "utf8")).toMatch(
      /in Python\n[\s\S]*npx @outgrad\/exercises watch/,
    );
  });

  it("adds to TypeScript what lets editors see each file for itself", () => {
    Folder.create("there", undefined, undefined);
    expect(readdirSync("there")).toContain("01-analytic-gradient.ts");
    expect(JSON.parse(readFileSync("there/tsconfig.json", "utf8")).compilerOptions.moduleDetection).toBe(
      "force",
    );
  });

  it("takes a folder that is empty", () => {
    mkdirSync("empty");
    expect(Folder.create("empty", "python", undefined).language).toBe("python");
  });

  it("goes on from what the lab exported, in its language", () => {
    let progress = withLanguage(noProgress, "python");
    progress = withPassed(withText(progress, first, "python", "def gradient(a, b, c): ..."), first, "python");
    writeFileSync("lab.json", exportProgress(progress));
    const folder = Folder.create("there", undefined, "lab.json");
    expect(folder.text(first)).toBe("def gradient(a, b, c): ...");
    expect(folder.current).toBe(exercises[1]);
    expect(folder.text(exercises[1] as Exercise)).toBeDefined();
  });

  it.each([
    ["a file", "init: taken is a file, not a folder.", () => writeFileSync("taken", "")],
    [
      "a folder with something in it",
      "init: taken is not empty. Name a folder that is, or one that does not exist yet.",
      () => {
        mkdirSync("taken");
        writeFileSync("taken/notes.txt", "");
      },
    ],
    [
      "a folder with exercises",
      "init: there are exercises in taken already. To go on with them: npx @outgrad/exercises watch taken",
      () => void Folder.create("taken", "python", undefined),
    ],
  ])("refuses %s, and leaves it as it is", (_, sentence, make) => {
    make();
    expect(() => Folder.create("taken", "typescript", undefined)).toThrow(sentence);
    expect(existsSync("taken/01-analytic-gradient.ts")).toBe(false);
  });

  it("refuses progress that is none, before it makes a folder", () => {
    writeFileSync("lab.json", "[]");
    expect(() => Folder.create("there", "python", "lab.json")).toThrow(
      "lab.json: This is no progress of these exercises.",
    );
    expect(() => Folder.create("there", "python", "no.json")).toThrow("There is no file no.json.");
    expect(existsSync("there")).toBe(false);
  });
});

describe("Folder.open(named)", () => {
  it("finds the folder named, the one we are in, and the one that init makes here", () => {
    Folder.create("outgrad-exercises", "python", undefined);
    expect(Folder.open("outgrad-exercises").language).toBe("python");
    expect(Folder.open(undefined).path).toMatch(/outgrad-exercises$/);
    process.chdir("outgrad-exercises");
    expect(Folder.open(undefined).shown(first)).toBe("01-analytic-gradient.py");
  });

  it("says how to begin where there are no exercises", () => {
    expect(() => Folder.open(undefined)).toThrow(
      /^There are no exercises here. To begin: npx @outgrad\/exercises init$/,
    );
    expect(() => Folder.open("nowhere")).toThrow(
      "There are no exercises in nowhere. To begin: npx @outgrad/exercises init nowhere",
    );
    writeFileSync("file", "");
    expect(() => Folder.open("file")).toThrow("file is a file, not a folder.");
  });

  it("says that the progress is damaged", () => {
    Folder.create("there", "python", undefined);
    writeFileSync("there/.outgrad-exercises.json", "{");
    expect(() => Folder.open("there")).toThrow(/\.outgrad-exercises\.json: This is no progress/);
  });
});

describe("a folder", () => {
  it("keeps progress in its file", () => {
    const folder = Folder.create("there", "python", undefined);
    folder.note((progress) => withHint(progress, first, "python"));
    expect(Folder.open("there").entry(first).hints).toBe(1);
  });

  it("lets an exercise begin with the learner's own text of the one before, once that has passed", () => {
    const folder = Folder.create("there", "python", undefined);
    const own = solutionOf(addMul, "python").replace("class Value:", "class Value:\n  # mine");
    folder.note((progress) => withPassed(withText(progress, addMul, "python", own), addMul, "python"));
    folder.reach(goesOn);
    expect(folder.text(goesOn)).toBe(startOf(goesOn, "python", own));
    expect(folder.text(goesOn)).toContain("# mine");
  });

  it("never writes over a file that is there", () => {
    const folder = Folder.create("there", "python", undefined);
    writeFileSync(folder.file(addMul), "my own");
    folder.reach(addMul);
    expect(folder.text(addMul)).toBe("my own");
  });

  it("names what comes next: what has not been passed, from here on and then from the beginning", () => {
    const folder = Folder.create("there", "python", undefined);
    const last = exercises.at(-1) as Exercise;
    expect(folder.after(first)).toBe(exercises[1]);
    expect(folder.after(last)).toBe(first);
    for (const each of exercises) folder.note((progress) => withPassed(progress, each, "python"));
    expect([folder.after(last), folder.current]).toEqual([undefined, last]);
    expect(folder.track.every(({ passed }) => passed)).toBe(true);
  });

  it("reset(exercise) begins anew and keeps every text", () => {
    const folder = Folder.create("there", "python", undefined);
    writeFileSync(folder.file(first), "one");
    expect(folder.reset(first)).toBe(join("there", "01-analytic-gradient.py.bak"));
    writeFileSync(folder.file(first), "two");
    expect(folder.reset(first)).toBe(join("there", "01-analytic-gradient.py.bak2"));
    expect(readFileSync("there/01-analytic-gradient.py.bak", "utf8")).toBe("one");
    expect(readFileSync("there/01-analytic-gradient.py.bak2", "utf8")).toBe("two");
    expect(folder.text(first)).toBe(startOf(first, "python"));
    unlinkSync(folder.file(first));
    expect(folder.reset(first)).toBeUndefined();
  });

  it("knows an exercise by its number, its id and its file", () => {
    const folder = Folder.create("there", "python", undefined);
    for (const word of ["4", "add-mul", "04-add-mul.py", "there/04-add-mul.py"])
      expect(folder.named(word)).toBe(addMul);
    expect(() => folder.named("nothing")).toThrow(
      'No exercise is called "nothing". Name one by its number, its name or its file; list shows them.',
    );
  });

  it("folderOf(word) is the one that a file is in", () => {
    const folder = Folder.create("there", "python", undefined);
    expect(folderOf("there/01-analytic-gradient.py").path).toBe(folder.path);
    expect(() => folderOf("4")).toThrow("There are no exercises here");
  });
});
