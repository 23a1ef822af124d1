// Penrose's automatic differentiation: scalar programs compiled to WebAssembly with their gradients.
// What gives a gradient is an inner function, the one that its optimiser uses.
import * as ad from "@penrose/core";
import { genGradient } from "@penrose/core/dist/engine/Autodiff";
import { functional, scalarsOnly, vocabulary } from "../lib/vocabulary.mjs";

const m = vocabulary({
  add: ad.add,
  sub: ad.sub,
  mul: ad.mul,
  div: ad.div,
  pow: ad.pow,
  max: ad.max,
  min: ad.min,
  exp: ad.exp,
  log: ad.ln,
  sqrt: ad.sqrt,
  abs: ad.absVal,
  tanh: ad.tanh,
  sin: ad.sin,
  log1p: ad.log1p,
  expm1: ad.expm1,
  floor: ad.floor,
  sign: ad.sign,
  // It has no relu; this is how it is written with what it has.
  relu: (x) => ad.max(0, x),
  clamp: (x, low, high) => ad.max(low, ad.min(high, x)),
  positive: (x, then, otherwise) => ad.ifCond(ad.gt(x, 0), then, otherwise),
  total: ad.addN,
});

export const bits = 64;

export async function gradient(audited) {
  scalarsOnly(audited);
  functional(audited);
  const { program, at } = audited;
  const leaves = at.flat().map((x) => ad.variable(x));
  const y = audited.long ? program(m, leaves) : program(m, ...leaves);
  const run = await genGradient(leaves, [y], []);
  const grads = new Float64Array(leaves.length);
  const masks = { inputMask: leaves.map(() => true), objMask: [true], constrMask: [] };
  const { phi } = run(masks, Float64Array.from(at.flat()), 0, grads);
  return { value: phi, grads: Array.from(grads) };
}
