import { format, percent } from "../../format.ts";
import type { Measurement } from "../../lab/score.ts";
import { activationOf, type Bug, type Config, inputsOf, outputsOf } from "../config.ts";
import {
  activationTexts,
  dataTexts,
  initTexts,
  lossTexts,
  optimiserTexts,
  scheduleTexts,
} from "../settings-words.ts";

type Texts = readonly (readonly [string, string])[];

const textOf = (texts: Texts, value: string): string => texts.find(([name]) => name === value)?.[1] ?? value;

export const bugTexts: Readonly<Record<Bug, string>> = {
  none: "no mistake",
  forgetZeroGrad: "zeroGrad forgotten",
  wrongSign: "wrong sign of the update",
  noShuffle: "no shuffle",
  zeroInit: "all weights start at zero",
  lrTimes100: "learning rate × 100",
  missingBias: "no bias",
  overwriteGrad: "= instead of +=",
};

/** Every setting in which two runs can differ: what it is called, and what it says. */
const settings = {
  data: ["data", ({ data }) => textOf(dataTexts, data)],
  n: ["points", ({ n }) => String(n)],
  noise: ["noise", ({ noise }) => format(noise)],
  dataSeed: ["data seed", ({ dataSeed }) => String(dataSeed)],
  layers: ["hidden layers", ({ layers }) => layers.join(" – ") || "none"],
  activations: ["activation", (config) => activationsOf(config)],
  init: ["first weights", ({ init }) => textOf(initTexts, init)],
  optimiser: ["optimiser", ({ optimiser }) => textOf(optimiserTexts, optimiser)],
  lr: ["learning rate", ({ lr }) => format(lr)],
  schedule: ["schedule", ({ schedule }) => textOf(scheduleTexts, schedule)],
  batch: ["batch", ({ batch }) => String(batch)],
  l2: ["L2 penalty", ({ l2 }) => (l2 === 0 ? "none" : format(l2))],
  l1: ["L1 penalty", ({ l1 }) => (l1 === 0 ? "none" : format(l1))],
  loss: ["loss", ({ loss }) => textOf(lossTexts, loss)],
  seed: ["seed of the weights", ({ seed }) => String(seed)],
  bug: ["mistake", ({ bug }) => bugTexts[bug]],
} as const satisfies Partial<Record<keyof Config, readonly [string, (config: Config) => string]>>;

export type Setting = keyof typeof settings;

/** What a setting is called. */
export const nameOf = (setting: Setting): string => settings[setting][0];

/** What a setting says in a config. */
export const wordsFor = (setting: Setting, config: Config): string => settings[setting][1](config);

/** The settings in which two configs differ. */
export const differences = (a: Config, b: Config): Setting[] =>
  (Object.keys(settings) as Setting[]).filter((name) => wordsFor(name, a) !== wordsFor(name, b));

/** The difference in words: "A has learning rate 0.1, B 0.01." */
export function difference(a: Config, b: Config): string {
  const found = differences(a, b).map(
    (name) => `${nameOf(name)} ${wordsFor(name, a)}, B ${wordsFor(name, b)}`,
  );
  return found.length === 0 ? "A and B have the same settings." : `A has ${found.join("; A has ")}.`;
}

/** How both stand at the last epoch that both have reached; null before there is one. */
export function comparison(a: readonly Measurement[], b: readonly Measurement[]): string | null {
  const last = a.findLast(({ epoch }) => b.some((other) => other.epoch === epoch));
  const other = b.find(({ epoch }) => epoch === last?.epoch);
  if (last === undefined || other === undefined || last === a[0]) return null;
  const of = ({ train }: Measurement) => `${format(train.loss, 3)} (${percent(train.accuracy)} right)`;
  const [x, y] = [last.train.loss, other.train.loss];
  const better = x === y ? "They are equal." : x < y ? "A's is lower." : "B's is lower.";
  return `After epoch ${format(last.epoch)} the train loss of A is ${of(last)}, that of B ${of(other)}. ${better}`;
}

/** A run in a line: "Two moons, 2 – 16 – 16 – 1, ReLU, SGD, learning rate 1, batch 100, 100 epochs". */
export function settingsInWords(config: Config): string {
  const names = ["activations", "optimiser"] as const;
  const parts = [wordsFor("data", config), shapeOf(config), ...names.map((name) => wordsFor(name, config))];
  const rate = (["lr", "batch"] as const).map((name) => `${nameOf(name)} ${wordsFor(name, config)}`);
  return [...parts, ...rate, wordsFor("loss", config), `${config.epochs} epochs`, `seed ${config.seed}`].join(
    ", ",
  );
}

const shapeOf = ({ data, layers, loss }: Config): string =>
  [inputsOf(data), ...layers, outputsOf(loss)].join(" – ");

const activationsOf = (config: Config): string => {
  const used =
    config.layers.length > 0 ? config.layers.map((_, k) => activationOf(config, k)) : config.activations;
  return [...new Set(used.map((name) => textOf(activationTexts, name)))].join(" and ");
};
