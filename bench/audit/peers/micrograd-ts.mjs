// micrograd-ts is not on npm: MICROGRAD_TS names its engine.ts as JavaScript, as an absolute path.
import { pathToFileURL } from "node:url";
import { defineByRun, NoSuchOp } from "../lib/vocabulary.mjs";

const { Value } = await import(pathToFileURL(process.env.MICROGRAD_TS).href);

const lift = (x) => (x instanceof Value ? x : new Value(x));
const binary = (name) => (a, b) => lift(a)[name](b);
const unary = (name) => (x) => x[name]();

function power(a, b) {
  if (typeof b !== "number") throw new NoSuchOp("powers with a number only");
  return lift(a).pow(b);
}

export const bits = 64;

export const gradient = defineByRun({
  scalars: true,
  words: {
    ...Object.fromEntries(["add", "sub", "mul", "div"].map((name) => [name, binary(name)])),
    ...Object.fromEntries(["exp", "tanh", "relu"].map((name) => [name, unary(name)])),
    pow: power,
    detach: (x) => new Value(x.data),
    total: (list) => list.reduce((sum, x) => sum.add(x)),
  },
  leaf: (x) => new Value(x),
  backward: (y) => y.backward(),
  read: (y) => y.data,
  grad: (x) => x.grad,
  assign: (x, number) => {
    x.data = number;
  },
});
