import { describe, expect, it } from "vitest";
import {
  entryOf,
  exportProgress,
  importProgress,
  mayOpenSolution,
  noProgress,
  type Progress,
  previousText,
  withHint,
  withLanguage,
  withPassed,
  withSolution,
  withText,
} from "../src/run/progress.js";
import type { Exercise } from "../src/track/exercise.js";
import { exerciseOf, solutionOf } from "../src/track/track.js";

const exercise = (id: string) => exerciseOf(id) as Exercise;
const [gradient, addMul] = [exercise("analytic-gradient"), exercise("add-mul")];
const goesOn = exercise("arithmetic");

const importing = (json: string, mine: Progress = noProgress) => {
  const found = importProgress(json, mine);
  if ("problem" in found) throw new Error(found.problem);
  return found.progress;
};

describe("progress", () => {
  it("knows nothing of an exercise that has not been begun", () => {
    expect(entryOf(noProgress, gradient, "python")).toEqual({ passed: false, hints: 0, solution: false });
  });

  it("is kept for each exercise and language by itself, and never changed in place", () => {
    const one = withText(noProgress, gradient, "python", "a");
    const two = withPassed(withText(one, gradient, "typescript", "b"), addMul, "python");
    expect(entryOf(two, gradient, "python").text).toBe("a");
    expect(entryOf(two, gradient, "typescript").text).toBe("b");
    expect(entryOf(two, addMul, "python")).toEqual({ passed: true, hints: 0, solution: false });
    expect(entryOf(one, addMul, "python").passed).toBe(false);
    expect(noProgress.exercises).toEqual({});
  });

  it("withHint(progress, exercise, language) opens three hints at most", () => {
    let progress = noProgress;
    const counts = [1, 2, 3, 4].map(() => {
      progress = withHint(progress, gradient, "python");
      return entryOf(progress, gradient, "python").hints;
    });
    expect(counts).toEqual([1, 2, 3, 3]);
  });

  it("mayOpenSolution(progress, exercise, language) after passing or three hints", () => {
    const hints = [0, 1, 2, 3].map((count) => {
      let progress = noProgress;
      for (let i = 0; i < count; i++) progress = withHint(progress, gradient, "python");
      return mayOpenSolution(progress, gradient, "python");
    });
    expect(hints).toEqual([false, false, false, true]);
    expect(mayOpenSolution(withPassed(noProgress, gradient, "python"), gradient, "python")).toBe(true);
    expect(mayOpenSolution(withPassed(noProgress, gradient, "python"), gradient, "typescript")).toBe(false);
  });
});

describe("previousText(progress, exercise, language)", () => {
  const own = solutionOf(addMul, "python").replace("class Value:", "class Value:\n  # mine");

  it("is nothing where an exercise goes on from nothing", () => {
    expect(previousText(noProgress, gradient, "python")).toBeUndefined();
  });

  it("is the learner's own text once it has passed, and the solution before", () => {
    const written = withText(noProgress, addMul, "python", own);
    expect(previousText(written, goesOn, "python")).toBe(solutionOf(addMul, "python"));
    expect(previousText(withPassed(written, addMul, "python"), goesOn, "python")).toBe(own);
    expect(previousText(withPassed(written, addMul, "python"), goesOn, "typescript")).toBe(
      solutionOf(addMul, "typescript"),
    );
  });

  it("goes on from what passed last, where the exercise between has not", () => {
    const after = exercise("exp-log-tanh");
    const progress = withPassed(withText(noProgress, addMul, "python", own), addMul, "python");
    expect(previousText(progress, after, "python")).toBe(solutionOf(goesOn, "python", own));
  });
});

describe("importProgress(json, mine)", () => {
  const full = withSolution(
    withHint(withText(withLanguage(noProgress, "python"), addMul, "python", "theirs"), addMul, "python"),
    addMul,
    "python",
  );

  it("reads what exportProgress(progress) wrote", () => {
    expect(importing(exportProgress(full))).toEqual(full);
    expect(importing(exportProgress(noProgress))).toEqual(noProgress);
  });

  it("keeps what is passed and open here, and texts that it replaces", () => {
    const mine = withPassed(withText(noProgress, addMul, "python", "mine"), addMul, "python");
    const both = entryOf(importing(exportProgress(full), mine), addMul, "python");
    expect(both).toEqual({ text: "theirs", passed: true, hints: 1, solution: true, earlier: ["mine"] });
    const again = entryOf(
      importing(exportProgress(full), importing(exportProgress(full), mine)),
      addMul,
      "python",
    );
    expect(again.earlier).toEqual(["mine"]);
  });

  it("leaves alone what the file says nothing of", () => {
    const mine = withText(noProgress, gradient, "typescript", "mine");
    expect(entryOf(importing(exportProgress(full), mine), gradient, "typescript").text).toBe("mine");
  });

  it("leaves out exercises that there are not", () => {
    const more = { ...full, exercises: { ...full.exercises, "no-such": { python: { passed: true } } } };
    expect(importing(JSON.stringify(more))).toEqual(full);
  });

  it.each([
    ["", "This is no progress of these exercises."],
    ["[]", "This is no progress of these exercises."],
    ["null", "This is no progress of these exercises."],
    ['{"version":2}', "This progress is of version 2, and this program reads version 1."],
    [
      '{"version":1,"language":"perl","exercises":{}}',
      "This progress is damaged: its language or its exercises are missing.",
    ],
    [
      '{"version":1,"language":"python"}',
      "This progress is damaged: its language or its exercises are missing.",
    ],
    [
      '{"version":1,"language":"python","exercises":{"add-mul":{"python":{"passed":1,"hints":0,"solution":false}}}}',
      'This progress is damaged at the exercise "add-mul".',
    ],
    [
      '{"version":1,"language":"python","exercises":{"add-mul":{"python":{"passed":true,"hints":9,"solution":false}}}}',
      'This progress is damaged at the exercise "add-mul".',
    ],
  ])("refuses %o in a sentence, and changes nothing", (json, problem) => {
    expect(importProgress(json, full)).toEqual({ problem });
  });
});
