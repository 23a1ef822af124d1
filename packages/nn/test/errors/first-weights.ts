import { random } from "@outgrad/engine/random";
import { init } from "../../src/index.js";
import type { Bad, Fixture } from "./fixture.js";

const shapes = (name: string, f: (shape: never) => unknown): Bad => [
  () => f([-1] as never),
  `init.${name}: a shape is a list of integers >= 0; got [-1].`,
];
/** Bad calls of `init`, by the name of the export. */
export const initErrors: Readonly<Record<string, readonly Bad[]>> = {
  "init.zeros": [shapes("zeros", init.zeros), [() => init.zeros([0.5]), "init.zeros: a shape is"]],
  "init.ones": [
    shapes("ones", init.ones),
    [
      () => init.ones([2 ** 20, 2 ** 20]),
      "init.ones: the shape [1048576, 1048576] has more than 2**32 numbers.",
    ],
  ],
  "init.uniform": [
    shapes("uniform", (shape) => init.uniform(shape, random(1))),
    [
      ({ random }) => init.uniform([1], random, { low: 2, hi: 3 } as never),
      'init.uniform: there is no option "hi"',
    ],
    [() => init.uniform([1], 1 as never), "init.uniform: expected a Random, such as random(seed); got 1."],
  ],
  "init.normal": [
    shapes("normal", (shape) => init.normal(shape, random(1))),
    [
      ({ random }) => init.normal([1], random, { sigma: 2 } as never),
      'init.normal: there is no option "sigma"',
    ],
    [({ random }) => init.normal([1], random, { std: -1 }), "Random.normal: "],
  ],
  "init.gain": [
    [() => init.gain("step" as never), "init.gain: nonlinearity is"],
    [() => init.gain("leakyRelu", Number.NaN), "init.gain: slope is a finite number; got NaN."],
  ],
  "init.fan": [
    [
      () => init.fan([2]),
      "init.fan: a shape needs two sizes or more, [outputs, inputs, ...kernel]; got [2].",
    ],
    [() => init.fan(2 as never), "init.fan: a shape is a list of integers >= 0; got 2."],
  ],
  ...Object.fromEntries(
    (["kaimingUniform", "kaimingNormal"] as const).map((name) => [
      `init.${name}`,
      [
        [
          ({ random }: Fixture) => init[name]([1, 2], random, { mode: "in" as never }),
          `init.${name}: mode is "fanIn" or "fanOut"; got "in".`,
        ],
        [
          ({ random }: Fixture) => init[name]([1, 2], random, { slope: 1 } as never),
          `init.${name}: there is no option "slope"`,
        ],
      ] satisfies Bad[],
    ]),
  ),
  ...Object.fromEntries(
    (["xavierUniform", "xavierNormal"] as const).map((name) => [
      `init.${name}`,
      [
        [
          ({ random }: Fixture) => init[name]([1, 2], random, { gain: -1 }),
          `init.${name}: gain is a finite number >= 0; got -1.`,
        ],
        [
          ({ random }: Fixture) => init[name]([1, 2], random, { gian: 1 } as never),
          `init.${name}: there is no option "gian"; did you mean "gain"?`,
        ],
      ] satisfies Bad[],
    ]),
  ),
};
