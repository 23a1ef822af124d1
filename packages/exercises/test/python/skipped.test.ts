import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../src/catalogue/index.ts";
import { check } from "../../src/run/check.ts";
import { checkClass } from "../../src/run/class.ts";
import { exerciseOf } from "../../src/track/track.ts";
import { fixture, python } from "./python.ts";

describe("what of a notebook is passed over", () => {
  const right = fixture("seed-right.py").trimEnd();

  it("is said in a note beside the report on its class", () => {
    const cells = `${right}\nimport torch\ntorch.ones(3)\n`;
    const report = checkClass(cells, python, ["add", "mul", "exp"], { seed: 1 });
    expect(report).toMatchObject({ passed: true, right: ["add", "mul", "exp"] });
    const skipped = report.notes.filter(({ code }) => code === "skipped");
    expect(skipped).toEqual([
      { code: "skipped", op: "", line: 93, seen: "ModuleNotFoundError: No module named 'torch'" },
      { code: "skipped", op: "", line: 94, seen: "NameError: name 'torch' is not defined" },
    ]);
    expect(skipped.map((note) => sentenceOf(note, "python"))[0]).toBe(
      "This was passed over, and the rest was tried without it: ModuleNotFoundError: No module named 'torch'.",
    );
  });

  it("is said in a note beside the report on its functions", () => {
    const exercise = exerciseOf("analytic-gradient");
    if (!exercise) throw new Error("no such exercise");
    const text = [
      "from math import sin, cos",
      "import matplotlib.pyplot as plt",
      "def gradient(a, b, c):",
      "  return [-3*a**2 - 0.5*a**-0.5, 3*cos(3*b) + 2.5*b**1.5, c**-2]",
      "plt.show()",
    ].join("\n");
    const report = check(exercise, text, python, { seed: 1 });
    expect(report).toMatchObject({ passed: true, findings: [] });
    expect(report.notes.map(({ code, line }) => `${code} ${line}`)).toEqual(["skipped 2", "skipped 5"]);
  });
});
