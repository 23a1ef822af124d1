import { expect, it } from "vitest";
import { Past } from "../../src/train/past.ts";
import type { Snapshot } from "../../src/train/snapshot.ts";

const at = (step: number) => ({ step }) as Snapshot;

it("Past keeps few snapshots, evenly spread over the updates, the first and the newest region included", () => {
  const past = new Past(8);
  for (let step = 0; step <= 1000; step++) if (past.wants(step)) past.keep(at(step));
  expect(past.steps).toEqual([0, 128, 256, 384, 512, 640, 768, 896]);
  expect(past.before(700)?.step).toBe(640);
  expect(past.before(127)?.step).toBe(0);
});

it("Past.before(step) of a fork gives its start for what was before it", () => {
  const past = new Past(4);
  for (let step = 37; step <= 90; step++) if (past.wants(step)) past.keep(at(step));
  expect(past.steps).toEqual([37, 48, 64, 80]);
  expect(past.before(5)?.step).toBe(37);
});

it("Past wants no update twice", () => {
  const past = new Past();
  past.keep(at(3));
  expect([past.wants(2), past.wants(3), past.wants(4)]).toEqual([false, false, true]);
});
