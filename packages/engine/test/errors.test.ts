import { add, dot, expression, mean, sum, tanh, type Value, value } from "@outgrad/engine";
import * as micro from "@outgrad/engine/micro";
import { describe, expect, it } from "vitest";
import { engines } from "./engines.js";

// Wrong input gives one clear sentence, before anything has changed.
// biome-ignore lint/suspicious/noExplicitAny: wrong input is what these tests are about.
type Wrong = any;

describe.each(engines)("wrong input to Value ($name)", ({ value }) => {
  const a = value(2) as Wrong;

  it.each([
    [undefined, "Value.mul: expected a Value or a number, got undefined. Did a function forget to return?"],
    ["3", 'Value.mul: expected a Value or a number, got the string "3". Convert it with Number(...) first.'],
    [null, "Value.mul: expected a Value or a number, got null."],
    [3n, "Value.mul: expected a Value or a number, got the bigint 3n."],
    [true, "Value.mul: expected a Value or a number, got true."],
    [
      [1, 2],
      "Value.mul: expected a Value or a number, got an array of 2. Use one of its elements, or sum, mean or dot over all of them.",
    ],
    [{ data: 3 }, "Value.mul: expected a Value or a number, got an object (Object)."],
    [tanh, "Value.mul: expected a Value or a number, got the function tanh. Did you forget to call it?"],
  ])("a.mul(%o)", (wrong, sentence) => {
    expect(() => a.mul(wrong as Wrong)).toThrow(new TypeError(sentence));
  });

  it("a.mul() without an operand", () => {
    expect(() => a.mul()).toThrow("Value.mul: expected a Value or a number, got undefined.");
  });

  it.each([undefined, "3", 3n, null, {}, [1]])("T135 value(%o)", (wrong) => {
    expect(() => value(wrong as Wrong)).toThrow(/^value: expected a number, got /);
  });

  it("a + b, a * b, a < b, +a throw the sentence that helps", () => {
    const b = value(3) as Wrong;
    const sentence =
      "JavaScript operators do not work on Values and would lose the graph: write a.add(b) for a + b, " +
      "a.mul(b) for a * b, a.data < b.data for a < b, and so on.";
    for (const attempt of [() => a + b, () => a * b, () => a < b, () => +a, () => a + 1, () => a - b]) {
      expect(attempt).toThrow(new TypeError(sentence));
    }
    expect(`${a}`).toBe("Value(data=2, grad=0)");
  });
});

describe("wrong input to the engine", () => {
  it("Values of two engines in one graph", () => {
    const other = micro.value(1) as unknown as Value;
    expect(() => value(2).add(other)).toThrow(
      "Value.add: expected a Value or a number, got an object (Value). " +
        "It is a Value of another engine; use the Values of one engine in one graph.",
    );
  });

  it("data of a result cannot be set", () => {
    const y = value(2).mul(3);
    expect(() => {
      y.data = 7;
    }).toThrow("Value.data: this Value is the result of mul; set a leaf's data and compute again.");
    expect(y.data).toBe(6);
  });

  it("data and grad must be numbers, and stay what they were", () => {
    const x = value(2) as Wrong;
    expect(() => {
      x.data = "3";
    }).toThrow('Value.data: expected a number, got the string "3".');
    expect(() => {
      x.grad = undefined;
    }).toThrow("Value.grad: expected a number, got undefined.");
    expect([x.data, x.grad]).toEqual([2, 0]);
  });

  it("a parameter must be a number", () => {
    const x = value(2) as Wrong;
    expect(() => x.leakyRelu("0.1")).toThrow(
      'Value.leakyRelu, slope: expected a number, got the string "0.1".',
    );
    expect(() => x.leakyRelu(value(0.1))).toThrow("Value.leakyRelu, slope: expected a number, got an object");
  });

  it("free functions and lists", () => {
    expect(() => add(undefined as Wrong, 1)).toThrow(
      "Value.add: expected a Value or a number, got undefined.",
    );
    expect(() => sum([value(1), undefined as Wrong])).toThrow(
      "got undefined. Did a function forget to return?",
    );
    expect(() => sum(undefined as Wrong)).toThrow(
      "sum: expected a list of Values and numbers, got undefined.",
    );
    expect(() => sum(3 as Wrong)).toThrow("sum: expected a list of Values and numbers, got 3.");
    expect(() => mean([])).toThrow("mean: the list is empty; give at least one Value or number.");
    expect(() => dot([1, 2], [1])).toThrow("dot: the lists have 2 and 1 elements; they must be as long.");
  });

  it("expressions with a typo", () => {
    const wrong: [text: string, sentence: string][] = [
      ["a *", 'Expected a number, a name or "(", found the end.\n  a *\n     ^'],
      ["a * (b + c", "This parenthesis is not closed.\n  a * (b + c\n      ^"],
      ["2 a", 'Expected an operator or the end, found "a".\n  2 a\n    ^'],
      ["a ^ 2", '"^" is not part of any formula. Write a power as a ** b.\n  a ^ 2\n    ^'],
      ["tanh(a, b)", "tanh takes 1 argument, found 2.\n  tanh(a, b)\n  ^^^^^^^^^^"],
      [
        "y = a; y = b",
        '"y" is assigned twice; give the second one a name of its own.\n  y = a; y = b\n         ^',
      ],
    ];
    for (const [text, sentence] of wrong) expect(() => expression(text)).toThrow(sentence);
    expect(() => expression("tahn(a)")).toThrow(/^Unknown function "tahn"; there are: add, sub/);
    expect(() => expression(undefined as Wrong)).toThrow(
      'A formula is a string such as "a * b + c"; got undefined',
    );
  });

  it("expressions called without their names", () => {
    expect(() => expression("a * b")({ a: 1 })).toThrow(
      "expression: no value for b; call it with { a: ..., b: ... }.",
    );
  });
});
