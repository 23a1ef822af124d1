import { sum, tanh, type Value, value } from "@outgrad/engine";
import { judge } from "../causes.js";
import { backward, forward, modelOf, type Rule, weigh, weightCount } from "../model.js";
import { decimals, literal } from "../probe.js";
import type { Part, Trial } from "../trial.js";

const grads = (values: readonly Value[]): number[] => values.map(({ grad }) => grad);
const data = (values: readonly Value[]): number[] => values.map((each) => each.data);

/** How an instance is made and called, for people: `new Neuron(2).forward([1, 2])`, `Neuron(2)([1, 2])`. */
function instance({ language, name }: Trial, args: string, x: readonly number[]): string {
  return language === "python"
    ? `${name}(${args})(${literal(x)})`
    : `new ${name}(${args}).forward(${literal(x)})`;
}

/** The method that makes an instance. */
const maker = ({ language }: Trial): string => (language === "python" ? "__init__" : "constructor");

/** Neurons as they are often wrong. */
const wrongNeurons: readonly (readonly [code: string, rule: Rule])[] = [
  ["no-bend", weigh],
  ["bias-forgotten", (w, _, x) => tanh(weigh(w, value(0), x))],
  ["bias-outside", (w, b, x) => tanh(weigh(w, value(0), x)).add(b)],
  ["bias-each", (w, b, x) => tanh(sum(w.map((each, i) => each.mul(x[i] as number).add(b))))],
  ["bend-each", (w, b, x) => sum([b, ...w.map((each, i) => tanh(each.mul(x[i] as number)))])],
  ["adds-inputs", (w, b, x) => tanh(sum([b, ...w.map((each, i) => each.add(x[i] as number))]))],
  ["last-input-only", (w, b, x) => tanh(weigh(w.slice(-1), b, x.slice(-1)))],
  ["first-input-only", (w, b, x) => tanh(weigh(w.slice(0, 1), b, x))],
  ["bias-sign", (w, b, x) => tanh(weigh(w, b.neg(), x))],
];

export const neuronPart: Part = {
  topic: "Neuron",
  run(trial) {
    const x = decimals(trial.random, 3, 0.2, 1);
    const numbers = decimals(trial.random, 4, -0.9, 0.9);
    const example = { call: instance(trial, "3", x), at: { ...named(numbers), b: numbers[3] as number } };
    const run = (rule?: Rule) => {
      const model = modelOf([3, 1], numbers);
      const inputs = x.map((each) => value(each));
      const out = forward(model, inputs, rule);
      out[0]?.backward();
      return [out[0]?.data as number, grads(model.weights), grads(inputs)] as const;
    };
    const wanted = run();
    const started = trial.ask("neuron_start", [numbers.length - 1], example, numbers).slice(0, -1);
    if (started.every((each) => each === started[0]))
      trial.fail("weights-alike", { example, seen: started[0] as number, details: { what: maker(trial) } });
    const [out, ofWeights, ofInputs] = trial.ask("neuron", [numbers, x], example, wanted);
    judge(trial, {
      seen: out,
      wanted: wanted[0],
      suspects: wrongNeurons.map(([code, rule]) => [code, run(rule)[0]]),
      example,
      otherwise: "wrong-result",
    });
    for (const [seen, right, of] of [
      [ofWeights, wanted[1], "the weights"],
      [ofInputs, wanted[2], "the inputs"],
    ] as const) {
      const suspects = [["graph-cut", seen.map(() => 0)]] as const;
      judge(trial, { seen, wanted: right, suspects, example, otherwise: "wrong-gradient", of });
    }
    const ofNumbers = trial.ask<number>("neuron_of_numbers", [numbers, x], example, 0);
    judge(trial, {
      seen: ofNumbers,
      wanted: wanted[0],
      suspects: [],
      example,
      otherwise: "numbers-as-inputs",
    });
  },
};

const named = (numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(numbers.slice(0, -1).map((each, i) => [`w${i}`, each]));

export const layerPart: Part = {
  topic: "Layer",
  run(trial) {
    const x = decimals(trial.random, 2, 0.2, 1);
    const numbers = decimals(trial.random, weightCount([2, 3]), -0.9, 0.9);
    const upstream = decimals(trial.random, 3, 1, 2);
    const example = { call: instance(trial, "2, 3", x), at: {} };
    const model = modelOf([2, 3], numbers);
    const out = forward(model, x);
    backward(out, upstream);
    const [seen, seenGrads] = trial.ask("layer", [numbers, x, 3, upstream], example, [
      upstream,
      numbers,
    ] as const);
    const wanted = data(out);
    judge(trial, {
      seen,
      wanted,
      suspects: [
        ["neurons-order", wanted.toReversed()],
        ["same-neuron", wanted.map(() => wanted[0] as number)],
        ["same-neuron", wanted.map(() => wanted[2] as number)],
      ],
      example,
      otherwise: "wrong-result",
    });
    judge(trial, {
      seen: seenGrads,
      wanted: grads(model.weights),
      suspects: [["graph-cut", seenGrads.map(() => 0)]],
      example,
      otherwise: "wrong-gradient",
      of: "the weights",
    });
    // A list also when there is only one.
    trial.ask("layer", [numbers.slice(0, 3), x, 1, [1]], { call: instance(trial, "2, 1", x), at: {} }, [
      [0],
      [0, 0, 0],
    ]);
  },
};

export const mlpPart: Part = {
  topic: "MLP",
  run(trial) {
    // Layers of equal size first: wrong connections show as wrong numbers, which tell more than an error.
    for (const sizes of [
      [2, 2, 2],
      [3, 4, 4, 1],
    ]) {
      const [nin = 0, ...nouts] = sizes;
      const x = decimals(trial.random, nin, 0.2, 1);
      const upstream = decimals(trial.random, nouts.at(-1) as number, 1, 2);
      const numbers = decimals(trial.random, weightCount(sizes), -0.9, 0.9);
      const example = { call: instance(trial, `${nin}, ${literal(nouts)}`, x), at: {} };
      const model = modelOf(sizes, numbers);
      const out = forward(model, x);
      backward(out, upstream);
      const [seen, seenGrads] = trial.ask("mlp", [numbers, sizes, x, upstream], example, [
        upstream,
        numbers,
      ] as const);
      const [first, last] = [numbers.slice(0, 6), numbers.slice(6)];
      const square = sizes.length === 3;
      judge(trial, {
        seen,
        wanted: data(out),
        suspects: square
          ? [
              ["first-layer-only", data(forward(modelOf([2, 2], first), x))],
              ["input-to-all", data(forward(modelOf([2, 2], last), x))],
              ["layers-reversed", data(forward(modelOf(sizes, [...last, ...first]), x))],
            ]
          : [],
        example,
        otherwise: "wrong-result",
      });
      judge(trial, {
        seen: seenGrads,
        wanted: grads(model.weights),
        suspects: [
          ["graph-cut", seenGrads.map(() => 0)],
          [
            "layers-cut",
            grads(model.weights).map((each, i) => (i < numbers.length - last.length && square ? 0 : each)),
          ],
        ],
        example,
        otherwise: "wrong-gradient",
        of: "the weights",
      });
    }
  },
};
