import { describe, expect, it } from "vitest";
import { bugs, type Config } from "../../../src/train/config.ts";
import { configOf, type Lesson } from "../../../src/train/lessons/lesson.ts";
import { lessons } from "../../../src/train/lessons/lessons.ts";
import { Run } from "../../../src/train/run.ts";

const runs = new Map<string, Run>();

/** The run of a config, trained once for all tests. */
function trained(config: Config): Run {
  const name = JSON.stringify(config);
  const run = runs.get(name) ?? train(config);
  runs.set(name, run);
  return run;
}

function train(config: Config): Run {
  const run = new Run(config);
  const work = run.work();
  while (run.history.length <= config.epochs) work.next();
  return run;
}

const endOf = (run: Run) => run.history.at(-1) ?? expect.unreachable();

/** Both runs of a lesson from its first seed. */
function bothOf(lesson: Lesson, settings: Partial<Config> = {}) {
  const config = { ...configOf(lesson, 1), ...settings };
  return { right: trained(config), wrong: trained({ ...config, bug: lesson.bug }) };
}

const lessonOf = (bug: Lesson["bug"]) => lessons.find((each) => each.bug === bug) ?? expect.unreachable();

describe("lessons", () => {
  it("has one for every mistake", () => {
    expect(lessons.map(({ bug }) => bug)).toEqual(bugs.filter((bug) => bug !== "none"));
  });

  it.each(lessons)("shows what it says: $title", (lesson) => {
    expect(lesson.truth).toBeLessThan(lesson.answers.length);
    const { right, wrong } = bothOf(lesson);
    expect(lesson.shows({ right: endOf(right), wrong: endOf(wrong) })).toBe(true);
    expect(lesson.shows({ right: endOf(right), wrong: endOf(right) })).toBe(false);
  });

  it("the card of zeroGrad ends lower with the mistake", () => {
    const lesson = lessonOf("forgetZeroGrad");
    const { right, wrong } = bothOf(lesson, lesson.card?.settings);
    expect(endOf(wrong).train.loss).toBeLessThan(endOf(right).train.loss / 3);
  });

  it("the rate times 100 leaves dead neurons only, as the text says", () => {
    const { network, task } = bothOf(lessonOf("lrTimes100")).wrong;
    const last = task.inputs.map((inputs) => network.layers(inputs)[1]?.map(({ data }) => data));
    expect(last.flat().every((output) => output === 0)).toBe(true);
  });

  it("without biases a point twice as far out has twice the score, as the text says", () => {
    const { network } = bothOf(lessonOf("missingBias")).wrong;
    const score = (x: number, y: number) => network.forward([x, y])[0]?.data as number;
    for (const [x, y] of [
      [0.3, 0.1],
      [-0.5, 0.7],
    ] as const)
      expect(score(2 * x, 2 * y)).toBeCloseTo(2 * score(x, y), 12);
  });

  it("without shuffling the loss of batches jumps when the class changes, as the text says", () => {
    const run = new Run({ ...configOf(lessonOf("noShuffle"), 1), bug: "noShuffle" });
    const losses: number[] = [];
    for (const done of run.work()) {
      if (done === "update") losses.push(run.batchLoss as number);
      if (losses.length === 10 * run.stepsPerEpoch) break;
    }
    const meanAt = (batch: number) =>
      losses.filter((_, i) => i >= 50 && i % 50 === batch).reduce((sum, loss) => sum + loss) / 9;
    for (const first of [0, 25]) {
      expect(meanAt(first)).toBeGreaterThan(1.5);
      expect(meanAt(first + 3)).toBeLessThan(0.2);
    }
  });

  it("the rate times 100 makes the loss explode in the first epoch, as the text says", () => {
    const { history } = bothOf(lessonOf("lrTimes100")).wrong;
    expect(history[1]?.train.loss).toBeGreaterThan(10);
    for (const { train } of history.slice(2)) expect(train.loss).toBeLessThan(10);
  });
});
