import { cpu, useBackend } from "@outgrad/engine";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { scope } from "../../src/index.js";
import { mistakeIn, titleOf } from "./compare.js";
import { type Question, questionOf } from "./question.js";
import { type Depth, Tally } from "./tally.js";
import { twin } from "./twin.js";

/**
 * Runs test files with every op computed on the CPU, as ever, and asked of a GPU too: a test fails if the GPU's numbers
 * differ by more than is stated in tolerances.ts.
 */
export function underTwin(
  gpu: GpuBackend,
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
    const asked = questions;
    const reads = scope(() => asked.map((question) => gpu.read(question.answer(gpu, question.operands))));
    const answers = await Promise.all(reads);
    const mistakes = asked.flatMap((question, i) => {
      const mistake = mistakeIn(question, answers[i] as ArrayLike<number>);
      return mistake === undefined ? [] : [`${titleOf(question)} on ${gpu.name}: ${mistake}`];
    });
    expect(mistakes).toEqual([]);
  });

  afterAll(() => {
    console.log(`${tally.summary} on ${gpu.description}.`);
  });

  for (const [path, load] of Object.entries(files)) {
    describe(path.replace(/^.*packages\/|^[./]*/, ""), async () => {
      await load();
    });
  }

  it(`compared every op of both tables on ${gpu.name}`, () => {
    expect(tally.missing).toEqual([]);
  });
}
