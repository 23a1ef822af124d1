import { value } from "@outgrad/engine";
import { lossCurve } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../src/worker/modules.ts";
import { print } from "../src/worker/print.ts";

describe("print", () => {
  it.each<[unknown, string]>([
    ["plain", "plain"],
    [-0, "-0"],
    [12n, "12n"],
    [undefined, "undefined"],
    [Symbol("s"), "Symbol(s)"],
    [["a", 1, [2, [3, [4]]]], '[ "a", 1, [ 2, [ 3, […] ] ] ]'],
    [{ a: { b: { c: { d: 1 } } } }, "{ a: { b: { c: {…} } } }"],
    [new Map([["k", new Set([1])]]), 'Map { "k" => Set [ 1 ] }'],
    [new Float64Array([1, 2]), "[ 1, 2 ]"],
    [() => 1, "[function without a name]"],
    [new TypeError("odd"), "TypeError: odd"],
    [value(2, "x"), "Value(data=2, grad=0)"],
    [[], "[]"],
    [{}, "{}"],
    [Object.create(null), "{}"],
  ])("%#: %s", (thing, text) => {
    expect(print(thing)).toBe(text);
  });

  it("says a drawing in sentences", () => {
    expect(print(lossCurve({ series: [{ name: "loss", values: [3, 1] }] }), wordsOf)).toMatch(/loss .*3.* 1/);
  });

  it("cuts what is long, and ends in lists that hold themselves", () => {
    expect(print("x".repeat(1e6))).toHaveLength(2000);
    expect(print(Array.from({ length: 1e6 }, (_, i) => i))).toMatch(/ 49, … 999950 more \]$/);
    const self: unknown[] = [];
    self.push(self);
    expect(print(self)).toBe("[ [ [ […] ] ] ]");
    function* naturals() {
      for (let i = 0; ; i++) yield i;
    }
    expect(print(Object.assign(new Set(), { [Symbol.iterator]: naturals }))).toContain("49");
  });

  it("runs no getter, and outlives whatever throws", () => {
    let isRun = false;
    const trap = {
      get a() {
        isRun = true;
        return 1;
      },
    };
    expect(print(trap)).toBe("{ a: [getter] }");
    expect(isRun).toBe(false);
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(print(proxy)).toBe("[something that cannot be read]");
    expect(
      print({
        toString: () => {
          throw new Error("no");
        },
      }),
    ).toBe("[something that cannot be read]");
  });
});
