import { describe, expect, it } from "vitest";
import { markedIn } from "../src/mistake.ts";

const text = "const a = 1;\n  return foo + 1;\n";
const stretch = (line?: number, column?: number) => {
  const mistake = {
    sentence: "odd",
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
  return markedIn(text, [mistake]).map(({ from, to }) => text.slice(from, to));
};

describe("markedIn", () => {
  it("marks a line without its indent, and from a column the word", () => {
    expect(stretch(2)).toEqual(["return foo + 1;"]);
    expect(stretch(2, 10)).toEqual(["foo"]);
    expect(stretch(2, 14)).toEqual(["+"]);
    expect(stretch()).toEqual(["const a = 1;"]);
  });

  it("moves places that are not there to the nearest that is", () => {
    expect(stretch(99)).toEqual([""]);
    expect(stretch(-1, -5)).toEqual(["const"]);
    expect(markedIn(text, [{ sentence: "odd", line: 1, column: 500 }])).toEqual([
      { from: 12, to: 12, sentence: "odd", isNote: false },
    ]);
  });

  it("gives mistakes in the order of the text", () => {
    const marked = markedIn(text, [
      { sentence: "second", line: 2 },
      { sentence: "first", line: 1 },
    ]);
    expect(marked.map(({ sentence }) => sentence)).toEqual(["first", "second"]);
  });
});
