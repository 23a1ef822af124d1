import {
  type Field,
  integer,
  integers,
  number,
  oneOf,
  readFields,
  type ValuesOf,
  writeFields,
} from "../state/fields.ts";

export const dataNames = ["moons", "circles", "spiral", "xor", "blobs"] as const;
export type DataName = (typeof dataNames)[number];
export const activations = ["relu", "tanh", "sigmoid", "leakyRelu"] as const;
export type Activation = (typeof activations)[number];
export const optimisers = ["sgd", "momentum", "adam"] as const;
export type Optimiser = (typeof optimisers)[number];
export const losses = ["maxMargin", "mse", "crossEntropy"] as const;
export type Loss = (typeof losses)[number];
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
  layers: integers([16, 16], 1, mostUnits, mostLayers),
  activation: oneOf(activations, "relu"),
  optimiser: oneOf(optimisers, "momentum"),
  lr: number(0.1, 1e-5, 10),
  batch: integer(25, 1, 1500),
  l2: number(0, 0, 1),
  loss: oneOf(losses, "maxMargin"),
  seed: integer(1, 0, 999_999),
  epochs: integer(200, 1, 10_000),
  path: oneOf(paths, "auto"),
} satisfies Record<string, Field<unknown>>;

export type Settings = ValuesOf<typeof planar>;

/** A training run, whole: the same config gives the same run, bit for bit. */
export interface Config extends Settings {
  readonly data: DataName;
}

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
    activation: "tanh",
    optimiser: "adam",
    lr: 0.01,
  }),
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

/** A config for the address. */
export function writeConfig({ data, ...settings }: Config): URLSearchParams {
  const query = writeFields(fieldsOf[data], settings);
  return new URLSearchParams([...(data === dataField.initial ? [] : [["data", data]]), ...query]);
}
