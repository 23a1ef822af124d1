import { describe, expect, it } from "vitest";
import { thrownOf } from "../../src/subject/thrown.ts";

function withStack<E extends Error>(error: E, stack: string): E {
  error.stack = stack;
  return error;
}

describe("thrownOf(thrown) tells errors apart in every engine", () => {
  it.each<[string, Error, object]>([
    [
      "V8, a stack overflow",
      withStack(
        new RangeError("Maximum call stack size exceeded"),
        "RangeError: Maximum call stack size exceeded\n    at Value.sub (value.ts:23:5)\n    at Value.sub (value.ts:23:5)",
      ),
      { kind: "recursion", line: 23 },
    ],
    [
      "SpiderMonkey, a stack overflow",
      withStack(new Error("too much recursion"), "sub@value.ts:23:5\nsub@value.ts:23:12\n"),
      { kind: "recursion", line: 23 },
    ],
    [
      "JavaScriptCore, a stack overflow",
      withStack(new RangeError("Maximum call stack size exceeded."), "sub@value.ts:7:9\nsub@value.ts:7:9"),
      { kind: "recursion", line: 7 },
    ],
    [
      "V8, a missing method",
      withStack(
        new TypeError("this.multiply is not a function"),
        "TypeError: this.multiply is not a function\n    at Value.neg (value.ts:9:17)",
      ),
      { kind: "no-method", name: "multiply", line: 9 },
    ],
    [
      "SpiderMonkey, a text that was evaluated without a name",
      withStack(
        new TypeError("other.pow is not a function"),
        "div@https://a.example/x.js line 10 > eval:31:9\n",
      ),
      { kind: "no-method", name: "pow", line: 31 },
    ],
    ["V8, an undeclared name", new ReferenceError("math is not defined"), { kind: "no-name", name: "math" }],
    [
      "JavaScriptCore, an undeclared name",
      new ReferenceError("Can't find variable: math"),
      { kind: "no-name", name: "math" },
    ],
    [
      "reading of nothing",
      new TypeError("Cannot read properties of undefined (reading 'data')"),
      { kind: "type" },
    ],
    ["an assertion", new Error("Assertion failed"), { kind: "assertion" }],
  ])("%s", (_, error, thrown) => {
    expect(thrownOf(error)).toMatchObject(thrown);
  });

  it("does not take a line from the message", () => {
    const error = withStack(
      new Error("see value.ts:99"),
      "Error: see value.ts:99\n    at Value.exp (value.ts:4:1)",
    );
    expect(thrownOf(error).line).toBe(4);
  });

  it("makes something of what is no error, or cannot be read", () => {
    expect(thrownOf(null)).toEqual({ kind: "other", text: "threw null" });
    const unreadable = {
      toString: () => {
        throw new Error("no");
      },
    };
    expect(thrownOf(unreadable)).toEqual({ kind: "other", text: "something that cannot be read" });
  });
});
