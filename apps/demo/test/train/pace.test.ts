import { expect, it } from "vitest";
import { Pace } from "../../src/train/pace.ts";

it("perSecond counts samples against the time of training alone", () => {
  const pace = new Pace();
  expect(pace.perSecond).toBe(0);
  pace.trained(100, 50);
  pace.drew(300);
  expect(pace.perSecond).toBe(500);
  expect(pace.drawingShare).toBe(0.75);
});

it("forgets the past by halves", () => {
  const pace = new Pace();
  for (let i = 0; i < 100; i++) pace.trained(100, 10);
  for (let i = 0; i < 100; i++) pace.trained(100, 100);
  expect(pace.perSecond).toBeGreaterThan(900);
});
