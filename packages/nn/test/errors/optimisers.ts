import { tensor } from "@outgrad/engine";
import type { Parameter } from "../../src/index.js";
import * as nn from "../../src/index.js";
import type { Bad } from "./fixture.js";

type Optimizer = new (parameters: Iterable<Parameter>, options: never) => unknown;

/** Of every optimiser: what `check` refuses is in `bad`. */
const optimiser = (
  name: string,
  Class: Optimizer,
  ...bad: readonly (readonly [options: object, sentence: string])[]
): readonly Bad[] => [
  [({ parameters }) => new Class(parameters, { colour: 1 } as never), `${name}: there is no option "colour"`],
  [
    ({ parameters }) => new Class(parameters, 0.1 as never),
    `${name}: expected an object with options, such as {`,
  ],
  [() => new Class(undefined as never, { lr: 0.1 } as never), `${name}: expected a list of parameters`],
  [
    ({ parameters }) => new Class(parameters, { lr: -1 } as never),
    `${name}: lr is a finite number >= 0; got -1.`,
  ],
  ...bad.map(
    ([options, sentence]): Bad => [
      ({ parameters }) => new Class(parameters, { lr: 0.1, ...options } as never),
      `${name}: ${sentence}`,
    ],
  ),
];

type Schedule = new (optimizer: nn.Optimizer, options: never) => unknown;

/** Of every schedule: `good` are options that it takes. */
const schedule = (
  name: string,
  Class: Schedule,
  good: object,
  ...bad: readonly (readonly [options: object, sentence: string])[]
): readonly Bad[] => [
  [
    ({ optimizer }) => new Class(optimizer, { ...good, colour: 1 } as never),
    `${name}: there is no option "colour"`,
  ],
  [
    ({ optimizer }) => new Class(optimizer, 5 as never),
    `${name}: expected an object with options, such as {`,
  ],
  [
    () => new Class(undefined as never, good as never),
    `${name}: expected an optimiser, which has an lr; got undefined.`,
  ],
  ...bad.map(
    ([options, sentence]): Bad => [
      ({ optimizer }) => new Class(optimizer, { ...good, ...options } as never),
      `${name}: ${sentence}`,
    ],
  ),
];

const moments = [
  [{ betas: [0.9] }, "betas[1] is a number in [0, 1); got undefined."],
  [{ betas: 0.9 }, "betas[0] is a number in [0, 1); got undefined."],
  [{ eps: -1 }, "eps is a finite number >= 0; got -1."],
] as const;

