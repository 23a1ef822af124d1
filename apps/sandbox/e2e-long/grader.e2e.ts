import { type Exercise, exerciseOf, exercises, type Language, solutionOf } from "@outgrad/exercises/track";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

const languages: readonly Language[] = ["typescript", "python"];

/** The next check knows nothing of the last one. */
async function isHealthy(language: Language): Promise<void> {
  const text = solutionOf(exerciseOf("add-mul") as Exercise, language);
  expect(await site.check("add-mul", language, text, { seconds: 30 })).toMatchObject({
    ok: true,
    report: { passed: true, findings: [], right: ["add", "mul"] },
    picture: { program: "e = a*b\nd = e + c\nL = d*f", difference: null },
  });
}

describe.each(languages)("the grader in %s", (language) => {
  it("passes every solution of the track", async () => {
    for (const exercise of exercises) {
      // A busy machine is slow, not endless.
      const outcome = await site.check(exercise.id, language, solutionOf(exercise, language), {
        seconds: 30,
      });
      expect([exercise.id, outcome]).toMatchObject([exercise.id, { ok: true, report: { passed: true } }]);
    }
  });

  it("names what is wrong, with its line, and draws where", async () => {
    const exercise = exerciseOf("add-mul") as Exercise;
    const text = solutionOf(exercise, language).replace(/(\w+)\.data \* out\.grad/, "$1.data");
    const outcome = await site.check("add-mul", language, text, { seconds: 30 });
    expect(outcome).toMatchObject({
      ok: true,
      report: {
        passed: false,
        findings: [{ code: "no-chain", op: "mul", line: expect.any(Number) }],
        right: ["add"],
      },
      picture: { difference: { kind: "slope" } },
    });
  });

  it("says so of an exercise that there is not, and of a text that cannot be read", async () => {
    expect(await site.check("toString", language, "")).toMatchObject({
      ok: false,
      sentence: 'There is no exercise "toString".',
    });
    expect(await site.check("add-mul", language, "x = = 1\n")).toMatchObject({
      ok: true,
      report: { passed: false, findings: [{ code: "syntax", line: 1 }] },
    });
  });
});

const mul = { typescript: "mul(other: Value | number): Value {", python: "def __mul__(self, other):" };

describe("a text that does not end is stopped, and the next check works", () => {
  it.each<[string, Language, string]>([
    ["at its top", "typescript", "for (;;);\n"],
    ["at its top", "python", "while True: pass\n"],
    ["in a method", "typescript", `${mul.typescript} for (;;);`],
    ["in a method", "python", `${mul.python}\n    while True: pass`],
  ])("%s, in %s", async (where, language, code) => {
    const text = solutionOf(exerciseOf("add-mul") as Exercise, language);
    const endless = where === "at its top" ? code + text : text.replace(mul[language], code);
    expect(endless).not.toBe(text);
    expect(await site.check("add-mul", language, endless, { seconds: 0.7 })).toMatchObject({
      ok: true,
      report: { passed: false, findings: [{ code: "endless-loop", details: { seconds: 0.7 } }] },
    });
    await isHealthy(language);
  });
});

describe("a text that uses up the memory ends in a sentence, and the next check works", () => {
  it.each<[string, Language, string]>([
    ["strings that double", "typescript", `let s = "abc"; for (;;) s += s;`],
    ["lists", "typescript", "const all: unknown[] = []; for (;;) all.push(new Array(1e6).fill(1.5));"],
    ["a recursion", "typescript", "const f = (n: number): number => 1 + f(n + 1); f(0);"],
    ["strings that double", "python", `s = "abc"\n    while True: s += s`],
    ["lists", "python", "x = []\n    while True: x.append([1.5] * 100000)"],
    ["a recursion", "python", "def f(n): return 1 + f(n + 1)\n    f(0)"],
  ])("%s, in %s", async (_, language, code) => {
    const begin = mul[language];
    const text = solutionOf(exerciseOf("add-mul") as Exercise, language).replace(
      begin,
      `${begin}\n    ${code}`,
    );
    const outcome = await site.check("add-mul", language, text, { seconds: 1 });
    if (outcome.ok) {
      expect(outcome.report.passed).toBe(false);
      expect(["throws", "endless-loop", "infinite-recursion"]).toContain(outcome.report.findings[0]?.code);
    } else expect(outcome.sentence).toMatch(/memory/);
    await isHealthy(language);
  });
});

it("a check can be stopped, and what is printed comes along", async () => {
  const outcomes = await site.page.evaluate(async () => {
    const { grader } = window as unknown as Opened;
    const control = new AbortController();
    const running = grader.check("add-mul", "python", "print('before')\nwhile True: pass", {
      seconds: 30,
      signal: control.signal,
    });
    setTimeout(() => control.abort(), 1500);
    return [await running, await grader.check("add-mul", "typescript", "console.log('x', [1])")];
  });
  expect(outcomes).toMatchObject([
    { ok: false, sentence: "Stopped.", logs: [{ level: "log", text: "before" }] },
    { ok: true, logs: [{ text: "x [ 1 ]" }] },
  ]);
});
