import { describe, expect, it } from "vitest";
import { noColours } from "../../../src/cli/paint.js";
import { listLines, type Screen, screenLines } from "../../../src/cli/view/screen.js";
import type { Finding, Report } from "../../../src/finding.js";
import type { Exercise } from "../../../src/track/exercise.js";

const page = {
  width: 80,
  paint: noColours,
  sentence: ({ code, op }: Finding) => `${op}: ${code}`,
  ladder: () => ["Who calls `mul`?", "A rule.", "A line."],
  name: (topic: string) => topic,
};
const exercise = (number: number, title: string, topics: string[] = []): Exercise => ({
  id: title,
  number,
  title,
  chapter: "value",
  topics,
});
const one = exercise(1, "first");
const two = exercise(2, "second", ["add", "mul"]);
const three = exercise(3, "third");
const report = (some: Partial<Report>): Screen["checked"] => ({
  report: { passed: false, findings: [], notes: [], right: [], ...some },
  printed: "",
});
const screen = (some: Partial<Screen> = {}): string =>
  screenLines(
    {
      exercise: two,
      track: [
        { exercise: one, passed: true },
        { exercise: two, passed: false },
        { exercise: three, passed: false },
      ],
      next: { exercise: three, path: "there/03-third.ts" },
      source: { path: "there/02-second.ts", text: "class Value {\n}\n" },
      task: "Write `add`.",
      checked: report({ findings: [{ code: "no-chain", op: "mul", line: 1 }], right: ["add"] }),
      trouble: undefined,
      hints: [],
      rungs: 0,
      panel: "work",
      solution: undefined,
      ...some,
    },
    page,
  ).join("\n");

const toDo = (op: string) => ({ code: "to-do", op });

describe("screenLines(screen, page)", () => {
  it("begins with the bar, the exercise and its file, and ends with the keys", () => {
    const lines = screen().split("\n");
    expect(lines.slice(0, 5)).toEqual([
      `outgrad exercises  ${"█".repeat(8)}${"░".repeat(16)} 1 of 3`,
      "",
      "2  second",
      "   there/02-second.ts",
      "",
    ]);
    expect(lines.at(-1)).toBe(
      "h hint · w why · s solution · n next · t task · l list · r run again · q quit",
    );
  });

  it("shows what is wrong, where, and what is right", () => {
    expect(screen()).toContain("✗ mul: no-chain\n  there/02-second.ts:1\n  ▸ 1 │ class Value {");
    expect(screen()).toContain("✓ Right: add.");
    expect(screen()).not.toContain("Write");
  });

  it("explains an exercise of which nothing has been begun", () => {
    const shown = screen({ checked: report({ findings: [toDo("add"), toDo("mul")] }) });
    expect(shown).toContain("Write `add`.");
    expect(shown).toContain("To do: add and mul.");
    expect(screen({ checked: report({ findings: [toDo("mul")], right: ["add"] }) })).not.toContain("Write");
  });

  it("says that it is checking, and why it cannot", () => {
    expect(screen({ checked: undefined })).toContain("Checking…");
    expect(screen({ checked: undefined, trouble: "The file is gone." })).toContain("✗ The file is gone.");
  });

  it("says what has passed and what comes next", () => {
    const shown = screen({ checked: report({ passed: true, right: ["add", "mul"] }) });
    expect(shown).toContain("✓ Passed: second.\n\n✓ Right: add and mul.");
    expect(shown).toContain("Next: 3  third\n   there/03-third.ts");
  });

  it("says that the track is done", () => {
    const track = [one, two, three].map((each) => ({ exercise: each, passed: true }));
    const shown = screen({ checked: report({ passed: true }), track, next: undefined });
    expect(shown).toContain("you have passed the whole track");
    expect(shown).toContain("█ 3 of 3");
  });

  it("shows the hints that are open, each by its kind", () => {
    const hints = [
      { kind: "question", text: "What is $x^2$?" } as const,
      { kind: "rule", text: "A rule." } as const,
    ];
    expect(screen({ hints })).toContain("• A question\n  What is x²?\n\n• A rule\n  A rule.\n");
  });

  it("shows what the learner's code printed, up to ten lines", () => {
    const printed = (count: number) => ({
      report: report({})?.report as Report,
      printed: Array.from({ length: count }, (_, i) => `line ${i}\n`).join(""),
    });
    expect(screen({ checked: printed(2) })).toContain(
      "Your code printed, while it was tried:\n  │ line 0\n  │ line 1\n\n",
    );
    expect(screen({ checked: printed(12) })).toContain("  │ line 9\n  │ … and 2 more lines\n");
    expect(screen({ checked: printed(11) })).toContain("  │ … and 1 more line\n");
  });

  it("shows the task, the list or the solution instead when asked", () => {
    expect(screen({ panel: "text" })).toContain("Write `add`.");
    expect(screen({ panel: "list" })).toContain("  ✓  1  first\n▸    2  second\n     3  third\n");
    expect(screen({ panel: "solution" })).toContain("The solution opens when you have passed");
    expect(screen({ panel: "solution", solution: "class A {\n\n}\n" })).toContain("    class A {\n\n    }\n");
    expect(screen({ panel: "list" })).not.toContain("no-chain");
  });
});

it("listLines(track, page) marks what is passed", () => {
  expect(listLines([{ exercise: one, passed: true }], page)).toEqual(["  ✓  1  first"]);
});
