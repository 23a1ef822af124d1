import { type Quartiles, quartiles } from "../measure/quartiles.ts";
import { type Contestant, type Path, paths } from "./paths.ts";

/** What one path came to, measured against eager in the same rounds. */
export interface Timed {
  readonly path: Path;
  /** Steps in the time that eager takes for one; undefined before the first round. */
  readonly ratio: Quartiles | undefined;
  /** How far its numbers are from eager's at most, relative to each; 0 where they agree to the last bit. */
  readonly distance: number;
  /** How many steps of eager its preparing takes: recording and compiling; undefined before the first round. */
  readonly startup: number | undefined;
}

/** A path that does not work here, and why. */
export interface Failed {
  readonly path: Path;
  readonly failure: string;
}

export type Row = Timed | Failed;

/** Where the race stands. */
export interface Race {
  readonly what: string;
  readonly share: number;
  readonly rows: readonly Row[];
  /** How many rounds every path has done. */
  readonly rounds: number;
}

/** Every path has at least this long in each round, in milliseconds: a coarse clock then says enough. */
const slot = 20;
const allRounds = 15;
/** Steps whose losses are compared. */
const compared = 10;

interface Runner {
  readonly path: Path;
  readonly contestant: Contestant;
  /** The first losses, and the leaves after them. */
  readonly numbers: readonly number[];
  readonly preparing: number;
  readonly turns: number;
  /** Milliseconds a step, in each round. */
  readonly times: number[];
}

/**
 * Races the paths: prepares each, compares its numbers with eager's, warms it up, and then lets all run in turn, round
 * after round, in another order each time, so that what disturbs the machine disturbs all. `now` is a clock in
 * milliseconds.
 */
export function* race(prepare: (path: Path) => Contestant, now: () => number): Generator<Race, void> {
  const runners: Runner[] = [];
  const failed: Failed[] = [];
  for (const [i, path] of paths.entries()) {
    yield { what: `Preparing ${path}.`, share: (0.4 * i) / paths.length, rows: [], rounds: 0 };
    try {
      runners.push(start(path, prepare, now));
    } catch (error) {
      failed.push({ path, failure: (error as Error).message });
    }
  }
  for (let round = 0; round <= allRounds; round++) {
    yield {
      what: round < allRounds ? `Round ${round + 1} of ${allRounds}.` : "Done.",
      share: 0.4 + (0.6 * round) / allRounds,
      rows: rowsOf(runners, failed),
      rounds: round,
    };
    if (round === allRounds) return;
    for (let i = 0; i < runners.length; i++) {
      const runner = runners[(i + round) % runners.length] as Runner;
      runner.times.push(timeOf(runner, now));
    }
  }
}

function start(path: Path, prepare: (path: Path) => Contestant, now: () => number): Runner {
  const from = now();
  const contestant = prepare(path);
  const preparing = now() - from;
  contestant.reset();
  const losses = Array.from({ length: compared }, () => contestant.step());
  const numbers = [...losses, ...contestant.leaves()];
  // The optimising compiler comes after some calls; before, it is not the same program.
  let turns = 1;
  for (const warm = now(); now() - warm < 10 * slot; ) {
    const begun = now();
    run(contestant, turns);
    if (now() - begun < slot) turns *= 2;
  }
  return { path, contestant, numbers, preparing, turns, times: [] };
}

function run(contestant: Contestant, turns: number): void {
  contestant.reset();
  for (let turn = 0; turn < turns; turn++) contestant.step();
}

function timeOf({ contestant, turns }: Runner, now: () => number): number {
  const from = now();
  run(contestant, turns);
  return (now() - from) / turns;
}

function rowsOf(runners: readonly Runner[], failed: readonly Failed[]): Row[] {
  const eager = runners.find(({ path }) => path === "eager");
  const rows = runners.map(({ path, numbers, preparing, times }): Timed => {
    const isMeasured = eager !== undefined && times.length > 0;
    return {
      path,
      ratio: isMeasured ? quartiles(times.map((time, i) => (eager.times[i] as number) / time)) : undefined,
      distance: eager === undefined ? Number.NaN : distance(numbers, eager.numbers),
      startup: isMeasured ? preparing / quartiles(eager.times).median : undefined,
    };
  });
  return paths.flatMap((path) => [...rows, ...failed].filter((row) => row.path === path));
}

/** The largest relative difference; 0 for the same bits. */
function distance(found: readonly number[], wanted: readonly number[]): number {
  let most = 0;
  for (const [i, x] of found.entries()) {
    const y = wanted[i] as number;
    if (!Object.is(x, y))
      most = Math.max(most, Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)) || Infinity);
  }
  return most;
}
