import { type Choice, compile, noGrad, type Scalar, type Value } from "@outgrad/engine";
import type { Config } from "./config.ts";
import type { Judge } from "./judge.ts";
import type { Network } from "./network.ts";
import { overwritingBackward } from "./overwrite.ts";

type Rows<T> = readonly (readonly T[])[];

/** What computes the losses and the scores of a network. */
export interface Computer {
  /** The most samples for one call of `step`. */
  readonly mostTrained: number;
  /** The most samples for one call of `scores`. */
  readonly mostScored: number;
  /** Adds the gradients of these samples' part of a batch's mean loss to the weights; gives that part. */
  step(inputs: Rows<number>, targets: Rows<number>, batch: number): number;
  /** The scores of each sample. */
  scores(inputs: Rows<number>): Rows<number>;
  /** What every layer says to each sample; as many samples as for scores. */
  layers(inputs: Rows<number>): readonly Rows<number>[];
  /** What the last calls were computed by; null for a path that does not compile. */
  readonly choices: { readonly step: Choice; readonly scores: Choice } | null;
}

/** What computes a config: the bug "overwriteGrad" is one of an engine that makes a new graph each time. */
export const pathOf = ({ path, bug }: Pick<Config, "path" | "bug">) =>
  bug === "overwriteGrad" ? "eager" : path;

/** The computer of a run of about that many updates. */
export function makeComputer(config: Config, network: Network, judge: Judge, updates: number): Computer {
  const path = pathOf(config);
  const { forward, layers, parameters } = network;
  const meanLoss = (inputs: Rows<Scalar>, targets: Rows<Scalar>, batch: Scalar) =>
    judge.loss(inputs.map(forward), targets).div(batch);
  const sizes = (most: typeof compiled) => ({
    mostTrained: fitting(most.trained / parameters.length, Number.POSITIVE_INFINITY),
    mostScored: fitting(most.scored / parameters.length, mostLanes),
  });
  if (path === "eager") {
    return {
      ...sizes(eager),
      step(inputs, targets, batch) {
        const loss = meanLoss(inputs, targets, batch);
        if (config.bug === "overwriteGrad") overwritingBackward(loss, parameters);
        else loss.backward();
        return loss.data;
      },
      scores: (inputs) => noGrad(() => inputs.map((sample) => forward(sample).map(({ data }) => data))),
      layers: (inputs) =>
        noGrad(() =>
          inputs.map((sample) => layers(sample).map((outputs) => outputs.map(({ data }) => data))),
        ),
      choices: null,
    };
  }
  const most = sizes(compiled);
  const loss = compile(
    (inputs: Value[][], targets: Value[][], batch: Value) => meanLoss(inputs, targets, batch),
    {
      target: path,
      calls: updates,
    },
  );
  const model = compile((inputs: Value[][]) => inputs.map(forward), { target: path });
  const signals = compile((inputs: Value[][]) => inputs.map(layers), { target: path });
  // Always as many, so that one recording does for all: what is missing is filled up with the first.
  const filled = (inputs: Rows<number>) => [
    ...inputs,
    ...Array.from({ length: most.mostScored - inputs.length }, () => inputs[0] ?? []),
  ];
  return {
    ...most,
    step: (inputs, targets, batch) => loss.step(inputs, targets, batch),
    scores: (inputs) => model.value(filled(inputs)).slice(0, inputs.length),
    layers: (inputs) => signals.value(filled(inputs)).slice(0, inputs.length),
    get choices() {
      return loss.choice && model.choice ? { step: loss.choice, scores: model.choice } : null;
    },
  };
}

/** Samples times weights for one call: an eager graph small enough to stop at once, a recording with long lanes. */
const eager = { trained: 12_000, scored: 48_000 };
const compiled = { trained: 80_000, scored: 80_000 };
const mostLanes = 128;

const fitting = (samples: number, most: number) => Math.max(1, Math.min(most, Math.round(samples)));
