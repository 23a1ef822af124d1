import { expect, it } from "vitest";
import { checkOptions } from "../src/index.js";

const names = ["lr", "weightDecay", "betas", "eps", "initialAccumulatorValue"];
const all = names.join(", ");

it.each([
  ["learningRate", "lr"],
  ["learning_rate", "lr"],
  ["LR", "lr"],
  ["weight_decay", "weightDecay"],
  ["weigthDecay", "weightDecay"],
  ["beta", "betas"],
  ["epsilon", undefined],
  ["momentum", undefined],
  ["x", undefined],
])("checkOptions(..., { %s: 1 }) says that there is none, and guesses %s", (name, meant) => {
  const guess = meant === undefined ? "." : `; did you mean "${meant}"?`;
  expect(() => checkOptions("Adam", { eps: 1, [name]: 1 }, names)).toThrow(
    new TypeError(`Adam: there is no option "${name}"${guess} The options are ${all}.`),
  );
});

it.each([
  [0.1, "0.1"],
  ["fast", '"fast"'],
  [null, "null"],
  [[0.1], "an array of 1"],
  [
    new (class Rate {
      rate = 1;
    })(),
    "an object (Rate)",
  ],
])("checkOptions(..., %o) says that options are an object", (options, found) => {
  expect(() => checkOptions("Adam", options as never, names)).toThrow(
    new TypeError(`Adam: expected an object with options, such as { lr: ... }, got ${found}.`),
  );
});

it("checkOptions lets options of any kind of object pass, all of whose names are known", () => {
  class Settings {
    lr = 1;
  }
  for (const options of [
    {},
    { lr: undefined },
    Object.assign(Object.create(null), { eps: 1 }),
    new Settings(),
  ]) {
    expect(() => checkOptions("Adam", options, names)).not.toThrow();
  }
});
