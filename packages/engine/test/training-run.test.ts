import { expect, it } from "vitest";
import { engines } from "./engines.js";
import { trainingDigest, wantedDigest } from "./training-run.js";

it.each(engines)(
  "a seeded training run through every op gives the same bits in Node ($name)",
  async (engine) => {
    expect(await trainingDigest(engine)).toBe(wantedDigest);
  },
);
