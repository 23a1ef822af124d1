import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../src/finding.js";
import { commonHarness, sources } from "../../src/generated/track.js";
import { typescript } from "../../src/subject/machine-typescript.js";
import { loadPython } from "../../src/subject/python.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exercises, hintsOf, solutionOf, textOf } from "../../src/track/track.js";

const folder = join(import.meta.dirname, "../../track");
const read = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
const languages: readonly Language[] = ["typescript", "python"];
const fence = { typescript: "ts", python: "python" };
const ending = { typescript: "ts", python: "py" };

/** The text and the hints of every exercise, as readers of a language see them. */
const shown = exercises.flatMap((exercise) =>
  languages.flatMap((language) => {
    const hints = hintsOf(exercise, language).map((hint) => ({ part: hint.kind as string, text: hint.text }));
    return [{ part: "text", text: textOf(exercise, language) }, ...hints].map((each) => ({
      ...each,
      id: exercise.id,
      language,
      exercise,
    }));
  }),
);

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");

describe("the texts of the track", () => {
  it.each(shown)("$id in $language: its $part is sound markdown", ({ text, language }) => {
    expect(text.length).toBeGreaterThan(20);
    expect(text.match(/^```/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
    const fences = [...text.matchAll(/^```(\w+)$/gm)].map(([, name]) => name);
    expect(fences.every((name) => name === fence[language])).toBe(true);
    const prose = withoutCode(text);
    expect(prose.includes("`"), "a backtick is left over").toBe(false);
    expect((prose.match(/\$/g)?.length ?? 0) % 2, "a dollar sign is left over").toBe(0);
    const words = prose.replace(/\$[^$]+\$/g, "");
    expect(words).not.toMatch(/[{}|]{1}(?=\S*__)|\{[^}]*\|/);
    expect((words.match(/\*\*/g)?.length ?? 0) % 2, "two stars are left over").toBe(0);
    expect(words).not.toMatch(/^#/m);
  });

  it("ends each ladder of hints with a line of code", () => {
    for (const { id, part, text, language } of shown) {
      if (part === "line") expect(text, `${id} in ${language}`).toContain(`\`\`\`${fence[language]}\n`);
    }
  });

  it("numbers the exercises from 1, each after what it builds on", () => {
    expect(exercises.map(({ number }) => number)).toEqual(exercises.map((_, i) => i + 1));
    for (const { id, buildsOn, number } of exercises) {
      const before = exercises.find((other) => other.id === buildsOn)?.number ?? 0;
      expect(before, id).toBeLessThan(number);
    }
  });
});

describe("the generated module", () => {
  it("has what stands in the folders: run `npm run generate` after a change", () => {
    const folders = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
    expect(Object.keys(sources)).toEqual(folders.map((name) => name.slice(3)));
    for (const name of folders) {
      const source = sources[name.slice(3) as keyof typeof sources] as Record<string, unknown>;
      const text = read(name, "text.md");
      const parts = [`# ${source.title}`, source.text, ...(source.hints as string[])].map(String);
      expect(
        text
          .replace(/^## .*\n\n/gm, "")
          .replace(/\s+/g, " ")
          .trim(),
      ).toBe(parts.join(" ").replace(/\s+/g, " "));
      for (const kind of ["starter", "solution", "harness"]) {
        for (const language of languages) {
          const file = `${kind}.${ending[language]}`;
          const there = existsSync(join(folder, name, file)) ? read(name, file) : undefined;
          expect((source[kind] as Record<string, string> | undefined)?.[language], `${name}/${file}`).toBe(
            there,
          );
        }
      }
    }
    expect(commonHarness).toEqual({ typescript: read("harness.ts"), python: read("harness.py") });
  });
});

describe("the examples of the texts", async () => {
  const printed: string[] = [];
  const python = await loadPython({ print: (line) => printed.push(line) });
  afterEach(() => {
    printed.length = 0;
    vi.restoreAllMocks();
  });
  const claim = { typescript: /console\.log\(.*\); \/\/ (.*)$/gm, python: /^print\(.*\) {2}# (.*)$/gm };
  const examples = shown.flatMap(({ id, language, exercise, text }) =>
    [...text.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].flatMap(([, code = ""]) => {
      const claims = [...code.matchAll(claim[language])].map(([, said]) => said as string);
      return claims.length > 0 ? [{ id, language, exercise, code, claims }] : [];
    }),
  );

  it("are there in both languages", () => {
    expect(examples.map(({ id, language }) => `${id} ${language}`)).toEqual(
      ["softmax-nll", "cross-entropy"].flatMap((id) => languages.map((language) => `${id} ${language}`)),
    );
  });

  it.each(examples)("$id in $language prints what it says, after the solution", (example) => {
    const text = `${solutionOf(example.exercise as Exercise, example.language)}\n${example.code}`;
    if (example.language === "python") python.program(text);
    else {
      vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
      typescript.program(text);
    }
    expect(printed).toEqual(example.claims);
  });
});
