import { cpu, useBackend } from "@outgrad/engine";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { scope } from "../../src/index.js";
import { mistakeIn, titleOf } from "./compare.js";
import { type Question, questionOf } from "./question.js";
import { type Depth, Tally } from "./tally.js";
import { twin } from "./twin.js";

/**
 * Runs test files with every op computed on the CPU, as ever, and asked of GPUs too: a test fails if a GPU's numbers
 * differ by more than is stated in tolerances.ts.
 */
export function underTwin(
  gpus: readonly GpuBackend[],
  files: Readonly<Record<string, () => Promise<unknown>>>,
  depth: Depth,
): void {
  const tally = new Tally(depth);
  let questions: Question[] = [];
  const both = twin((call) => {
    if (tally.takes(call)) questions.push(questionOf(call));
  });

  beforeEach(() => {
    questions = [];
    tally.begin();
    useBackend(both);
  });

  afterEach(async () => {
    useBackend(cpu);
    const mistakes = await Promise.all(gpus.map((gpu) => mistakesOf(gpu, questions)));
    expect(mistakes.flat()).toEqual([]);
  }, 60_000);

  afterAll(() => {
    for (const { name, description } of gpus) console.log(`${name}, ${description}: ${tally.summary}.`);
  });

  for (const [path, load] of Object.entries(files)) {
    describe(path.replace(/^.*packages\/|^[./]*/, ""), async () => {
      await load();
    });
  }

  it("compared every op of both tables", () => {
    expect(tally.missing).toEqual([]);
  });
}

/** What is wrong with a GPU's answers: a sentence for each. */
async function mistakesOf(gpu: GpuBackend, questions: readonly Question[]): Promise<string[]> {
  const reads = scope(() => questions.map((question) => gpu.read(question.answer(gpu, question.operands))));
  const answers = await Promise.all(reads);
  return questions.flatMap((question, i) => {
    const mistake = mistakeIn(question, answers[i] as ArrayLike<number>);
    return mistake === undefined ? [] : [`${titleOf(question)} on ${gpu.name}: ${mistake}`];
  });
}
