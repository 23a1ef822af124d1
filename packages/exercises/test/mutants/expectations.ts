import { expect } from "vitest";
import type { Judgement, Score } from "./score.ts";

/** What a grader has to reach on wrong classes. */
export function expectGood({ flagged, named, roots }: Score, shown = ""): void {
  expect(flagged, shown).toBe(1);
  expect(named, shown).toBeGreaterThanOrEqual(0.9);
  expect(roots, shown).toBeLessThanOrEqual(1.2);
}

/** What a grader has to reach in all: on wrong classes seen and not seen, and on right ones. */
export function expectGoodGrader(judgement: Judgement): void {
  expect(judgement.falseAlarms).toEqual([]);
  expect(judgement.correct).toBeGreaterThan(20);
  expect(judgement.all.classes).toBeGreaterThan(150);
  for (const score of [judgement.all, judgement.seen, judgement.heldBack]) expectGood(score);
}
