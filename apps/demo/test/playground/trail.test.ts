import { story } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { trailOf } from "../../src/playground/trail.ts";
import { circuit } from "./circuit.ts";

const trail = (text: string, leaves: Record<string, number>) => trailOf(story(circuit(text, leaves).graph));

describe("trailOf(story)", () => {
  it("is undefined where all is finite", () => {
    expect(trail("y = x * x", { x: 3 })).toBeUndefined();
  });

  it("names the op where a NaN was born, why, and what it reaches", () => {
    expect(trail("d = a - b\nl = log(d)\nL = w * l + c", { a: 1, b: 3, w: 2, c: 5 })).toMatchObject({
      kind: "value",
      birth: "NaN was born in l = log(d): d = −2, and a negative number has no real logarithm.",
      reach: "From there it reaches v7 and L. Backward it spoils the gradient of w.",
    });
  });

  it.each([
    ["y = a / b", { a: 1, b: 0 }, "a division by 0 has no finite result"],
    ["y = a / b", { a: 0, b: 0 }, "0 / 0 has no value"],
    ["y = exp(a)", { a: 800 }, "beyond the largest number"],
    ["y = a ** 0.5", { a: -4 }, "real powers only for whole exponents"],
    ["y = sqrt(a)", { a: -4 }, "no real square root"],
  ])("%s at %o: %s", (text, leaves, why) => {
    expect(trail(text, leaves)?.birth).toContain(why);
  });

  it("finds what is born only on the way back", () => {
    expect(trail("y = 3 * sqrt(x)", { x: 0 })).toMatchObject({
      kind: "gradient",
      birth:
        "All values are finite, but v2 = sqrt(x) passes 3 times its local slope Infinity to x: Infinity.",
      reach: "It spoils the gradient of x.",
    });
  });
});
