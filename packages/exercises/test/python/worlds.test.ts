import { describe, expect, it } from "vitest";
import { fixture, numberOf, printed, python, resultOf, subjectOf } from "./python.ts";

const small = ["class Value:", "  def __init__(self, data):", "    self.data = data", "    self.grad = 0.0"];

describe("worlds", () => {
  it("leave nothing behind, not even in builtins", () => {
    subjectOf(
      ...small,
      "import builtins, math, sys",
      "builtins.len = lambda x: 77",
      "builtins.isinstance = lambda x, y: False",
      "builtins.setattr = builtins.getattr = builtins.repr = None",
      "sum = None",
      "math.leftover = 1",
      "sys.modules['leftover'] = 1",
    );
    const next = subjectOf(
      ...small,
      "import math, sys",
      "print(len([1, 2]), sum([1, 2]), isinstance(1, int), 'leftover' in sys.modules)",
    );
    expect(printed()).toEqual(["2 3 True False"]);
    expect(next.run("", "math.leftover")).toMatchObject({ thrown: { kind: "no-method" } });
  });

  it("work beside each other", () => {
    const first = subjectOf(...small, "name = 'first'");
    const a = resultOf(first.make(1));
    const second = subjectOf(...small, "name = 'second'");
    const b = resultOf(second.make(2));
    first.write(a, "grad", 11);
    second.write(b, "grad", 22);
    expect([numberOf(first, a, "data"), numberOf(second, b, "data")]).toEqual([1, 2]);
    expect([numberOf(first, a, "grad"), numberOf(second, b, "grad")]).toEqual([11, 22]);
    first.close();
    expect(numberOf(second, b, "grad")).toBe(22);
    expect(() => first.read(a, "data")).toThrow("closed");
  });

  it("give the same random numbers each time", () => {
    const text = [...small, "import random", "print(random.random(), random.randint(1, 1000))"];
    subjectOf(...text);
    const once = printed();
    subjectOf(...text);
    expect(printed()).toEqual(once);
  });

  it("cannot reach the page", () => {
    const subject = subjectOf(...small, "import js", "js.globalThis");
    expect(subject.skipped).toMatchObject([{ code: "throws", line: 6 }]);
  });

  it("take the same memory however many there have been", () => {
    const text = fixture("seed-right.py");
    const open = () => {
      const subject = python.subject(text);
      if ("code" in subject) throw new Error(subject.text);
      subject.run("xs = [Value(i) for i in range(1000)]", "None");
      subject.close();
    };
    for (let time = 0; time < 20; time++) open();
    const before = process.memoryUsage();
    for (let time = 0; time < 200; time++) open();
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(8e6);
    expect(after.rss - before.rss).toBeLessThan(64e6);
  });
});
