import { describe, expect, it } from "vitest";
import { limits } from "../src/limits.ts";
import { isRecord, readData, readFailure, readLog, readShown } from "../src/page/read.ts";
import { readCall, readRun } from "../src/page/sandbox.ts";

const purse = () => ({ left: 100 });

describe("readData", () => {
  it("copies plain data, NaN and infinities too", () => {
    const data = { a: [1, Number.NaN, -0, Number.POSITIVE_INFINITY], b: { c: null, d: "x", e: false } };
    expect(readData(data, purse())).toEqual(data);
    expect(readData(data, purse())).not.toBe(data);
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["a function", () => 1],
    ["a symbol", Symbol("x")],
    ["a bigint", 1n],
    ["one of them inside", [1, { a: undefined }]],
    ["more than the purse", Array.from({ length: 200 }, () => 1)],
    ["a list that only says that it is long", new Array(2 ** 32 - 1)],
    ["texts that are too long together", ["x".repeat(5000)]],
    [
      "a list in itself",
      (() => {
        const a: unknown[] = [];
        a.push(a);
        return a;
      })(),
    ],
  ])("refuses %s", (_, data) => {
    expect(readData(data, purse())).toBeUndefined();
  });

  it("sets no prototype", () => {
    const read = readData(JSON.parse('{"__proto__": {"evil": 1}}'), purse()) as Record<string, unknown>;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(read.evil).toBeUndefined();
  });
});

describe("readLog", () => {
  it("takes lines of known levels, and cuts them", () => {
    expect(readLog({ level: "warn", text: "<b>" })).toEqual({ level: "warn", text: "<b>" });
    expect(readLog({ level: "log", text: "x".repeat(9999) })?.text).toHaveLength(limits.text);
    for (const odd of [null, 1, "log", [], {}, { level: "html", text: "x" }, { level: "log", text: 1 }]) {
      expect(readLog(odd)).toBeUndefined();
    }
  });
});

describe("readShown", () => {
  it("leaves out what is no picture, and what is too large", () => {
    const good = { svg: "<svg/>", text: "a picture" };
    const large = { svg: "x".repeat(limits.picture + 1), text: "" };
    expect(readShown([good, large, { svg: 1, text: "" }, null, { ...good, more: 1 }])).toEqual([good, good]);
    expect(readShown("svg")).toEqual([]);
    expect(readShown(Array.from({ length: 99 }, () => good))).toHaveLength(limits.shown);
  });
});

describe("what a run left behind", () => {
  const noAnswer = "What came back from the sandbox is not an answer.";

  it("that is no outcome at all is a failure", () => {
    for (const odd of [
      undefined,
      null,
      1,
      "ok",
      [],
      {},
      { ok: 1 },
      { ok: false, sentence: 1 },
      { ok: false, sentence: "" },
    ]) {
      expect(readRun(odd, [])).toMatchObject({ ok: false, sentence: noAnswer });
      expect(readCall(odd, 1, [])).toMatchObject({ ok: false, sentence: noAnswer });
    }
  });

  it("keeps of a failure the place, if it is one", () => {
    expect(
      readFailure({ sentence: "x".repeat(1e5), file: "./f", line: 3, column: 2, html: "<b>" }, []),
    ).toEqual({
      ok: false,
      sentence: `${"x".repeat(limits.text - 1)}…`,
      file: "./f",
      line: 3,
      column: 2,
      logs: [],
    });
    expect(readFailure({ sentence: "odd", file: {}, line: 1.5, column: -1 }, [])).toEqual({
      ok: false,
      sentence: "odd",
      logs: [],
    });
  });

  it("has as many results as there were calls", () => {
    expect(readCall({ ok: true, results: [1, 2] }, 2, [])).toEqual({ ok: true, results: [1, 2], logs: [] });
    expect(readCall({ ok: true, results: [1] }, 2, [])).toMatchObject({ ok: false, sentence: noAnswer });
  });

  it("with a graph that is none is a run with a note", () => {
    expect(readRun({ ok: true, graph: [{ id: 0 }], shown: 1 }, [])).toEqual({
      ok: true,
      logs: [],
      graph: null,
      note: "The graph that came back from the sandbox is not one.",
      shown: [],
    });
    expect(readRun({ ok: true, note: { toString: () => "x" } }, [])).toEqual({
      ok: true,
      logs: [],
      graph: null,
      shown: [],
    });
  });
});

it("isRecord takes objects with names, nothing else", () => {
  expect([{}, [], null, 1, "x"].map(isRecord)).toEqual([true, false, false, false, false]);
});
