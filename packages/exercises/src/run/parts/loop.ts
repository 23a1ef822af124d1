import { mean, sum, type Value } from "@outgrad/engine";
import { judge, type Suspect } from "../causes.js";
import { forward, type Model, modelOf, weightCount } from "../model.js";
import { near } from "../numbers.js";
import { decimals, literal, table } from "../probe.js";
import type { Part } from "../trial.js";

const sizes = [2, 2, 1];
const steps = 4;
const rate = 0.5;

interface Training {
  readonly model: Model;
  readonly xs: readonly (readonly number[])[];
  readonly ys: readonly number[];
}

const errorsOf = ({ model, xs, ys }: Training): Value[] =>
  xs.map((x, i) => (forward(model, x)[0] as Value).sub(ys[i] as number).square());

const zero = ({ weights }: Model): void => {
  for (const each of weights) each.grad = 0;
};

const update = ({ weights }: Model, by: number): void => {
  for (const each of weights) each.data -= by * each.grad;
};

/** The losses of some ways to train, each step by step. */
type Way = (training: Training) => number;

const meanLoss = (training: Training): Value => mean(errorsOf(training));

/** One step: what is done with the gradients around `backward`. */
function step(
  loss: (training: Training) => Value,
  before: (model: Model) => void,
  after: (model: Model) => void,
): Way {
  return (training) => {
    const out = loss(training);
    before(training.model);
    out.backward();
    after(training.model);
    return out.data;
  };
}

const nothing = (): void => {};
const right = step(meanLoss, zero, (model) => update(model, rate));

const wrong: readonly (readonly [code: string, way: Way])[] = [
  ["zero-grad-forgotten", step(meanLoss, nothing, (model) => update(model, rate))],
  ["update-sign", step(meanLoss, zero, (model) => update(model, -rate))],
  ["update-sign", step(meanLoss, nothing, (model) => update(model, -rate))],
  ["never-updates", (training) => meanLoss(training).data],
  ["rate-forgotten", step(meanLoss, zero, (model) => update(model, 1))],
  [
    "loss-summed",
    step(
      (training) => sum(errorsOf(training)),
      zero,
      (model) => update(model, rate),
    ),
  ],
  [
    "last-sample-only",
    step(
      (training) => errorsOf(training).at(-1) as Value,
      zero,
      (model) => update(model, rate),
    ),
  ],
  ["update-each-sample", eachSample],
];

function eachSample(training: Training): number {
  const losses = training.xs.map((x, i) =>
    right({ model: training.model, xs: [x], ys: [training.ys[i] as number] }),
  );
  return losses.reduce((all, each) => all + each, 0) / losses.length;
}

/** The loop of training: its losses and what becomes of the weights, compared with those of our own and of wrong loops. */
export const loop: Part = {
  topic: "train",
  run(trial) {
    const numbers = decimals(trial.random, weightCount(sizes), -0.9, 0.9);
    const xs = table(trial.random, 3, 2);
    const ys = decimals(trial.random, 3, -0.8, 0.8);
    const train = (way: Way) => {
      const model = modelOf(sizes, numbers);
      const losses = Array.from({ length: steps }, () => way({ model, xs, ys }));
      return {
        model,
        losses,
        after: meanLoss({ model, xs, ys }).data,
        weights: model.weights.map((each) => each.data),
      };
    };
    const wanted = train(right);
    const example = {
      call: `${trial.name}(model, ${literal(xs)}, ${literal(ys)}, ${steps}, ${rate})`,
      at: {},
    };
    const asked = [numbers, sizes, xs, ys, steps, rate];
    const [losses, weights] = trial.ask("train", asked, example, [wanted.losses, numbers] as const);
    // The first update has only zeros to work with, so the loss stays for one step.
    const stays =
      near(losses[1] as number, losses[0] as number) && !near(losses[2] as number, losses[0] as number);
    if (stays)
      trial.fail("update-before-backward", {
        example,
        seen: losses[1] as number,
        wanted: wanted.losses[1] as number,
      });
    const suspects = wrong.map(([code, way]): Suspect => [code, train(way).losses]);
    judge(trial, {
      seen: losses,
      wanted: wanted.losses,
      suspects: [...suspects, ["loss-after-update", [...wanted.losses.slice(1), wanted.after]]],
      example,
      otherwise: "training-wrong",
    });
    judge(trial, {
      seen: weights,
      wanted: wanted.weights,
      suspects: [],
      example,
      otherwise: "training-wrong",
      more: { weights: "wrong" },
    });
  },
};
