import { namesIn, opOf, toText } from "@outgrad/ops";

/** What an op does to a gradient, where there is a word for it. All others are told by their formulas. */
const known: Readonly<Record<string, string>> = {
  add: "+ distributes: each input gets the gradient unchanged.",
  sub: "− distributes: the first input gets the gradient unchanged, the second gets it with the other sign.",
  mul: "× swaps: the local slope for each input is the other input's value.",
  div: "÷: the local slope is 1 / b for what is divided, and −y / b for the b that divides.",
  neg: "− turns the gradient around.",
  max: "max routes: the larger input gets all of the gradient, the smaller one nothing.",
  min: "min routes: the smaller input gets all of the gradient, the larger one nothing.",
  relu: "ReLU is a switch: above 0 the gradient passes, below 0 it is stopped.",
  leakyRelu:
    "LeakyReLU is a switch that leaks: above 0 the gradient passes, below 0 only a small part of it.",
  tanh: "tanh dims: the local slope is 1 − y², largest at 0 and almost nothing far from it.",
  sigmoid: "σ dims: the local slope is y · (1 − y), never more than a quarter.",
  exp: "exp is its own slope: the local slope is the value itself.",
  log: "log divides: the local slope is 1 over the input.",
  pow: "** brings its exponent down: the local slope for the base is b · a to the power of b − 1.",
  square: "² doubles: the local slope is twice the input.",
  abs: "|·| passes the gradient above 0, turns it around below 0, and stops it at 0.",
};

/** What an op does to a gradient, in a sentence to remember; "" for a leaf. */
export function ruleOfThumb(op: string): string {
  if (op === "") return "";
  const word = known[op];
  if (word !== undefined) return word;
  const { label, args, partialFormulas } = opOf(op as Parameters<typeof opOf>[0]);
  const slopes = partialFormulas.map((formula, i) => {
    const text = toText(formula);
    return args.length === 1 ? text : `${text} for ${args[i]}`;
  });
  if (slopes.every((slope) => slope === "0"))
    return `${label} stops the gradient: it is flat nearly everywhere.`;
  const result = partialFormulas.some((formula) => namesIn(formula).has("y"))
    ? ", where y is its result"
    : "";
  return `${label}: the local slope is ${slopes.join(", ")}${result}.`;
}