/** Bad calls of optimisers and of what belongs to them, by the name of the export. */
export const optimiserErrors: Readonly<Record<string, readonly Bad[]>> = {
  SGD: optimiser(
    "SGD",
    nn.SGD,
    [{ lr: undefined }, "lr is a finite number >= 0; got undefined."],
    [{ nesterov: true }, "nesterov needs momentum > 0 and dampening 0; got momentum = 0, dampening = 0."],
  ),
  Adam: optimiser("Adam", nn.Adam, ...moments, [{ amsgrad: 1 }, "amsgrad is true or false; got 1."]),
  AdamW: optimiser("AdamW", nn.AdamW, ...moments, [
    { weightDecay: "0" },
    "weightDecay is a finite number >= 0",
  ]),
  NAdam: optimiser("NAdam", nn.NAdam, ...moments, [
    { momentumDecay: -1 },
    "momentumDecay is a finite number >= 0",
  ]),
  RAdam: optimiser("RAdam", nn.RAdam, ...moments),
  RMSprop: optimiser("RMSprop", nn.RMSprop, [{ alpha: 2 }, "alpha is a number in [0, 1]; got 2."]),
  Adagrad: optimiser("Adagrad", nn.Adagrad, [{ lrDecay: -1 }, "lrDecay is a finite number >= 0; got -1."]),
  Adadelta: optimiser("Adadelta", nn.Adadelta, [{ rho: -1 }, "rho is a number in [0, 1]; got -1."]),
  LBFGS: [
    ...optimiser(
      "LBFGS",
      nn.LBFGS,
      [{ maxIter: 0 }, "maxIter is the number of iterations, an integer >= 1; got 0."],
      [{ lineSearch: "wolfe" }, 'lineSearch is "strongWolfe" or "none"; got "wolfe".'],
    ),
    [
      () => new nn.LBFGS([tensor([1])]).step(() => undefined as never),
      "LBFGS.step: the closure must give the loss",
    ],
    [
      ({ parameters }) => new nn.LBFGS(parameters).step(undefined as never),
      "LBFGS.step: the closure is a function; got undefined.",
    ],
  ],
  EMA: [
    [({ parameters }) => new nn.EMA(parameters, { decay: 2 }), "EMA: decay is a number in [0, 1]; got 2."],
    [({ parameters }) => new nn.EMA(parameters, { rate: 1 } as never), 'EMA: there is no option "rate"'],
    [() => new nn.EMA([]), "EMA: the list of parameters is empty."],
    [
      ({ parameters }) => new nn.EMA(parameters).load({} as never),
      "EMA.load: expected a state() of EMA, got one of undefined.",
    ],
  ],
  clipGradNorm: [
    [({ parameters }) => nn.clipGradNorm(parameters, -1), "clipGradNorm: maxNorm is a number >= 0; got -1."],
    [
      ({ parameters }) => nn.clipGradNorm(parameters, 1, { normType: 0 }),
      "clipGradNorm: normType is a number above 0",
    ],
    [
      ({ parameters }) => nn.clipGradNorm(parameters, 1, { type: 2 } as never),
      'clipGradNorm: there is no option "type"',
    ],
    [() => nn.clipGradNorm(3 as never, 1), "clipGradNorm: expected a list of parameters"],
  ],
  clipGradValue: [
    [
      ({ parameters }) => nn.clipGradValue(parameters, Number.NaN),
      "clipGradValue: clipValue is a number >= 0; got NaN.",
    ],
    [() => nn.clipGradValue([], 1), "clipGradValue: the list of parameters is empty."],
  ],
  StepLR: schedule(
    "StepLR",
    nn.StepLR,
    { stepSize: 1 },
    [{ stepSize: undefined }, "stepSize is the number of steps"],
    [{ gamma: -1 }, "gamma is a finite number >= 0; got -1."],
  ),
  MultiStepLR: schedule("MultiStepLR", nn.MultiStepLR, { milestones: [1] }, [
    { milestones: [0.5] },
    "milestones is a list of integers >= 0; got [0.5].",
  ]),
  ExponentialLR: schedule("ExponentialLR", nn.ExponentialLR, { gamma: 0.5 }, [
    { gamma: undefined },
    "gamma is a finite number >= 0",
  ]),
  CosineAnnealingLR: schedule("CosineAnnealingLR", nn.CosineAnnealingLR, { tMax: 2 }, [
    { etaMin: "0" },
    "etaMin is a finite number",
  ]),
  LinearLR: schedule(
    "LinearLR",
    nn.LinearLR,
    {},
    [{ startFactor: 0 }, "startFactor is above 0"],
    [{ totalIters: 0 }, "totalIters is the number of steps to the last lr, an integer >= 1; got 0."],
  ),
  OneCycleLR: [
    ...schedule(
      "OneCycleLR",
      nn.OneCycleLR,
      { maxLr: 1, totalSteps: 2 },
      [{ maxLr: undefined }, "maxLr is a finite number >= 0"],
      [{ annealStrategy: "sin" }, 'annealStrategy is "cos" or "linear"; got "sin".'],
      [{ threePhase: 1 }, "threePhase is true or false; got 1."],
    ),
    [
      ({ parameters }) => new nn.OneCycleLR(new nn.Adagrad(parameters), { maxLr: 1, totalSteps: 2 }),
      "OneCycleLR: the optimiser has no momentum to cycle; set cycleMomentum to false.",
    ],
  ],
  ReduceLROnPlateau: [
    ...schedule(
      "ReduceLROnPlateau",
      nn.ReduceLROnPlateau,
      {},
      [{ factor: 1 }, "factor is a number in [0, 1); got 1."],
      [{ mode: "low" }, 'mode is "min" or "max"; got "low".'],
    ),
    [
      ({ optimizer }) => new nn.ReduceLROnPlateau(optimizer).step(),
      "ReduceLROnPlateau.step: expected the metric",
    ],
  ],
};
