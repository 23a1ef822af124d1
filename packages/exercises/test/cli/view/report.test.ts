import { describe, expect, it } from "vitest";
import { noColours } from "../../../src/cli/paint.js";
import { reportLines } from "../../../src/cli/view/report.js";
import type { Finding, Report } from "../../../src/finding.js";

const page = {
  width: 60,
  paint: noColours,
  sentence: ({ code, op }: Finding) => `${op}: ${code}`,
  ladder: () => ["Who calls `mul`?", "A rule.", "A line."],
  name: (topic: string) => topic,
};
const source = { path: "04-add-mul.ts", text: "class Value {\n  mul() {\n  }\n}" };
const lines = (report: Partial<Report>) =>
  reportLines({ passed: false, findings: [], notes: [], right: [], ...report }, source, page);

describe("reportLines(report, source, page)", () => {
  it("shows a cause with a path that can be clicked, its line, and what goes wrong with it", () => {
    const cause = { code: "missing-return", op: "mul", line: 2 };
    const causedBy = { code: "missing-return", op: "mul" };
    const findings = [
      cause,
      { code: "returns-nothing", op: "neg", causedBy },
      { code: "returns-nothing", op: "div", causedBy },
      { code: "returns-nothing", op: "sub", causedBy: { code: "returns-nothing", op: "neg" } },
    ];
    expect(lines({ findings, right: ["add"] })).toEqual([
      "✗ mul: missing-return",
      "  neg, div and sub go wrong because of this.",
      "  04-add-mul.ts:2",
      "    1 │ class Value {",
      "  ▸ 2 │   mul() {",
      "      │   ^^^^^^^",
      "    3 │   }",
      "    4 │ }",
      "",
      "✓ Right: add.",
      "",
    ]);
  });

  it("shows the hints about the first cause that are open", () => {
    const report = {
      passed: false,
      findings: [
        { code: "x", op: "add" },
        { code: "x", op: "mul" },
      ],
      notes: [],
      right: [],
    };
    expect(reportLines(report, source, page, 2)).toEqual([
      "✗ add: x",
      "  • Who calls `mul`?",
      "  • A rule.",
      "",
      "✗ mul: x",
      "",
    ]);
    expect(reportLines(report, source, page, 9)).toContain("  • A line.");
  });

  it("shows the lines of three causes, and the sentences of the rest", () => {
    const findings = ["add", "mul", "exp", "log"].map((op) => ({ code: "x", op, line: 1 }));
    const all = lines({ findings });
    expect(all.filter((line) => line.includes("▸ 1"))).toHaveLength(3);
    expect(all.filter((line) => line === "  04-add-mul.ts:1")).toHaveLength(4);
  });

  it("names what is to do in one line, after what is wrong", () => {
    const findings = [
      { code: "to-do", op: "neg", line: 1 },
      { code: "to-do", op: "sub", line: 2 },
      { code: "throws", op: "div", causedBy: { code: "to-do", op: "neg" } },
      { code: "no-chain", op: "mul" },
    ];
    expect(lines({ findings })).toEqual([
      "✗ mul: no-chain",
      "",
      "▸ To do: neg and sub.",
      "  04-add-mul.ts:1",
      "",
    ]);
  });

  it("shows a consequence whose cause is not there, or that causes itself, as a cause", () => {
    const findings = [{ code: "a", op: "add", causedBy: { code: "b", op: "mul" } }];
    expect(lines({ findings })[0]).toBe("✗ add: a");
    expect(lines({ findings: [{ code: "a", op: "add", causedBy: { code: "a", op: "add" } }] })[0]).toBe(
      "✗ add: a",
    );
  });

  it("gives notes and what is right when nothing is wrong", () => {
    expect(
      lines({
        passed: true,
        notes: [{ code: "set-of-inputs", op: "add", line: 3 }],
        right: ["add", "mul", "exp"],
      }),
    ).toEqual(["• add: set-of-inputs", "  04-add-mul.ts:3", "", "✓ Right: add, mul and exp.", ""]);
  });

  it("folds long sentences below their first word", () => {
    const long = { ...page, sentence: () => "word ".repeat(20).trim() };
    const [first = "", second = ""] = reportLines(
      { passed: false, findings: [{ code: "x", op: "add" }], notes: [], right: [] },
      source,
      long,
    );
    expect(first).toMatch(/^✗ word/);
    expect(second).toMatch(/^ {2}word/);
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(60);
  });
});
