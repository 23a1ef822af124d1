import { describe, expect, it } from "vitest";
import { readCheck } from "../src/page/grader.ts";
import { readPicture } from "../src/page/read-picture.ts";
import { readReport } from "../src/page/read-report.ts";

const finding = {
  code: "no-chain",
  op: "mul",
  line: 12,
  example: { call: "a.mul(b)", at: { a: 2, b: Number.NaN } },
  seen: 3,
  wanted: "a number",
  details: { operand: "a", factor: -3 },
  causedBy: { code: "missing-return", op: "add" },
};
const report = {
  passed: false,
  findings: [finding],
  notes: [{ code: "deep-graph", op: "backward" }],
  right: ["add"],
};

describe("readReport", () => {
  it("copies a report, field by field", () => {
    expect(readReport(report)).toEqual(report);
    expect(readReport({ ...report, html: "<b>" })).toEqual(report);
  });

  it("leaves out what is no part of a finding", () => {
    const odd = {
      ...finding,
      line: 1.5,
      example: { call: 1 },
      seen: {},
      details: { a: [], b: 1 },
      causedBy: "x",
    };
    expect(readReport({ ...report, findings: [odd] })?.findings).toEqual([
      { code: "no-chain", op: "mul", wanted: "a number", details: { b: 1 } },
    ]);
  });

  it("lets nobody pass with something wrong, nor by another word than true", () => {
    expect(readReport({ ...report, passed: true })?.passed).toBe(false);
    expect(readReport({ ...report, findings: [], passed: 1 })?.passed).toBe(false);
    expect(readReport({ ...report, findings: [], passed: true })?.passed).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a list", []],
    ["no lists", { ...report, findings: {} }],
    ["a list that only says that it is long", { ...report, notes: new Array(2 ** 32 - 1) }],
    ["a code that is none", { ...report, findings: [{ code: "__proto__", op: "" }] }],
    ["a code with markup", { ...report, findings: [{ code: "<b>", op: "" }] }],
    ["a topic that is too long", { ...report, right: ["x".repeat(201)] }],
    ["a finding that is none", { ...report, findings: [null] }],
  ])("refuses %s", (_, odd) => {
    expect(readReport(odd)).toBeUndefined();
  });
});

const a = { name: "a", op: "", data: 2, grad: 4, inputs: [], isConstant: false };
const m = {
  name: "m",
  op: "mul",
  data: 4,
  grad: 1,
  inputs: [
    { node: 0, slope: 2 },
    { node: 0, slope: 2 },
  ],
  isConstant: false,
};
const picture = {
  program: "m = a*a",
  right: [a, m],
  own: [a],
  difference: { kind: "slope", to: 1, index: 0, seen: 3, wanted: 4 },
};

describe("readPicture", () => {
  it("copies a picture, and one without a difference", () => {
    expect(readPicture({ ...picture, more: 1 })).toEqual(picture);
    expect(readPicture({ ...picture, difference: null })).toEqual({ ...picture, difference: null });
  });

  it.each<[string, object]>([
    ["more values than there are", { own: [a, m, m] }],
    ["an op that the table does not have", { right: [a, { ...m, op: "constructor" }] }],
    ["an input from later", { right: [{ ...m, inputs: [{ node: 1, slope: 1 }] }, a] }],
    ["too few inputs", { right: [a, { ...m, inputs: m.inputs.slice(1) }] }],
    ["a number that is none", { right: [{ ...a, data: "2" }, m] }],
    ["a difference at no value", { difference: { ...picture.difference, to: 2 } }],
    ["a difference of no kind", { difference: { ...picture.difference, kind: "html" } }],
    ["no word on the difference", { difference: undefined }],
    ["a program that is too long", { program: "x".repeat(1e5) }],
  ])("refuses %s", (_, odd) => {
    expect(readPicture({ ...picture, ...odd })).toBeUndefined();
  });

  it("drops a place that the op does not have", () => {
    expect(readPicture({ ...picture, difference: { ...picture.difference, index: 2 } })?.difference).toEqual({
      kind: "slope",
      to: 1,
      seen: 3,
      wanted: 4,
    });
  });
});

describe("what came of a check", () => {
  it("is the report, with the picture if it is one", () => {
    expect(readCheck({ ok: true, report, picture }, 2, [])).toEqual({ ok: true, report, picture, logs: [] });
    expect(readCheck({ ok: true, report, picture: 1 }, 2, [])).toMatchObject({ picture: null });
  });

  it("is endless-loop at what was tried when the time was over", () => {
    const outcome = { ok: false, sentence: "Stopped after 2 seconds.", isTooLong: true, at: "mul" };
    expect(readCheck(outcome, 2, [])).toMatchObject({
      ok: true,
      report: { passed: false, findings: [{ code: "endless-loop", op: "mul", details: { seconds: 2 } }] },
    });
    expect(readCheck({ ...outcome, at: {} }, 2, [])).toMatchObject({ report: { findings: [{ op: "" }] } });
  });

  it("is a failure where it is no outcome at all", () => {
    for (const odd of [undefined, null, 1, [], {}, { ok: true }, { ok: true, report: { passed: true } }]) {
      expect(readCheck(odd, 2, [])).toMatchObject({
        ok: false,
        sentence: "What came back from the sandbox is not an answer.",
      });
    }
  });
});
