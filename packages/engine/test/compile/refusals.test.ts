import { compile, sum, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

describe("compile refuses", () => {
  const w = value(2, "w");
  const x = w.mul(3);
  it.each([
    ["a function that is none", () => compile(3 as never), "compile: expected a function of Values, got 3."],
    [
      "an unknown target",
      () => compile(() => w, { target: "gpu" as never }),
      'compile: target is "auto", "replay", "vector" or "wasm"; got gpu.',
    ],
    [
      "an option that nobody reads",
      () => compile(() => w, { targt: "wasm" } as never),
      'compile: there is no option "targt"; did you mean "target"? The options are target, calls, relaxedFma, update.',
    ],
    [
      "a number for its options",
      () => compile(() => w, 5 as never),
      "compile: expected an object with options, such as { target: ... }, got 5.",
    ],
    [
      "a Value as argument",
      () => compile((a: Value) => a.mul(2)).value(w as never),
      "compile, argument 1: a compiled function takes numbers, got Value(data=2",
    ],
    [
      "a string as argument",
      () => compile((a: Value[]) => sum(a)).value(["2"] as never),
      "compile, argument 1[0]: expected a number, got the string",
    ],
    [
      "a function that returns a number",
      () => compile((() => 3) as never).value(),
      "compile, result of the function: it is 3, which does not remember",
    ],
    [
      "a function that returns nothing",
      () => compile((() => undefined) as never).value(),
      "compile, result of the function",
    ],
    [
      "a result from outside",
      () => compile(() => x.add(1)).value(),
      "compile: the function uses Value(data=6, grad=0), the result of mul computed outside of it",
    ],
    [
      "reading data",
      () => compile(() => (w.data > 0 ? w.mul(2) : w)).value(),
      "compile: the function uses data of a Value.",
    ],
    [
      "item()",
      () => compile((a: Value) => a.mul(a.item())).value(1),
      "compile: the function uses data of a Value.",
    ],
    [
      "backward()",
      () =>
        compile(() => {
          const y = w.square();
          y.backward();
          return y;
        }).value(),
      "compile: the function uses backward() of a Value.",
    ],
    [
      "setting data",
      () =>
        compile(() => {
          w.data = 3;
          return w.square();
        }).value(),
      "compile: the function uses data of a Value.",
    ],
    [
      "gradient() without an argument",
      () => (compile(() => w.square()).gradient as () => unknown)(),
      "compile: gradient() is with respect to the first argument, and the result does not depend on it",
    ],
    [
      "gradient() of what ignores its argument",
      () => compile((_: Value) => w.square()).gradient(1),
      "compile: gradient() is with respect to the first argument",
    ],
    [
      "step() without Values from outside",
      () => compile((a: Value) => a.square()).step(1),
      "compile: step() gives gradients to the Values that the function uses from outside, and its result depends on none",
    ],
    [
      "the gradient of two results",
      () => compile((a: Value) => [a.mul(2), a.mul(3)]).gradient(1),
      "compile: gradient() needs a function that returns one Value; this one returns 2.",
    ],
    [
      "an update whose numbers are named as data and gradients are",
      () => compile(() => w.square(), { update: { formula: "p - g", numbers: { g: 1 } } }),
      "compile: the update's numbers have a g, which stands for a Value's gradient; give that number another name.",
    ],
    [
      "an update with a mistake",
      () => compile(() => w.square(), { update: { formula: "p - rate * g" } }),
      "rate",
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
    expect(w.data).toBe(2);
    // Nothing is left behind: recording is over, and Values can be read.
    expect(w.mul(2).data).toBe(4);
  });
});
