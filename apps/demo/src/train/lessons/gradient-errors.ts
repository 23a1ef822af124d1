import { noGrad } from "@outgrad/engine";
import { symmetricDifference } from "@outgrad/gradcheck";
import type { Config } from "../config.ts";
import { Run } from "../run.ts";

/** So many weights are nudged, evenly spread over the network. */
const most = 60;

/** Where the whole gradient is shorter than this, what differs is measured by this length. */
const shortest = 0.01;

/** Small enough that a nudge seldom crosses a kink of ReLU; what rounding then costs is about 1e-8. */
const nudge = 1e-7;

/**
 * How far the gradients that a run updates by are from nudging its weights: the length of the difference by the length of
 * the nudged gradient, for each of its first updates.
 */
export function gradientErrors(config: Config, updates: number): number[] {
  const run = new Run(config);
  const referee = new Run({ ...config, bug: "none", path: "auto" });
  const { parameters, weights } = run.network;
  const every = Math.ceil(parameters.length / most);
  const nudgedOnes = parameters.filter((_, i) => i % every === 0);
  const indices = nudgedOnes.map((parameter) => weights.indexOf(parameter));
  const errors: number[] = [];
  run.separate = true;
  for (const done of run.work()) {
    if (done !== "backward") continue;
    const gradient = nudgedOnes.map(({ grad }) => grad);
    weights.forEach(({ data }, i) => {
      weightOf(referee, i).data = data;
    });
    const nudged = symmetricDifference(
      (numbers) => {
        indices.forEach((index, k) => {
          weightOf(referee, index).data = numbers[k] as number;
        });
        return lossOf(referee, run.batch);
      },
      nudgedOnes.map(({ data }) => data),
      nudge,
    );
    errors.push(
      length(gradient.map((g, k) => g - (nudged[k] as number))) / Math.max(length(nudged), shortest),
    );
    if (errors.length === updates) break;
  }
  return errors;
}

const weightOf = ({ network }: Run, i: number) => network.weights[i] as { data: number };

/** The mean loss of a batch. */
function lossOf({ task, judge, computer }: Run, batch: readonly number[]): number {
  const inputs = batch.map((i) => task.inputs[i] as readonly number[]);
  const targets = batch.map((i) => judge.target(task.labels[i] as number));
  const most = computer.mostScored;
  const scores = inputs.flatMap((_, at) =>
    at % most === 0 ? computer.scores(inputs.slice(at, at + most)) : [],
  );
  return noGrad(() => judge.loss(scores, targets).data) / batch.length;
}

const length = (numbers: readonly number[]): number => Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0));
