import type { Finding, Report } from "@outgrad/exercises";
import { exerciseOf } from "@outgrad/exercises/track";
import { describe, expect, it } from "vitest";
import { nextOf, readPlace, writePlace } from "../../src/exercises/config.ts";
import { causesOf, toDoOf } from "../../src/exercises/findings.ts";
import { graphOf, storyOf } from "../../src/exercises/story-of.ts";
import { differenceInWords, outcomeInWords, verdictOf } from "../../src/exercises/words.ts";

const finding = (op: string, code: string, causedBy?: Finding): Finding => ({
  op,
  code,
  ...(causedBy && { causedBy: { op: causedBy.op, code: causedBy.code } }),
});
const mul = finding("mul", "missing-return");
const neg = finding("neg", "throws", mul);
const sub = finding("sub", "throws", neg);
const add = finding("add", "no-chain");
const left = finding("exp", "to-do");
const reportOf = (...findings: Finding[]): Report => ({
  passed: findings.length === 0,
  findings,
  notes: [],
  right: [],
});

describe("causesOf(report)", () => {
  it("folds consequences of consequences under the first cause", () => {
    expect(causesOf(reportOf(mul, neg, sub, add))).toEqual([
      { finding: mul, consequences: [neg, sub] },
      { finding: add, consequences: [] },
    ]);
  });

  it("leaves a consequence alone whose cause is not there, and ends where two cause each other", () => {
    expect(causesOf(reportOf(neg))).toEqual([{ finding: neg, consequences: [] }]);
    const [a, b] = [finding("a", "x", finding("b", "x")), finding("b", "x", finding("a", "x"))];
    expect(() => causesOf(reportOf(a, b))).not.toThrow();
  });

  it("keeps what is still to be written apart", () => {
    const report = reportOf(left, finding("tanh", "throws", left), add);
    expect(causesOf(report).map(({ finding: { op } }) => op)).toEqual(["add"]);
    expect(toDoOf(report)).toEqual([left]);
  });
});

describe("in words", () => {
  it.each<[Report, string]>([
    [reportOf(), "All of it is right."],
    [reportOf(add), "One thing is wrong."],
    [reportOf(add, mul, neg), "2 things are wrong. Mend the first one first."],
    [reportOf(left), "One part is still to be written."],
    [reportOf(left, finding("log", "to-do")), "2 parts are still to be written."],
  ])("%#: %s", (report, sentence) => {
    expect(verdictOf(report)).toBe(sentence);
  });

  it("an outcome is its verdict and its first cause with the line, or why there is none", () => {
    const outcome = { ok: true as const, report: reportOf({ ...mul, line: 7 }), picture: null, logs: [] };
    expect(outcomeInWords(outcome, "typescript")).toMatch(/^One thing is wrong\. Line 7: [^`]*mul[^`]*$/);
    expect(outcomeInWords({ ok: false, sentence: "Stopped.", logs: [] }, "python")).toBe("Stopped.");
  });
});

const a = { name: "a", op: "", data: 2, grad: 6, inputs: [], isConstant: false };
const e = { name: "e", op: "square", data: 4, grad: -2, inputs: [{ node: 0, slope: 4 }], isConstant: false };
const picture = (difference: Parameters<typeof differenceInWords>[0]["difference"]) => ({
  program: "e = square(a)",
  right: [a, e],
  own: [a, e],
  difference,
});

describe("the graphs", () => {
  it("have the places as ids, and the gradients that they hold, not those of the slopes", () => {
    expect(graphOf([a, e])).toMatchObject({
      nodes: [
        { id: 1, isLeaf: true },
        { id: 2, opLabel: "²", inputs: [{ id: 1, slope: 4 }] },
      ],
      roots: [2],
    });
    const told = storyOf([a, e]);
    expect([...told.at(told.last).grads]).toEqual([
      [1, 6],
      [2, -2],
    ]);
  });

  it.each([
    [null, /^Every value, every link and every gradient/],
    [{ kind: "value", to: 1, seen: Number.NaN, wanted: 4 }, "The data of e is no number; it has to be 4."],
    [{ kind: "link", to: 1, index: 0, wanted: -8 }, /^e does not remember a: .* should bring −8\.$/],
    [{ kind: "slope", to: 1, index: 0, seen: 3, wanted: -8 }, "e passes 3 to a; it has to pass −8."],
    [{ kind: "grad", to: 1, index: 0, seen: 3, wanted: -8 }, /the gradient of a is 3; it has to be −8\.$/],
  ] as const)("%#: the difference in words", (difference, sentence) => {
    const words = differenceInWords(picture(difference));
    if (typeof sentence === "string") expect(words).toBe(sentence);
    else expect(words).toMatch(sentence);
  });

  it("say of a program that stopped where it did", () => {
    const stopped = { ...picture({ kind: "value", to: 1, wanted: 4 }), own: [a] };
    expect(differenceInWords(stopped)).toBe(
      "e is no Value, so your graph ends before it. Its data has to be 4.",
    );
  });
});

describe("the address", () => {
  it("is read as it was written, and nonsense says nothing", () => {
    const exercise = exerciseOf("add-mul");
    if (!exercise) throw new Error("no add-mul");
    expect(String(writePlace({ exercise, language: "python" }))).toBe("id=add-mul&lang=py");
    expect(readPlace(writePlace({ exercise, language: "python" }))).toEqual({ exercise, language: "python" });
    expect(readPlace(new URLSearchParams("id=toString&lang=constructor"))).toEqual({});
    expect(nextOf(exercise)?.id).toBe("arithmetic");
  });
});
