// Several workloads raced one after the other; those that are not run now are kept as the record has them.
import { race } from "./race.mjs";
import { now } from "./record.mjs";

const smoke = { rounds: 3, budget: 10_000, warmth: 4 };
const pace = { budget: 100_000, warmth: 8 };

/** The contestants whose names the option picks; those of `always` take part anyhow. */
export function picked(contestants, option, always) {
  if (!option) return contestants;
  const wanted = option.split(",").map((part) => part.trim().toLowerCase());
  return contestants.filter(
    ({ name }) => always.includes(name) || wanted.some((part) => name.toLowerCase().includes(part)),
  );
}

/**
 * Races on the workloads `names` of `all`. `entry` gives what the record says of one beside the results, with those and
 * the base whose time is 1.
 */
export async function races(names, all, { quick, rounds = "9", slow }, how, known = []) {
  const workloads = [];
  const rhythm = quick ? smoke : { ...pace, rounds: Number(rounds) };
  for (const name of names) {
    const { contestants, reference, checked, log, entry } = how;
    const measured = { ...now(), rounds: rhythm.rounds };
    const results = await race(name, contestants(name), reference, {
      ...rhythm,
      checked,
      withSlow: slow,
      log,
    });
    workloads.push({ name, measured, ...entry(name, results), results });
  }
  const order = ({ name }) => all.indexOf(name);
  return [...workloads, ...known.filter(({ name }) => !names.includes(name))].sort(
    (a, b) => order(a) - order(b),
  );
}
