import * as exported from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { intrinsics as programs } from "../src/intrinsics/programs.js";

type Call = (x: number) => number;
const intrinsics = exported as unknown as Readonly<Record<string, Call>>;
const engine = Math as unknown as Readonly<Record<string, Call | undefined>>;
const names = Object.keys(exported).filter((name) => engine[name]?.length === 1 && name !== "round");

/** Every number that some program compares with, where it changes its way. */
const thresholds = Object.values(programs).flatMap(({ program }) =>
  [...program.matchAll(/(?:<=?|>=?|==) (\d[\d.]*(?:e[-+]?\d+)?)/g)].map(([, text]) => Number(text)),
);

describe("at every number where some intrinsic changes its way", () => {
  it("there are such numbers", () => {
    expect(new Set(thresholds).size).toBeGreaterThan(20);
    expect(names).toContain("atan");
  });

  it.each(names)("%s is the engine's, to 1e-15 of its size", (name) => {
    for (const size of new Set(thresholds)) {
      for (const x of [size, size * (1 - 2 ** -53), size * (1 + 2 ** -52)].flatMap((at) => [at, -at])) {
        const [found, wanted] = [intrinsics[name]?.(x) as number, engine[name]?.(x) as number];
        if (Number.isFinite(wanted)) {
          expect(Math.abs(found - wanted), `at ${x}`).toBeLessThanOrEqual(1e-15 * Math.abs(wanted));
        } else expect(found, `at ${x}`).toBe(wanted);
      }
    }
  });
});
