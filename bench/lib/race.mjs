// One workload: every contestant alive at once, checked, warmed up, then asked in turn, round after round.

import { EPISODE } from "../workloads/data.mjs";
import { Contestant } from "./contestant.mjs";

/** Contestants that need more than a second for one step take part in this many rounds only. */
const SLOW = { microseconds: 1e6, rounds: 3 };

const why = (error) => error.message.split("\n")[0];

/** The relative differences between two lists of losses. */
const differences = (losses, expected) =>
  losses.map((x, i) => Math.abs(x - expected[i]) / Math.abs(expected[i]));

/** Warms up until the steps of several asks are spent; returns the steps of one ask: whole episodes where they fit. */
async function stepsPerAsk(process, budget, warmth) {
  await process.run(1);
  let steps = 1;
  let each = await process.run(1);
  let spent = each;
  while (spent < warmth * budget && each < 2 * budget) {
    steps = Math.max(1, Math.min(4 * steps, Math.ceil((2 * budget) / each)));
    const used = await process.run(steps);
    each = used / steps;
    spent += used;
  }
  const wanted = budget / each;
  return wanted < 3 ? Math.max(1, Math.round(wanted)) : EPISODE * Math.ceil(wanted / EPISODE);
}

/**
 * Races the contestants on one workload, once their losses of `checked` steps are right.
 * @returns for each its CPU microseconds a step in every round, or `failed` with the reason.
 */
export async function race(
  workload,
  contestants,
  reference,
  { rounds, budget, warmth, checked, withSlow, log },
) {
  const runners = contestants.map(({ name, start, relative, only, slow, missing }) => {
    const runner = { name, relative, result: { name } };
    try {
      if (missing) throw new Error(missing);
      if (only && !only.includes(workload)) throw new Error(`run on ${only.join(" and ")} only`);
      if (!withSlow && slow?.includes(workload)) throw new Error("seconds a step: run with --slow only");
      runner.process = new Contestant(start(workload));
    } catch (error) {
      runner.result.failed = why(error);
    }
    return runner;
  });
  const alive = () => runners.filter(({ result }) => !result.failed);
  const attempt = async (runner, task) => {
    try {
      await task(runner);
    } catch (error) {
      runner.result.failed = why(error);
      runner.process.end();
    }
  };

  for (const runner of alive()) await attempt(runner, ({ process }) => process.answer());
  for (const runner of alive()) {
    await attempt(runner, async ({ process, result }) => {
      result.losses = await process.check(checked);
    });
  }
  const expected = runners.find(({ name }) => name === reference)?.result.losses;
  if (!expected) throw new Error(`${workload}: the reference, ${reference}, failed`);
  for (const runner of alive()) {
    await attempt(runner, ({ result, relative }) => {
      const found = differences(result.losses, expected);
      const wrong = found.findIndex((difference) => !(difference <= relative));
      if (wrong >= 0) {
        throw new Error(`wrong answer: loss ${wrong + 1} is ${result.losses[wrong]}, not ${expected[wrong]}`);
      }
      result.difference = Math.max(...found);
    });
  }
  for (const runner of alive()) {
    await attempt(runner, async ({ process, result }) => {
      result.steps = await stepsPerAsk(process, budget, warmth);
      result.microseconds = [];
    });
    log(`${workload}: ${runner.name} ${runner.result.failed ?? "is warm"}`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const runner of alive()) {
      await attempt(runner, async ({ process, result }) => {
        if (round >= SLOW.rounds && result.microseconds[0] > SLOW.microseconds) return;
        result.microseconds.push((await process.run(result.steps)) / result.steps);
      });
    }
    log(`${workload}: round ${round + 1} of ${rounds}`);
  }
  for (const { process } of runners) process?.end();
  return runners.map(({ result: { losses: _, ...result } }) => result);
}
