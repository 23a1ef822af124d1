import { existsSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Exercise, exerciseOf, exercises, type Language, solutionOf } from "@outgrad/exercises/track";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../src/files.ts";
import { TerminalSession } from "../src/terminal-session.ts";

const command = join(root, "packages/exercises/dist/node/cli.js");
const exercise = (id: string) => exerciseOf(id) as Exercise;
const [first, second] = exercises as [Exercise, Exercise];

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "outgrad-terminal-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Mistakes of a learner's, each in both languages. */
const texts = {
  wrong: {
    typescript: "function gradient(a: number, b: number, c: number) {\n  return [1, 2, 3];\n}\n",
    python: "def gradient(a, b, c):\n  return [1, 2, 3]\n",
  },
  endless: {
    typescript: "function gradient(a: number, b: number, c: number) {\n  for (;;);\n}\n",
    python: "def gradient(a, b, c):\n  while True:\n    pass\n",
  },
  growing: {
    typescript:
      "function gradient(a: number, b: number, c: number) {\n  const list = [];\n  for (;;) list.push(1);\n}\n",
    python: "def gradient(a, b, c):\n  found = []\n  while True:\n    found.append([1] * 1000)\n",
  },
} satisfies Record<string, Record<Language, string>>;

/** A class whose mul does not return what it made. */
function withoutReturn(language: Language): string {
  const lines = solutionOf(exercise("add-mul"), language).split("\n");
  const mul = lines.findIndex((line) => /^\s*(def __mul__|mul)\(/.test(line));
  const end = lines.findIndex((line, i) => i > mul && /^\s*return out;?$/.test(line));
  return lines.toSpliced(end, 1).join("\n");
}

describe.each(["typescript", "python"] as const)("outgrad-exercises in %s", (language) => {
  const run = (...words: string[]) => TerminalSession.run(place, command, ...words);
  const file = (one: Exercise) => {
    const ending = language === "python" ? "py" : "ts";
    return join(place, "there", `${String(one.number).padStart(2, "0")}-${one.id}.${ending}`);
  };
  const init = () => run("init", "there", `--${language}`);

  it("init, then watch: a file is broken, loops for ever, is mended, deleted and put back, and the next one begins", async () => {
    const made = await init();
    expect(made.code).toBe(0);
    expect(made.text).toContain("npx @outgrad/exercises watch there");

    const watch = new TerminalSession(place, command, "watch", "there");
    try {
      expect(await watch.until(/To do: gradient\./)).toContain("Write `gradient(a, b, c)`");
      await watch.until(/q quit/);

      writeFileSync(file(first), texts.wrong[language]);
      await watch.until(/✗ .*[\s\S]*01-analytic-gradient\.\w+:\d+[\s\S]*▸ \d+ │[\s\S]*\^\^\^/);

      writeFileSync(file(first), texts.endless[language]);
      await watch.until(/✗ [^✗]*2 s/);

      writeFileSync(file(first), texts.growing[language]);
      await watch.until(/✗ /);
      await watch.until(/q quit/);

      writeFileSync(file(first), solutionOf(first, language));
      await watch.until(/✓ Passed[\s\S]*Next: 2 /);

      unlinkSync(file(first));
      await watch.until(/is gone\. Put it back/);
      writeFileSync(file(first), solutionOf(first, language));
      await watch.until(/✓ Passed/);

      watch.press("n");
      await watch.until(new RegExp(`2 {2}${second.title}[\\s\\S]*q quit`));
      expect(existsSync(file(second))).toBe(true);
      watch.press("h");
      await watch.until(/• A question/);
      watch.press("s");
      await watch.until(/opens when you have passed/);
      watch.press("l");
      await watch.until(/✓ +1 {2}.*\n▸ +2 /);
      watch.press("q");
      expect(await watch.ended).toBe(0);
    } finally {
      await watch.end();
    }
  });

  it("watch takes up the exercise whose file is saved, names the line, and folds what follows", async () => {
    await init();
    const watch = new TerminalSession(place, command, "watch", "there");
    try {
      await watch.until(/q quit/);
      const addMul = exercise("add-mul");
      writeFileSync(file(addMul), withoutReturn(language));
      const shown = await watch.until(/q quit/);
      expect(shown).toContain(`4  ${addMul.title}`);
      expect(shown).toMatch(/✗ .*return/);
      expect(shown).toMatch(/04-add-mul\.\w+:(\d+)\n[\s\S]*▸ \1 │/);
      expect(shown.match(/✗ /g)).toHaveLength(1);
      expect(shown).toMatch(/✓ Right: .*add/);
    } finally {
      await watch.end();
    }
  });

  it("check ends with 0 for what passes and 1 for what does not, and gives data to programs", async () => {
    await init();
    writeFileSync(file(first), solutionOf(first, language));
    expect(await run("check", file(first))).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^✓ 1 .*: passed\n$/),
    });
    const all = await run("check", "all");
    expect(all.code).toBe(2);
    expect(all.text).toMatch(/^There are no exercises here\./);
  });

  it("check all in a folder says which exercises have not been begun, and list which have passed", async () => {
    await init();
    writeFileSync(file(first), solutionOf(first, language));
    const inside = (...words: string[]) => TerminalSession.run(join(place, "there"), command, ...words);
    const all = await inside("check", "all");
    expect(all.code).toBe(1);
    expect(all.text).toMatch(/^✓ 1 .*: passed\n· 2 .*: not begun\n/);
    const rows = JSON.parse((await inside("check", "all", "--json")).text);
    expect(rows).toHaveLength(exercises.length);
    expect(rows[0]).toMatchObject({ id: first.id, begun: true, passed: true, findings: [] });
    expect(rows[1]).toEqual({ id: second.id, file: expect.any(String), begun: false });
    expect((await inside("list")).text).toMatch(/^ +✓ +1 .*\n▸ +2 /);
    expect(JSON.parse((await inside("list", "--json")).text)[0]).toMatchObject({
      id: first.id,
      passed: true,
    });
  });

  it("reset keeps the text that it replaces", async () => {
    await init();
    writeFileSync(file(first), "mine");
    const { text, code } = await run("reset", file(first));
    expect(code).toBe(0);
    expect(text).toMatch(/Your text is kept in .*01-analytic-gradient\.\w+\.bak\./);
    expect(readFileSync(`${file(first)}.bak`, "utf8")).toBe("mine");
    expect(readFileSync(file(first), "utf8")).toContain("to do: gradient");
  });

  // Twenty processes, one after the other.
  it("every solution passes", { timeout: 600_000 }, async () => {
    await init();
    for (const one of exercises) writeFileSync(file(one), solutionOf(one, language));
    const { text, code } = await TerminalSession.run(join(place, "there"), command, "check", "all");
    expect({ text: text.replace(/^✓ .*: passed\n/gm, ""), code }).toEqual({ text: "", code: 0 });
  });
});
