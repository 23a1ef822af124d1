import { type Value, value } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import type { Language } from "../../finding.js";
import { near } from "../numbers.js";
import { decimals } from "../probe.js";
import type { Part } from "../trial.js";

const unary = ["neg", "exp", "log", "tanh", "pow"] as const;
const binary = ["add", "sub", "mul", "div"] as const;
type Op = (typeof unary)[number] | (typeof binary)[number];

/** An operation on values by their places: the leaves come first, then each step's result. */
type Step = readonly [op: Op, ...operands: number[]];

const names = ["a", "b", "c"];

function apply([op, ...operands]: Step, values: readonly Value[]): Value {
  const [first, second] = operands.map((place) => values[place] as Value) as [Value, Value];
  if (op === "pow") return first.pow(2);
  return op === "neg" || op === "exp" || op === "log" || op === "tanh" ? first[op]() : first[op](second);
}

/** A program on leaves, each step of which can be computed and has a slope of moderate size; later steps use earlier ones. */
function program(random: Random, leaves: readonly number[], size: number): Step[] {
  const values = leaves.map((each) => value(each));
  const steps: Step[] = [];
  while (steps.length < size) {
    const recent = () => Math.max(0, values.length - 1 - random.integer(Math.min(values.length, 4)));
    const step: Step =
      random.uniform() < 0.4
        ? [unary[random.integer(unary.length)] as Op, recent()]
        : [binary[random.integer(binary.length)] as Op, recent(), recent()];
    const inputs = step.slice(1).map((place) => (values[place as number] as Value).data);
    if (step[0] === "log" && !((inputs[0] as number) > 0.2)) continue;
    if (step[0] === "div" && Math.abs(inputs[1] as number) < 0.2) continue;
    const result = apply(step, values);
    if (Math.abs(result.data) > 50) continue;
    steps.push(step);
    values.push(result);
  }
  return steps;
}

/** A program as one expression, as its author would write it. */
function written(steps: readonly Step[], leaves: number, language: Language): string {
  const texts = names.slice(0, leaves);
  for (const [op, ...operands] of steps) {
    const [first, second] = operands.map((place) => texts[place] as string) as [string, string];
    texts.push(language === "python" ? python(op, first, second) : typescript(op, first, second));
  }
  return texts.at(-1) as string;
}

const signs = { add: "+", sub: "-", mul: "*", div: "/" } as const;

function python(op: Op, first: string, second: string): string {
  if (op === "pow") return `(${first}**2)`;
  if (op === "neg") return `(-${first})`;
  return op in signs ? `(${first} ${signs[op as "add"]} ${second})` : `${first}.${op}()`;
}

const typescript = (op: Op, first: string, second = ""): string =>
  `${first}.${op}(${op === "pow" ? 2 : second})`;

/** Random expressions on the learner's class and on the engine, small ones first. */
export const expressions: Part = {
  topic: "expressions",
  isFree: true,
  run(trial) {
    for (let turn = 0; turn < 30; turn++) {
      const leaves = decimals(trial.random, 2 + (turn % 2), 0.3, 2);
      const steps = program(trial.random, leaves, 1 + Math.floor(turn / 3));
      const values = leaves.map((each) => value(each));
      for (const step of steps) values.push(apply(step, values));
      const result = values.at(-1) as Value;
      result.backward();
      const example = {
        call: written(steps, leaves.length, trial.language),
        at: Object.fromEntries(leaves.map((each, i) => [names[i], each])),
      };
      const [data, grads] = trial.ask("expression", [leaves, steps], example, [0, leaves] as const);
      if (!near(data, result.data)) trial.fail("disagrees", { example, seen: data, wanted: result.data });
      for (const [i, seen] of grads.entries()) {
        const wanted = (values[i] as Value).grad;
        if (near(seen, wanted, 1e-6)) continue;
        trial.fail("disagrees", { example, seen, wanted, details: { of: names[i] as string } });
      }
    }
  },
};
