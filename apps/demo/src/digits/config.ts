import {
  type Field,
  integer,
  number,
  oneOf,
  readFields,
  type ValuesOf,
  writeFields,
} from "../state/fields.ts";

/** How many of the 1,797 pictures are trained on, and the seed of the one split that there is. */
export const trainedPictures = 1500;
export const splitSeed = 0;

export const nets = ["mlp", "conv"] as const;
export type NetName = (typeof nets)[number];
export const optimisers = ["adamw", "adam", "momentum", "sgd"] as const;
export type Optimiser = (typeof optimisers)[number];

const fields = {
  optimiser: oneOf(optimisers, "adamw"),
  lr: number(4e-3, 1e-5, 10),
  batch: integer(32, 1, 500),
  dropout: number(0.3, 0, 0.9),
  epochs: integer(40, 1, 500),
  seed: integer(1, 0, 999_999),
} satisfies Record<string, Field<unknown>>;

/** A training, whole: the same config gives the same one, bit for bit. */
export interface Config extends ValuesOf<typeof fields> {
  readonly net: NetName;
}

const netField = oneOf(nets, "mlp");

/** The settings of each network: what is a good start differs. */
const fieldsOf: Record<NetName, typeof fields> = {
  mlp: fields,
  conv: {
    ...fields,
    lr: { ...fields.lr, initial: 5e-3 },
    dropout: { ...fields.dropout, initial: 0.2 },
    epochs: { ...fields.epochs, initial: 20 },
  },
};

/** A learning rate that each optimiser does well with; that of AdamW is the network's own. */
const rates: Record<Exclude<Optimiser, "adamw">, number> = { adam: 2e-3, momentum: 0.05, sgd: 0.2 };

/** The start of a network. */
export function initialConfig(net: NetName): Config {
  return { net, ...readFields(fieldsOf[net], new URLSearchParams()) };
}

/** A good learning rate to start with. */
export const rateFor = (net: NetName, optimiser: Optimiser): number =>
  optimiser === "adamw" ? fieldsOf[net].lr.initial : rates[optimiser];

/** A config from the address; nonsense takes the initial value. */
export function readConfig(query: URLSearchParams): Config {
  const net = netField.read(query.get("net") ?? "") ?? netField.initial;
  return { net, ...readFields(fieldsOf[net], query) };
}

/** A config for the address. */
export function writeConfig({ net, ...settings }: Config): URLSearchParams {
  const query = writeFields(fieldsOf[net], settings);
  return new URLSearchParams([...(net === netField.initial ? [] : [["net", net]]), ...query]);
}
