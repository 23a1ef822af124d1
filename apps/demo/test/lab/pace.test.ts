import { expect, it } from "vitest";
import { Pace } from "../../src/lab/pace.ts";

it("counts samples and updates against the time of training alone", () => {
  const pace = new Pace();
  expect([pace.samplesPerSecond, pace.updatesPerSecond]).toEqual([0, 0]);
  pace.trained(100, 50, 2);
  pace.measured(400);
  pace.drew(1500);
  expect([pace.samplesPerSecond, pace.updatesPerSecond]).toEqual([500, 20]);
  expect(pace.drawingShare).toBe(0.75);
});

it("forgets the past by halves", () => {
  const pace = new Pace();
  for (let i = 0; i < 100; i++) pace.trained(100, 10, 1);
  for (let i = 0; i < 100; i++) pace.trained(100, 100, 10);
  expect(pace.samplesPerSecond).toBeGreaterThan(900);
  expect(pace.updatesPerSecond).toBeGreaterThan(90);
});
