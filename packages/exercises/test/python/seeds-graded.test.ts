import { describe, expect, it } from "vitest";
import type { Topic } from "../../src/finding.ts";
import { allTopics, grade } from "../../src/grader/grade.ts";
import { fixture, subjectOf } from "./python.ts";

describe("grade(the broken class of a learner's notebook)", () => {
  const report = grade(subjectOf(fixture("seed-broken.py")), { ops: allTopics({ language: "python" }) });
  const roots = report.findings.filter(({ causedBy }) => !causedBy);

  it("does not pass", () => {
    expect(report.passed).toBe(false);
  });

  /** What the notebook has wrong, with the lines of the method that is to blame; the class itself for what there is not. */
  const bugs: [code: string, op: Topic, from: number, to: number][] = [
    ["missing-return", "mul", 54, 67],
    ["missing-return", "pow", 75, 86],
    ["wrong-name", "div", 88, 89],
    ["missing", "rdiv", 3, 3],
    ["infinite-recursion", "sub", 91, 92],
    ["rsub-sign", "rsub", 94, 95],
    ["missing", "radd", 3, 3],
    ["missing-return", "exp", 97, 117],
    ["nested-inside", "log", 108, 117],
    ["missing", "tanh", 3, 3],
  ];
  it.each(bugs)("names %s of %s on a line from %i to %i", (code, op, from, to) => {
    const finding = roots.find((each) => each.op === op);
    expect(finding?.code).toBe(code);
    expect(finding?.line).toBeGreaterThanOrEqual(from);
    expect(finding?.line).toBeLessThanOrEqual(to);
  });

  it("names nothing else, and folds what is right but inherits the None under its cause", () => {
    expect(roots.map(({ op }) => op).sort()).toEqual(bugs.map(([, op]) => op).sort());
    const folded = report.findings
      .filter(({ causedBy }) => causedBy)
      .map(({ op, causedBy }) => [op, causedBy?.op]);
    expect(folded).toContainEqual(["rmul", "mul"]);
    expect(folded).toContainEqual(["neg", "mul"]);
  });

  it("says what is right, and honestly what more could be said", () => {
    expect(report.right).toEqual(["constructor", "add", "backward"]);
    expect(report.notes.map(({ code }) => code).sort()).toEqual([
      "deep-graph",
      "interior-not-reset",
      "set-of-inputs",
    ]);
  });

  it("names __rsub__'s sign with the smallest example, once __sub__ is mended", () => {
    expect(roots.find(({ op }) => op === "rsub")).toMatchObject({ seen: 1, wanted: -1 });
  });
});

describe("grade(the right class of a learner's notebook)", () => {
  const own: Topic[] = ["constructor", "add", "radd", "mul", "rmul", "div", "neg", "pow", "exp", "log"];

  it("passes with all that the notebook asks for, except for honest notes", () => {
    const asked: Topic[] = [...own, "backward", "sum", "softmax"];
    const report = grade(subjectOf(fixture("seed-right.py")), { ops: asked });
    expect(report).toMatchObject({ passed: true, findings: [], right: asked });
    expect(report.notes.map(({ code }) => code).sort()).toEqual([
      "deep-graph",
      "interior-not-reset",
      "set-of-inputs",
    ]);
  });

  it("lacks only what the notebook never asked for, when everything is asked", () => {
    const { findings } = grade(subjectOf(fixture("seed-right.py")), {
      ops: allTopics({ language: "python" }),
    });
    expect(findings.map(({ code, op }) => `${code} ${op}`)).toEqual([
      "missing sub",
      "missing rsub",
      "missing rdiv",
      "missing tanh",
    ]);
  });
});
