import { describe, expect, it } from "vitest";
import { type Path, paths, prepare } from "../../src/speed/paths.ts";
import { type ProgramName, programNames, programs } from "../../src/speed/programs.ts";
import { type Race, type Row, race, type Timed } from "../../src/speed/race.ts";
import { isTimed, paysOff, sizeText, summary } from "../../src/speed/words.ts";

/** Contestants that take known times on a clock that only they move. */
function clockwork(milliseconds: Partial<Record<Path, number>>, preparing = 0) {
  let clock = 0;
  const made = (path: Path) => {
    clock += preparing;
    const step = milliseconds[path];
    if (step === undefined) throw new Error("no machine code here");
    return {
      step() {
        clock += step;
        return path === "vector" ? 1 + 2 ** -52 : 1;
      },
      reset() {},
      leaves: () => [0],
    };
  };
  return [...race(made, () => clock)];
}

const rowOf = (at: Race | undefined, path: Path) => at?.rows.find((row: Row) => row.path === path) as Timed;

describe("race(prepare, now)", () => {
  const all = clockwork({ micro: 8, eager: 2, replay: 0.5, vector: 1, wasm: 0.25 }, 6);
  const last = all.at(-1);

  it("gives the steps in the time that eager takes for one", () => {
    expect(paths.map((path) => rowOf(last, path).ratio?.median)).toEqual([0.25, 1, 4, 2, 8]);
  });

  it("says after each of 15 rounds where it stands", () => {
    expect(all.filter(({ rounds }) => rounds > 0)).toHaveLength(15);
    expect(all.map(({ share }) => share)).toEqual(all.map(({ share }) => share).toSorted((a, b) => a - b));
    expect(last).toMatchObject({ what: "Done.", share: 1, rounds: 15 });
  });

  it("says how far the numbers are from eager's, and what preparing costs in eager's steps", () => {
    expect(rowOf(last, "wasm").distance).toBe(0);
    expect(rowOf(last, "vector").distance).toBeCloseTo(2 ** -52, 20);
    expect(rowOf(last, "wasm").startup).toBe(3);
    // Each step saves 7 / 8 of eager's: 3 steps are saved after 3.43.
    expect(paysOff(rowOf(last, "wasm"))).toBe("4 steps");
    expect(paysOff(rowOf(last, "micro"))).toBe("never");
    const both = { ...rowOf(last, "wasm"), ratio: { low: 0.9, median: 1.2, high: 1.5 } };
    expect(paysOff(both)).toBe("not sure");
  });

  it("goes on without a path that does not work, and says why", () => {
    const without = clockwork({ micro: 8, eager: 2, replay: 0.5, vector: 1 }).at(-1);
    expect(without?.rows.at(-1)).toEqual({ path: "wasm", failure: "no machine code here" });
    expect(rowOf(without, "replay").ratio?.median).toBe(4);
  });

  it("comes out as a sentence", () => {
    expect(summary(last?.rows ?? [])).toBe(
      "In the time of one eager step WebAssembly does 8 here, and micro takes 4 times as long as eager; " +
        "sums in another order change their numbers by up to 2.2e−16 of themselves.",
    );
    expect(summary(clockwork({ eager: 1, replay: 0.5 }).at(-1)?.rows ?? [])).toBe(
      "In the time of one eager step Replay does 2 here; all give the same numbers, bit for bit.",
    );
    expect(sizeText("fit", 1)).toBe("1 point");
  });
});

/** The first losses of a path, and the leaves after them. */
function numbersOf(path: Path, program: ProgramName, size: number): number[] {
  const contestant = prepare(path, programs[program].make(size));
  const losses = Array.from({ length: 5 }, () => contestant.step());
  return [...losses, ...contestant.leaves()];
}

describe.each(programNames)("the program %s", (program) => {
  const size = programs[program].sizes[1] ?? 1;

  it("gives the same numbers on every path: the same bits where sums keep their order", () => {
    const eager = numbersOf("eager", program, size);
    for (const path of ["micro", "replay"] as const) expect(numbersOf(path, program, size)).toEqual(eager);
    for (const path of ["vector", "wasm"] as const) {
      for (const [i, x] of numbersOf(path, program, size).entries()) {
        expect(Math.abs(x - (eager[i] as number))).toBeLessThanOrEqual(1e-12 * Math.abs(x));
      }
    }
  });

  it("descends: the loss falls", () => {
    const [first, ...others] = numbersOf("eager", program, size);
    expect(others[3] as number).toBeLessThan(first as number);
  });
});

it("isTimed tells a path that was timed from one that failed", () => {
  expect(isTimed({ path: "wasm", failure: "none" })).toBe(false);
});
