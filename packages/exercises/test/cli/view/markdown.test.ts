import { expect, it } from "vitest";
import { colours, noColours } from "../../../src/cli/paint.js";
import { markdown } from "../../../src/cli/view/markdown.js";

it("markdown(text, width) folds paragraphs anew and keeps code", () => {
  const text = "One two\nthree `a + b` four.\n\n```ts\nconst a = 1;\n\nreturn a;\n```\n\nFive.";
  expect(markdown(text, 20, noColours)).toEqual([
    "One two three",
    "`a + b` four.",
    "",
    "    const a = 1;",
    "",
    "    return a;",
    "",
    "Five.",
  ]);
});

it("markdown(text, width) hangs the items of lists", () => {
  expect(markdown("Do:\n\n1. one two\n   three;\n2. four.", 12, noColours)).toEqual([
    "Do:",
    "",
    "1. one two",
    "   three;",
    "2. four.",
  ]);
});

it("markdown(text, width) writes formulas in one line", () => {
  expect(markdown("$$x^2$$\n\nWith $\\frac{1}{c}$, and [a page](https://x.org).", 80, noColours)).toEqual([
    "    x²",
    "",
    "With 1/c, and a page.",
  ]);
});

it("markdown(text, width) sets off each word of what is stressed, and leaves products alone", () => {
  expect(markdown("It *adds\nup* in **bold**: 2 * 3 * 4.", 80, colours)).toEqual([
    `It ${colours.bold("adds")} ${colours.bold("up")} in ${colours.bold("bold")}: 2 * 3 * 4.`,
  ]);
  expect(markdown("*adds*", 80, noColours)).toEqual(["adds"]);
});
