import { describe, expect, it } from "vitest";
import { noColours } from "../../../src/cli/paint.js";
import { excerpt } from "../../../src/cli/view/excerpt.js";

const text = ["class Value {", "  mul(other) {", "\tconst out = 1;", "  }", "", "  add() {}", "}"].join("\n");
const shown = (line: number, width = 80, source = text) => excerpt(source, line, width, noColours);

describe("excerpt(text, line, width)", () => {
  it("shows two lines on each side, and carets below the words of the one that is meant", () => {
    expect(shown(2)).toEqual([
      "  1 │ class Value {",
      "▸ 2 │   mul(other) {",
      "    │   ^^^^^^^^^^^^",
      "  3 │     const out = 1;",
      "  4 │   }",
    ]);
  });

  it("counts a tab as four spaces, so that the carets stand where the words do", () => {
    expect(shown(3)).toContain("▸ 3 │     const out = 1;");
    expect(shown(3)).toContain("    │     ^^^^^^^^^^^^^^");
  });

  it("marks an empty line, and the first and the last", () => {
    expect(shown(5)).toContain("    │ ^");
    expect(shown(1)[0]).toBe("▸ 1 │ class Value {");
    expect(shown(7).at(-1)).toBe("    │ ^");
  });

  it("gives all numbers as many digits as the last one has", () => {
    const long = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join("\r\n");
    expect(shown(9, 80, long)).toEqual([
      "   7 │ line 7",
      "   8 │ line 8",
      "▸  9 │ line 9",
      "     │ ^^^^^^",
      "  10 │ line 10",
      "  11 │ line 11",
    ]);
  });

  it("cuts lines that do not fit, and their carets", () => {
    const [line = "", carets = ""] = shown(1, 30, "x".repeat(100));
    expect(line).toBe(`▸ 1 │ ${"x".repeat(23)}…`);
    expect(carets).toBe(`    │ ${"^".repeat(24)}`);
  });

  it("is empty where the text has no such line", () => {
    expect(shown(0)).toEqual([]);
    expect(shown(8)).toEqual([]);
  });
});
