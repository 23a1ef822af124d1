import { expect, it } from "vitest";
import { colours } from "../../../src/cli/paint.js";
import { hang, hardSpace, wrap } from "../../../src/cli/view/wrap.js";

it("wrap(text, width) breaks lines at spaces", () => {
  expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
  expect(wrap("exactly nine", 12)).toEqual(["exactly nine"]);
});

it("wrap(text, width) keeps line ends, long words and lines that begin with spaces", () => {
  expect(wrap("a\nb", 80)).toEqual(["a", "b"]);
  expect(wrap("a incomprehensible b", 5)).toEqual(["a", "incomprehensible", "b"]);
  expect(wrap("    const a = b;", 5)).toEqual(["    const a = b;"]);
});

it("wrap(text, width) never breaks at a hard space, and gives a plain one back", () => {
  expect(wrap(`one a${hardSpace}+${hardSpace}b`, 7)).toEqual(["one", "a + b"]);
});

it("wrap(text, width) does not count what sets words off", () => {
  expect(wrap(`${colours.bold("one")} two`, 7)).toEqual([`${colours.bold("one")} two`]);
});

it("hang(mark, text, width) puts the mark beside the first line, the rest below its words", () => {
  expect(hang("✗ ", "one two three", 9)).toEqual(["✗ one two", "  three"]);
});
