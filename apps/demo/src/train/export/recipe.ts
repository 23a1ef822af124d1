import type { Config, Optimiser } from "../config.ts";

type Options = Readonly<Record<string, number | boolean>>;

/** A class of the packages, of PyTorch as well, with the options that are not at their defaults. */
export interface Made {
  readonly name: string;
  readonly options: Options;
}

/** The optimiser of a run. */
export function optimiserOf({ optimiser, lr, l2, bug }: Config): Made {
  const { name, options } = optimisers[optimiser];
  return {
    name,
    options: {
      lr: bug === "lrTimes100" ? 100 * lr : lr,
      ...options,
      // λ Σ w² has the gradient 2 λ w. AdamW alone decays by default.
      ...((l2 > 0 || optimiser === "adamw") && { weightDecay: 2 * l2 }),
      ...(bug === "wrongSign" && { maximize: true }),
    },
  };
}

const optimisers: Record<Optimiser, Made> = {
  sgd: { name: "SGD", options: {} },
  momentum: { name: "SGD", options: { momentum: 0.9 } },
  nesterov: { name: "SGD", options: { momentum: 0.9, nesterov: true } },
  adam: { name: "Adam", options: {} },
  adamw: { name: "AdamW", options: {} },
  rmsprop: { name: "RMSprop", options: {} },
  adagrad: { name: "Adagrad", options: {} },
};

/** The schedule of a run of so many updates, without the optimiser that it moves; null for a constant rate. */
export function scheduleOf({ schedule, lr }: Config, updates: number): Made | null {
  switch (schedule) {
    case "constant":
      return null;
    case "step":
      return { name: "StepLR", options: { stepSize: Math.ceil(updates / 3), gamma: 0.1 } };
    case "cosine":
      return { name: "CosineAnnealingLR", options: { tMax: updates } };
    case "oneCycle":
      return { name: "OneCycleLR", options: { maxLr: lr, totalSteps: updates, cycleMomentum: false } };
  }
}

/** Options as TypeScript writes them: "lr: 0.1, momentum: 0.9". */
export const entries = (options: Options): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

/** Options as Python writes them: "lr=0.1, weight_decay=0.01". */
export const keywords = (options: Options): string =>
  Object.entries(options)
    .map(([name, value]) => `${pythonName(name)}=${pythonValue(value)}`)
    .join(", ");

const pythonName = (name: string): string =>
  name === "tMax" ? "T_max" : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const pythonValue = (value: number | boolean): string =>
  typeof value === "number" ? String(value) : value ? "True" : "False";
