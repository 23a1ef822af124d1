import { describe, expect, it } from "vitest";
import { indexAt, innermost, pieces } from "../../src/playground/marks.ts";

describe("pieces", () => {
  it("cuts a text at its marks and keeps every character", () => {
    const cut = pieces("e = a*b", [
      { span: [4, 7], kind: "active" },
      { span: [6, 7], kind: "error" },
    ]);
    expect(cut).toEqual([
      { text: "e = ", kinds: [] },
      { text: "a*", kinds: ["active"] },
      { text: "b", kinds: ["active", "error"] },
    ]);
  });

  it("shows an empty mark on one character, and none behind the end", () => {
    expect(pieces("ab", [{ span: [1, 1], kind: "error" }]).at(-1)).toEqual({ text: "b", kinds: ["error"] });
    expect(pieces("ab", [{ span: [2, 2], kind: "error" }])).toEqual([{ text: "ab", kinds: [] }]);
  });

  it("draws nothing of an empty text", () => {
    expect(pieces("", [{ span: [0, 3], kind: "error" }])).toEqual([]);
  });
});

describe("indexAt", () => {
  it("counts lines and columns", () => {
    expect(indexAt("ab\ncde", 1, 2)).toBe(5);
    expect(indexAt("ab\ncde", 0, 0)).toBe(0);
  });

  it("is undefined beside the text", () => {
    expect(indexAt("ab\ncde", 0, 2)).toBeUndefined();
    expect(indexAt("ab\ncde", 2, 0)).toBeUndefined();
    expect(indexAt("ab", 0, -1)).toBeUndefined();
    expect(indexAt("ab", -1, 0)).toBeUndefined();
  });
});

it("innermost(spans, index) is the shortest span around the index", () => {
  const spans = [
    ["all", [0, 9]],
    ["part", [2, 5]],
    ["other", [5, 9]],
  ] as const;
  expect(innermost(spans, 4)).toBe("part");
  expect(innermost(spans, 5)).toBe("other");
  expect(innermost(spans, 0)).toBe("all");
  expect(innermost(spans, 9)).toBeUndefined();
});
