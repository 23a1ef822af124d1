import {
  type Field,
  integer,
  integers,
  number,
  oneOf,
  readFields,
  type ValuesOf,
  wordList,
  writeFields,
} from "../state/fields.ts";
import { ownPoints } from "./own-points.ts";

export const dataNames = ["moons", "circles", "spiral", "xor", "blobs", "lecture", "own"] as const;
/** "lecture" is the four samples of three numbers that micrograd's lecture trains on; "own" the person's points. */
export type DataName = (typeof dataNames)[number];
export const activations = ["relu", "tanh", "sigmoid", "leakyRelu", "softplus", "linear"] as const;
export type Activation = (typeof activations)[number];
export const optimisers = ["sgd", "momentum", "nesterov", "adam", "adamw", "rmsprop", "adagrad"] as const;
export type Optimiser = (typeof optimisers)[number];
export const schedules = ["constant", "step", "cosine", "oneCycle"] as const;
/** How the learning rate changes from update to update. */
export type ScheduleName = (typeof schedules)[number];
export const losses = ["maxMargin", "mse", "bce", "crossEntropy"] as const;
/** The first three judge one score by its sign; cross-entropy compares two. */
export type Loss = (typeof losses)[number];
export const inits = ["scaled", "uniform", "normal", "small"] as const;
/** How the first weights are drawn. */
export type Init = (typeof inits)[number];
export const bugs = [
  "none",
  "forgetZeroGrad",
  "wrongSign",
  "noShuffle",
  "zeroInit",
  "lrTimes100",
  "missingBias",
  "overwriteGrad",
] as const;
/** A classic mistake, made on purpose. */
export type Bug = (typeof bugs)[number];
export const paths = ["auto", "wasm", "vector", "replay", "eager"] as const;
/** What computes a run: a target of `compile`, or a new graph for every update. */
export type Path = (typeof paths)[number];

/** The deepest network and the widest layer that the editor offers. */
export const mostLayers = 4;
export const mostUnits = 64;

const dataField = oneOf(dataNames, "moons");

/** The settings of a training run, with what a person gets who changes nothing. */
const planar = {
  n: integer(150, 20, 600),
  noise: number(0.1, 0, 1),
  dataSeed: integer(1, 0, 999_999),
  points: ownPoints,
  layers: integers([16, 16], 1, mostUnits, mostLayers),
  activations: wordList(activations, ["relu"], mostLayers),
  init: oneOf(inits, "scaled"),
  optimiser: oneOf(optimisers, "momentum"),
  lr: number(0.1, 1e-5, 10),
  schedule: oneOf(schedules, "constant"),
  batch: integer(25, 1, 1500),
  l2: number(0, 0, 1),
  l1: number(0, 0, 1),
  loss: oneOf(losses, "maxMargin"),
  seed: integer(1, 0, 999_999),
  epochs: integer(200, 1, 10_000),
  path: oneOf(paths, "auto"),
  bug: oneOf(bugs, "none"),
} satisfies Record<string, Field<unknown>>;

export type Settings = ValuesOf<typeof planar>;

/** A training run, whole: the same config gives the same run, bit for bit. */
export interface Config extends Settings {
  readonly data: DataName;
}

/** The activation of a hidden layer: the last one written goes for all layers after it. */
export const activationOf = ({ activations }: Pick<Config, "activations">, layer: number): Activation =>
  activations[Math.min(layer, activations.length - 1)] ?? "relu";

/** How many numbers a sample has. */
export const inputsOf = (data: DataName): 2 | 3 => (data === "lecture" ? 3 : 2);

/** How many scores the network gives: one of which the sign decides, or one for each of two classes. */
export const outputsOf = (loss: Loss): 1 | 2 => (loss === "crossEntropy" ? 2 : 1);

const withInitials = (initials: Partial<Settings>): typeof planar =>
  Object.fromEntries(
    Object.entries(planar).map(([name, field]) => [
      name,
      name in initials ? { ...field, initial: initials[name as keyof Settings] } : field,
    ]),
  ) as typeof planar;

/** The settings of each data set: what is a good start differs. */
const fieldsOf: Record<DataName, typeof planar> = {
  moons: planar,
  circles: withInitials({ noise: 0.05 }),
  xor: planar,
  blobs: withInitials({ noise: 0.3 }),
  spiral: withInitials({
    n: 300,
    noise: 0.05,
    layers: [24, 24],
    activations: ["tanh"],
    optimiser: "adam",
    lr: 0.01,
  }),
  lecture: withInitials({
    layers: [4, 4],
    activations: ["tanh"],
    init: "uniform",
    optimiser: "sgd",
    lr: 0.05,
    loss: "mse",
    batch: 4,
  }),
  own: withInitials({ layers: [8, 8] }),
};

/** The start of a data set. */
export function initialConfig(data: DataName): Config {
  return { data, ...readFields(fieldsOf[data], new URLSearchParams()) };
}

/** A config from the address; nonsense takes the initial value. */
export function readConfig(query: URLSearchParams): Config {
  const written = query.get("data");
  const data = (written === null ? undefined : dataField.read(written)) ?? dataField.initial;
  return { data, ...readFields(fieldsOf[data], query) };
}

/** A config for the address. Own points are written only where they are what is learned. */
export function writeConfig({ data, ...settings }: Config): URLSearchParams {
  const query = writeFields(fieldsOf[data], settings);
  if (data !== "own") query.delete("points");
  return new URLSearchParams([...(data === dataField.initial ? [] : [["data", data]]), ...query]);
}
