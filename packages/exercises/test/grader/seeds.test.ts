import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grade } from "../../src/grader/grade.ts";
import { loadPython } from "../../src/subject/python.ts";

const read = (name: string) => readFileSync(new URL(`../fixtures/${name}.py`, import.meta.url), "utf8");
const python = await loadPython();

function graded(text: string) {
  const subject = python.subject(text);
  if ("code" in subject) throw new Error(subject.text);
  const report = grade(subject);
  subject.close();
  return report;
}

describe("the notebook's broken class, unmodified", () => {
  const text = read("seed-broken");
  const lines = text.split("\n");
  const report = graded(text);
  const said = new Map(
    [...report.findings, ...report.notes].map((finding) => [`${finding.op}:${finding.code}`, finding]),
  );

  it.each([
    ["mul:missing-return", "out._backward = _backward"],
    ["pow:missing-return", "out._backward = _backward"],
    ["div:wrong-name", "def __div__(self, other):"],
    ["sub:infinite-recursion", "return self - other"],
    ["rsub:rsub-sign", "return self - other"],
    ["exp:missing-return", "out._backward = _backward"],
    ["log:nested-inside", "def log(self):"],
    ["radd:missing", "class Value:"],
    ["rdiv:missing", "class Value:"],
    ["constructor:set-of-inputs", "self._prev = set(_children)"],
    ["backward:interior-not-reset", "def backward(self): # exactly as in video"],
    ["backward:deep-graph", "def build_topo(v):"],
  ])("says %s, on the line %s", (cause, line) => {
    const finding = said.get(cause);
    expect(finding).toBeDefined();
    expect(finding?.causedBy).toBeUndefined();
    expect(lines[(finding?.line as number) - 1]?.trim()).toBe(line);
  });

  it("folds what only follows: __rmul__ and __neg__ under __mul__, sum under __radd__", () => {
    for (const [follows, op, code] of [
      ["rmul:missing-return", "mul", "missing-return"],
      ["neg:missing-return", "mul", "missing-return"],
      ["sum:sum-from-zero", "radd", "missing"],
    ] as const) {
      expect(said.get(follows)?.causedBy).toEqual({ op, code });
    }
  });

  it("says what is right as written", () => {
    expect(report.passed).toBe(false);
    expect(report.right).toEqual(["constructor", "add", "backward"]);
  });
});

it("passes the notebook's right class, with notes on what it lacks", () => {
  const report = graded(read("seed-right"));
  expect(report.findings).toEqual([]);
  expect(report.passed).toBe(true);
  expect(report.notes.map(({ op, code }) => `${op}:${code}`)).toEqual([
    "sub:missing",
    "rsub:missing",
    "rdiv:missing",
    "tanh:missing",
    "constructor:set-of-inputs",
    "backward:interior-not-reset",
    "backward:deep-graph",
  ]);
});
