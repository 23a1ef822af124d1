import { batches, decades, rates } from "../../lab/scales.ts";
import {
  activations,
  bugs,
  type Config,
  inits,
  losses,
  optimisers,
  outputsOf,
  schedules,
} from "../config.ts";
import { type Setting, wordsFor } from "./words.ts";

/** When the two runs part: at this moment, or at the start. */
export type Moment = "now" | "start";

/** One value that B can have where A has another. */
export interface Choice {
  /** What the address and the list call it. */
  readonly key: string;
  readonly text: string;
  readonly settings: Partial<Config>;
}

type Values = (config: Config) => readonly Partial<Config>[];

const each =
  <K extends keyof Config>(name: K, values: readonly Config[K][]): Values =>
  () =>
    values.map((value) => ({ [name]: value }) as Partial<Config>);

const shapes = [[], [2], [4], [8], [16], [64], [4, 4], [8, 8], [16, 16], [32, 32], [16, 16, 16]];

/** What B can do otherwise, by setting. */
const values = {
  lr: each("lr", rates),
  optimiser: each("optimiser", optimisers),
  batch: each("batch", batches),
  l2: each("l2", [0, ...decades(-5, -2)]),
  l1: each("l1", [0, ...decades(-5, -2)]),
  schedule: each("schedule", schedules),
  loss: each("loss", losses),
  activations: each(
    "activations",
    activations.map((name) => [name]),
  ),
  bug: each("bug", bugs),
  layers: each("layers", shapes),
  init: each("init", inits),
  seed: ({ seed }) => [1, 2, 3, 4, 5].map((more) => ({ seed: seed + more })),
} as const satisfies Partial<Record<Setting, Values>>;

export type Forked = keyof typeof values;

/** These are decided before the first update. */
const atStart: ReadonlySet<Setting> = new Set<Setting>(["layers", "init", "seed"]);

/** The settings in which B can differ, from some moment on. */
export const forked = (moment: Moment): Forked[] =>
  (Object.keys(values) as Forked[]).filter((name) => moment === "start" || !atStart.has(name));

/** The values that a setting can have in B. */
export function choices(name: Forked, config: Config, moment: Moment): Choice[] {
  const own = wordsFor(name, config);
  return values[name](config).flatMap((settings) => {
    const next = { ...config, ...settings };
    const text = wordsFor(name, next);
    const fits = moment === "start" || fitsNow(config, next);
    return text === own || !fits ? [] : [{ key: keyOf(settings), text, settings }];
  });
}

/** Whether a run can go on with other settings: its network keeps its shape, and its mistake is not one of the start. */
const fitsNow = (a: Config, b: Config): boolean =>
  outputsOf(a.loss) === outputsOf(b.loss) && b.bug !== "zeroInit" && b.bug !== "missingBias";

const keyOf = (settings: Partial<Config>): string => [Object.values(settings)[0]].flat().join("-") || "none";
