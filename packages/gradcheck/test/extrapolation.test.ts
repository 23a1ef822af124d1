import { expect, it } from "vitest";
import { Extrapolation } from "../src/extrapolation.js";

it("Extrapolation: of two entries of a row with the same error the one of fewer columns is found", () => {
  // Without the evidence 3 ± 6, of the first two slopes, would be the best.
  const table = new Extrapolation(2, { value: 13.5, error: 1 });
  for (const slope of [-3, 0, 6]) table.add(slope, 0);
  expect(table.best).toEqual({ value: 12, error: 12 });
  expect(table.limit).toBe(15);
});

it("Extrapolation: an entry that is only as good as the best so far does not replace it", () => {
  const table = new Extrapolation(2);
  for (const slope of [0, 1, 0]) table.add(slope, 0);
  expect(table.best).toEqual({ value: 2, error: 2 });
});
