import { describe, expect, it } from "vitest";
import { programOf, refusalOf } from "./python.ts";

const result = (imports: string, body: string) => programOf(imports, "def f():", `  ${body}`).call("f", []);

describe("what MicroPython lacks of Python's library and learners use", () => {
  it.each([
    [
      "import math",
      "return [math.prod([2, 3]), math.hypot(3, 4), math.exp2(3), math.fsum([0.1] * 10)]",
      [6, 5, 8, 1],
    ],
    ["from math import *", "return [exp(0), prod([2, 5]), log1p(1e-20)]", [1, 10, 1e-20]],
    ["import math", "return math.__name__", "math"],
    ["from operator import add, mul", "return [add(1, 2), mul(2, 3)]", [3, 6]],
    [
      "import numbers",
      "return [isinstance(1, numbers.Number), isinstance('a', numbers.Real)]",
      [true, false],
    ],
    ["", "return [sum([1, 2], start=3), sum([1, 2], 4), sum([])]", [6, 7, 0]],
    ["", "return sum([[1], [2]], [])", [1, 2]],
    ["class A:\n  def __init__(self): self.x = 1", "return list(vars(A()).values())", [1]],
  ])("%s: %s", (imports, body, plain) => {
    expect(result(imports, body)).toEqual({ plain });
  });

  it("has a deque for those who sort with a queue", () => {
    const body = [
      "from collections import deque",
      "def f():",
      "  queue, seen = deque([1]), []",
      "  queue.append(2)",
      "  queue.appendleft(0)",
      "  while queue:",
      "    seen.append((len(queue), queue[0], queue.popleft()))",
      "  short = deque([1, 2], maxlen=2)",
      "  short.append(3)",
      "  return [seen, [x for x in short], bool(deque()), short.pop()]",
    ];
    expect(programOf(...body).call("f", [])).toEqual({
      plain: [
        [
          [3, 0, 0],
          [2, 1, 1],
          [1, 2, 2],
        ],
        [2, 3],
        false,
        3,
      ],
    });
  });

  it("draws normal numbers, shuffles and samples", () => {
    const program = programOf(
      "import random",
      "def normal(n): return [random.gauss(1, 2) for _ in range(n)]",
      "def mixed():",
      "  xs = list(range(20))",
      "  random.shuffle(xs)",
      "  return [xs, random.sample(range(20), 5), random.choices([7], k=3)]",
    );
    const normal = program.call("normal", [2000]);
    if (!("plain" in normal)) throw new Error("no numbers");
    const numbers = normal.plain as number[];
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / numbers.length;
    expect(mean).toBeCloseTo(1, 0);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 0);
    const mixed = program.call("mixed", []);
    if (!("plain" in mixed)) throw new Error("no lists");
    const [shuffled, sample, choices] = mixed.plain as [number[], number[], number[]];
    expect(shuffled).not.toEqual(shuffled.toSorted((a, b) => a - b));
    expect(new Set(shuffled).size).toBe(20);
    expect(new Set(sample).size).toBe(5);
    expect(choices).toEqual([7, 7, 7]);
  });

  it("says so where MicroPython is behind Python", () => {
    expect(result("", "return isinstance(1, int | float)")).toMatchObject({
      thrown: { kind: "type", text: expect.stringContaining("write `(int, float)`"), line: 3 },
    });
    expect(refusalOf("def f(xs):", "  return [*xs, 1]", "class Value: pass")).toMatchObject({
      code: "syntax",
      line: 2,
      text: expect.stringContaining("Python that MicroPython does not know"),
    });
    expect(refusalOf("def f(xs):", "  return [xs, 1", "class Value: pass")).toMatchObject({
      text: "SyntaxError: invalid syntax",
    });
    expect(result("", "raise NotImplementedError")).toMatchObject({
      thrown: { text: "NotImplementedError" },
    });
  });
});
