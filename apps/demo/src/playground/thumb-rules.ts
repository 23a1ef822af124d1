/** The rule of thumb for what an op does to a gradient. */
export const thumbRules: Readonly<Record<string, string>> = {
  add: "“+” distributes: each input gets the gradient unchanged.",
  sub: "“−” distributes: the first input gets the gradient unchanged, the second gets it with the other sign.",
  mul: "“×” swaps: each input's slope is the other input's value.",
  div: "“/”: the numerator's slope is 1 over the denominator; the denominator's is −y over itself.",
  neg: "“−” turns the gradient around.",
  max: "max routes: the larger input gets all of the gradient, the other nothing.",
  min: "min routes: the smaller input gets all of the gradient, the other nothing.",
  relu: "ReLU is a switch: above 0 the gradient passes, below 0 it is stopped.",
  tanh: "tanh dims: the slope is 1 − y², largest at 0 and almost nothing far from it.",
  sigmoid: "The sigmoid dims: the slope is y · (1 − y), never more than a quarter.",
  exp: "exp is its own slope: the slope is the value itself.",
  log: "log divides: the slope is 1 over the input.",
  pow: "A power brings its exponent down: the slope in the base is n · aⁿ⁻¹.",
  abs: "abs passes the gradient above 0, turns it around below 0, and stops it at 0.",
};
