import { describe, expect, it } from "vitest";
import { circuitOfGraph } from "../../../src/playground/circuit.ts";
import { functionKey, resultName } from "../../../src/playground/geometry/function-key.ts";
import { kinkIn } from "../../../src/playground/geometry/kinks.ts";
import {
  curveSentence,
  fieldTable,
  mapSentence,
  pointsTable,
  secantSentence,
} from "../../../src/playground/geometry/words.ts";
import { circuit, seed } from "../circuit.ts";

const a = { name: "a", x: 2, grad: 6 };
const b = { name: "b", x: -3, grad: -4 };

describe("curveSentence", () => {
  it("says where the point is and which way the tangent goes", () => {
    expect(curveSentence(a, "L", -8)).toBe("At a = 2, L is −8 and rises: the tangent's slope is 6.");
    expect(curveSentence(b, "L", -8)).toBe("At b = −3, L is −8 and falls: the tangent's slope is −4.");
    expect(curveSentence({ ...a, grad: 0 }, "L", 1)).toContain("and level");
    expect(curveSentence({ ...a, grad: 0 }, "L", 1, "abs")).toBe(
      "At a = 2, L is 1, on the kink of abs: the line has the slope that backward chooses, 0.",
    );
    expect(curveSentence(a, "L", Number.NaN)).toBe("At a = 2, L is NaN: there is no tangent.");
    expect(curveSentence({ ...a, grad: Number.POSITIVE_INFINITY }, "L", 0)).toContain("no straight line");
  });
});

describe("kinkIn", () => {
  it("names the op that stands on its kink", () => {
    const kink = (text: string, leaves: Record<string, number>) => kinkIn(circuit(text, leaves).graph);
    expect(kink("y = abs(x)", { x: 0 })).toBe("abs");
    expect(kink("y = relu(x - 2) + x", { x: 2 })).toBe("relu");
    expect(kink("y = max(a, b)", { a: 3, b: 3 })).toBe("max");
    expect(kink("y = clamp(x, -1, 1)", { x: 1 })).toBe("clamp");
    expect(kink("y = abs(x) + max(x, 3) + tanh(x)", { x: 2 })).toBeUndefined();
  });
});

describe("mapSentence", () => {
  it("says which way is uphill", () => {
    expect(mapSentence(a, b, "L", -8)).toBe(
      "At a = 2 and b = −3, L is −8. Steepest uphill is more a and less b: the gradient is (6, −4).",
    );
    expect(mapSentence({ ...a, grad: 0 }, b, "L", -8)).toContain("Steepest uphill is less b: ");
    expect(mapSentence({ ...a, grad: 0 }, { ...b, grad: 0 }, "L", 0)).toContain("level in both directions");
    expect(mapSentence(a, { ...b, grad: Number.NaN }, "L", 0)).toContain("no direction uphill");
  });
});

it("tables are aligned", () => {
  expect(secantSentence(0.1, 2.1)).toBe(
    "The dashed line through the point nudged by h = 0.1 has the slope 2.1.",
  );
  expect(
    pointsTable("x", "f", [
      [1, 2],
      [-10, 4],
    ]),
  ).toBe("  x  f\n  1  2\n−10  4");
  const table = fieldTable((x, y) => 10 * y + x, ["x", { low: 0, high: 4 }], ["y", { low: 0, high: 8 }]);
  expect(table.split("\n")).toEqual([
    "y \\ x   0   1   2   3   4",
    "    8  80  81  82  83  84",
    "    6  60  61  62  63  64",
    "    4  40  41  42  43  44",
    "    2  20  21  22  23  24",
    "    0   0   1   2   3   4",
  ]);
});

describe("functionKey", () => {
  it("is equal for circuits that differ in the leaves that are drawn, and only then", () => {
    const of = (leaves: Record<string, number>) => functionKey(circuit(seed.text, leaves), ["a"]);
    expect(of({ ...seed.leaves, a: 5 })).toBe(of(seed.leaves));
    expect(of({ ...seed.leaves, b: 5 })).not.toBe(of(seed.leaves));
    expect(functionKey(circuit(seed.text, seed.leaves), ["b"])).not.toBe(of(seed.leaves));
    const tape = (leaves: Record<string, number>, text = seed.text) =>
      functionKey(circuitOfGraph(circuit(text, leaves).graph, 1), ["a"]);
    expect(tape({ ...seed.leaves, a: 5 })).toBe(tape(seed.leaves));
    expect(tape({ ...seed.leaves, b: 5 })).not.toBe(tape(seed.leaves));
    expect(tape({ a: 2 }, "y = a * 2")).not.toBe(tape({ a: 2 }, "y = a * 3"));
    expect(tape({ a: 2 }, "y = leakyRelu(a, 0.1)")).not.toBe(tape({ a: 2 }, "y = leakyRelu(a, 0.2)"));
  });

  it("resultName(circuit) is the last line's, or f", () => {
    expect(resultName(circuit(seed.text, seed.leaves))).toBe("L");
    expect(resultName(circuit("x * x", { x: 1 }))).toBe("f");
    expect(resultName(circuitOfGraph(circuit("y = x * x", { x: 1 }).graph, 1))).toBe("y");
  });
});
