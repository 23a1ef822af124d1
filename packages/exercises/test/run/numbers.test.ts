import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { describe as inWords, near, sameShape } from "../../src/run/numbers.js";
import { decimals, literal, table } from "../../src/run/probe.js";
import { toDo } from "../../src/run/to-do.js";

describe("near", () => {
  it("near(a, b) is for nine digits of the larger, or of 1", () => {
    expect(near(1e9 + 0.5, 1e9)).toBe(true);
    expect(near(1e9 + 2, 1e9)).toBe(false);
    expect(near(1e-10, 0)).toBe(true);
    expect(near(1e-8, 0)).toBe(false);
    expect(near([1, [2, 3]], [1, [2, 3 + 1e-12]])).toBe(true);
    expect(near([1, [2, 3]], [1, [2]])).toBe(false);
    expect(near([1], 1)).toBe(false);
  });

  it("takes nothing for near an infinity but the same one, and NaN for NaN", () => {
    expect(near(Number.POSITIVE_INFINITY, 1000)).toBe(false);
    expect(near(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(true);
    expect(near(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(false);
    expect(near(Number.NaN, Number.NaN)).toBe(true);
    expect(near(Number.NaN, 1)).toBe(false);
  });
});

it("sameShape(thing, like) is true for numbers in the same lists", () => {
  expect(sameShape([[1], [2, 3]], [[0], [0, 0]])).toBe(true);
  expect(sameShape([[1], [2]], [[0], [0, 0]])).toBe(false);
  expect(sameShape([[1], null], [[0], [0]])).toBe(false);
  expect(sameShape(true, 0)).toBe(false);
});

it("describe(thing) says what kind of thing it is", () => {
  expect(inWords(null)).toBe("nothing");
  expect(inWords([1])).toBe("a list of 1 number");
  expect(inWords([1, 2])).toBe("a list of 2 numbers");
  expect(
    inWords([
      [1, 2],
      [3, 4],
    ]),
  ).toBe("a list of 2 lists of 2 numbers");
  expect(inWords([null, null])).toBe("a list of 2 times nothing");
  expect(inWords([])).toBe("an empty list");
  expect(inWords(["a", "b"])).toBe("a list of 2 texts");
  expect(inWords([1, "b"])).toBe("a list of a number and a text");
});

describe("probes", () => {
  it("decimals(random, n) are short, and no two alike in size, nor like 0 or 1", () => {
    const source = random(1);
    for (let turn = 0; turn < 200; turn++) {
      const numbers = decimals(source, 9).map(Math.abs);
      expect(numbers.every((each) => Number(each.toFixed(2)) === each)).toBe(true);
      const sorted = [0, 1, ...numbers].sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((each, i) => each - (sorted[i] as number));
      expect(Math.min(...gaps)).toBeGreaterThan(0.029);
    }
  });

  it("table(random, rows, columns) has that shape, and literal(table) is read back as it was", () => {
    const numbers = table(random(2), 2, 3);
    expect(numbers.map((row) => row.length)).toEqual([3, 3]);
    expect(JSON.parse(literal(numbers))).toEqual(numbers);
  });
});

describe("toDo", () => {
  it("toDo(text) finds what starters leave, each topic once, with its first line", () => {
    const text =
      'a\n  throw new Error("to do: addRow");\n    raise NotImplementedError("to do: add_row")\n  // throw new Error("to do: x")\n';
    expect(toDo(text)).toEqual([{ code: "to-do", op: "addRow", line: 2 }]);
    expect(toDo('# raise NotImplementedError("to do: add")\n')).toEqual([]);
  });
});
