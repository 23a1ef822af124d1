import { exp, log, neg, sum, type Value, value } from "@outgrad/engine";
import { judge, type Suspect } from "../causes.js";
import { decimals, literal } from "../probe.js";
import type { Part } from "../trial.js";

/** What a way to compute gives, and the gradients of the inputs when the outputs are weighed and summed. */
function outcome(inputs: readonly number[], weights: readonly number[], way: (values: Value[]) => Value[]) {
  const values = inputs.map((each) => value(each));
  const out = way(values);
  sum(out.map((each, i) => each.mul(weights[i] as number))).backward();
  return { data: out.map((each) => each.data), grads: values.map((each) => each.grad) };
}

const softmaxOf = (logits: Value[]): Value[] => {
  const counts = logits.map(exp);
  return counts.map((count) => count.div(sum(counts)));
};

export const softmax: Part = {
  topic: "softmax",
  run(trial) {
    const logits = decimals(trial.random, 4);
    const weights = decimals(trial.random, 4, 1, 3);
    const wanted = outcome(logits, weights, softmaxOf);
    const largest = Math.max(...logits);
    const example = { call: `${trial.name}(${literal(logits)})`, at: {} };
    const [data, grads] = trial.ask("softmax", [logits, weights], example, [logits, logits] as const);
    const dataOf = (way: (values: Value[]) => Value[]) => outcome(logits, weights, way).data;
    judge(trial, {
      seen: data,
      wanted: wanted.data,
      otherwise: "wrong-result",
      example,
      suspects: [
        ["not-normalised", dataOf((values) => values.map(exp))],
        ["exp-forgotten", dataOf((values) => values.map((each) => each.div(sum(values))))],
        ["log-of-softmax", dataOf((values) => softmaxOf(values).map(log))],
        ["divided-by-largest", dataOf((values) => values.map((each) => exp(each).div(exp(value(largest)))))],
        ["divided-by-count", dataOf((values) => values.map((each) => exp(each).div(values.length)))],
        ["minus-in-exponent", dataOf((values) => softmaxOf(values.map(neg)))],
      ],
    });
    const gradsOf = (way: (values: Value[]) => Value[]) => outcome(logits, weights, way).grads;
    judge(trial, {
      seen: grads,
      wanted: wanted.grads,
      otherwise: "wrong-gradient",
      example,
      of: "the logits",
      suspects: [
        ["graph-cut", logits.map(() => 0)],
        [
          "sum-cut",
          gradsOf((values) => {
            const total = values.reduce((all, each) => all + exp(each).data, 0);
            return values.map((each) => exp(each).div(total));
          }),
        ],
        [
          "counts-cut",
          gradsOf((values) => {
            const counts = values.map(exp);
            return counts.map((count) => value(count.data).div(sum(counts)));
          }),
        ],
      ],
    });
  },
};

export const nll: Part = {
  topic: "nll",
  run(trial) {
    const parts = decimals(trial.random, 6, 0.1, 1);
    const total = parts.reduce((all, each) => all + each, 0);
    const probabilities = parts.map((each) => Math.round((each / total) * 100) / 100);
    // Neither the first nor the last, nor beside them.
    const label = 2 + trial.random.integer(2);
    const lossOf = (index: number) => {
      const values = probabilities.map((each) => value(each));
      const loss = (values[index] as Value).log().neg();
      loss.backward();
      return { data: loss.data, grads: values.map((each) => each.grad) };
    };
    const wanted = lossOf(label);
    const p = probabilities[label] as number;
    const example = { call: `${trial.name}(${literal(probabilities)}, ${label})`, at: {} };
    const [data, grads] = trial.ask("nll", [probabilities, label], example, [0, probabilities] as const);
    const losses = probabilities.map((_, i) => lossOf(i).data);
    const suspects: Suspect[] = [
      ["loss-sign", -wanted.data],
      ["log-forgotten", p],
      ["log-forgotten", -p],
      ["label-shifted", losses[label - 1] as number],
      ["label-shifted", losses[label + 1] as number],
      ["label-ignored", losses[0] as number],
      ["label-ignored", losses.at(-1) as number],
      ["all-classes", losses.reduce((all, each) => all + each, 0)],
      ["all-classes", losses.reduce((all, each) => all + each, 0) / losses.length],
    ];
    judge(trial, { seen: data, wanted: wanted.data, suspects, example, otherwise: "wrong-result" });
    judge(trial, {
      seen: grads,
      wanted: wanted.grads,
      suspects: [["graph-cut", grads.map(() => 0)]],
      example,
      otherwise: "wrong-gradient",
      of: "the probabilities",
    });
  },
};
