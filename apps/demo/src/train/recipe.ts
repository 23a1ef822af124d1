import type { CosineAnnealingLROptions, OneCycleLROptions, SGDOptions, StepLROptions } from "@outgrad/nn";
import type { Config, Optimiser } from "./config.ts";

/** A class of the packages, of PyTorch as well, with the options that are not at their defaults. */
interface Made<Name extends string, Options extends object> {
  readonly name: Name;
  readonly options: Readonly<Options>;
}

type MadeOptimizer = Made<"SGD" | "Adam" | "AdamW" | "RMSprop" | "Adagrad", SGDOptions>;

type MadeSchedule =
  | Made<"StepLR", StepLROptions>
  | Made<"CosineAnnealingLR", CosineAnnealingLROptions>
  | Made<"OneCycleLR", OneCycleLROptions>;

/** How many times too large the mistake makes the learning rate. */
const bugRate = 100;

/** The optimiser of a run. */
export function optimiserOf({ optimiser, lr, l2, bug }: Config): MadeOptimizer {
  const { name, options } = optimisers[optimiser];
  return {
    name,
    options: {
      lr: bug === "lrTimes100" ? bugRate * lr : lr,
      ...options,
      // λ Σ w² has the gradient 2 λ w. AdamW alone decays by default.
      ...((l2 > 0 || optimiser === "adamw") && { weightDecay: 2 * l2 }),
      ...(bug === "wrongSign" && { maximize: true }),
    },
  };
}

const optimisers: Record<Optimiser, Made<MadeOptimizer["name"], Omit<SGDOptions, "lr">>> = {
  sgd: { name: "SGD", options: {} },
  momentum: { name: "SGD", options: { momentum: 0.9 } },
  nesterov: { name: "SGD", options: { momentum: 0.9, nesterov: true } },
  adam: { name: "Adam", options: {} },
  adamw: { name: "AdamW", options: {} },
  rmsprop: { name: "RMSprop", options: {} },
  adagrad: { name: "Adagrad", options: {} },
};

/** The schedule of a run of so many updates, without the optimiser that it moves; null for a constant rate. */
export function scheduleOf({ schedule, lr }: Config, updates: number): MadeSchedule | null {
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
