import { checkOptions, isTensor, type Tensor } from "@outgrad/engine";
import { Random } from "@outgrad/engine/random";
import { checkSize } from "../check.js";
import { checkFlag, checkRange } from "../optim/range.js";
import { shown } from "../shown.js";
import type { FitOptions } from "./options.js";

/** What kind of thing each option of `fit` is; those of `required` cannot be left out. */
const kinds: Readonly<Record<keyof FitOptions, (name: string, found: never) => void>> = {
  data: (_, found) => rowsOf(found),
  loss: checkFunction,
  optimizer: methods("an optimiser, which has ", "step", "zeroGrad"),
  epochs: (_, found) => checkSize("fit", "epochs is how often all rows are seen", found),
  batchSize: (_, found) => checkSize("fit", "batchSize is the number of rows of a batch", found),
  dropLast: checkFlag,
  random(name, found) {
    if (!((found as unknown) instanceof Random)) {
      throw new TypeError(`${name} is a Random, such as random(seed); got ${shown(found)}.`);
    }
  },
  model: methods("a Module, which has ", "train", "eval"),
  validate: checkFunction,
  schedule: methods("a schedule, which has ", "step"),
  scheduleEvery: oneOf("epoch", "batch"),
  scheduleMetric(name, found) {
    if (typeof found !== "string")
      throw new TypeError(`${name} is the name of a metric; got ${shown(found)}.`);
  },
  maxGradNorm: (name, found) => checkRange(name, found, 0),
  // It checks its options itself.
  earlyStopping: () => {},
  restoreBest: checkFlag,
  checkpoint(name, found) {
    checkOptions(name, found, ["every", "save"]);
    const { every, save } = found as { every: unknown; save: unknown };
    checkSize("fit", "checkpoint.every is a number of steps", every);
    checkFunction(`${name}.save`, save);
  },
  // It is looked at together with random.
  resume: () => {},
  onStep: checkFunction,
  onEpoch: checkFunction,
  signal(name, found) {
    if (typeof (found as { aborted?: unknown } | null)?.aborted === "boolean") return;
    throw new TypeError(`${name} is an AbortSignal; got ${shown(found)}.`);
  },
};

const required: readonly string[] = ["data", "loss", "optimizer", "epochs"] satisfies (keyof FitOptions)[];

/** Throws unless the options of `fit` make sense, each by itself. */
export function checkFit(options: FitOptions): void {
  checkOptions("fit", options, Object.keys(kinds));
  for (const [name, check] of Object.entries(kinds)) {
    const found = options[name as keyof FitOptions];
    if (found !== undefined || required.includes(name)) check(`fit: ${name}`, found as never);
  }
}

/** How many rows all of the data have. */
export function rowsOf(data: readonly Tensor[]): number {
  if (!Array.isArray(data) || data.length === 0 || !data.every(isTensor)) {
    throw new TypeError("fit: data is a list of Tensors, one row for each example in each.");
  }
  const rows = data.map(({ shape }) => shape[0] ?? 0);
  if (rows.some((count) => count !== rows[0]) || rows[0] === 0) {
    const shapes = data.map(({ shape }) => `[${shape.join(", ")}]`).join(" and ");
    throw new RangeError(
      `fit: the data have the shapes ${shapes}; the first sizes must be equal, and not 0.`,
    );
  }
  return rows[0] as number;
}

function checkFunction(name: string, found: unknown): void {
  if (typeof found !== "function") throw new TypeError(`${name} is a function; got ${shown(found)}.`);
}

function methods(what: string, ...names: readonly string[]): (name: string, found: unknown) => void {
  return (name, found) => {
    const methodsOf = found as Record<string, unknown> | null | undefined;
    if (names.every((method) => typeof methodsOf?.[method] === "function")) return;
    const list = names.map((method) => `${method}()`).join(" and ");
    throw new TypeError(`${name} is ${what}${list}; got ${shown(found)}.`);
  };
}

function oneOf(...names: readonly string[]): (name: string, found: unknown) => void {
  return (name, found) => {
    if (names.includes(found as string)) return;
    throw new TypeError(
      `${name} is ${names.map((each) => JSON.stringify(each)).join(" or ")}; got ${shown(found)}.`,
    );
  };
}
