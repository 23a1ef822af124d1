// The words that cases are written in. A peer's adapter translates those that the peer has.

/** What a peer has no word for: no failure, and shown as such. */
export class NoSuchOp extends Error {}

/** Words that do not tell by themselves what is missing. */
const told = { everySecond: "slice with a step", amax: "largest over a dimension", positive: "condition" };

/** A vocabulary over the translations that a peer has; every other word throws. */
export const vocabulary = (words, lacking = (name) => `no ${told[name] ?? name}`) =>
  new Proxy(words, {
    get: (target, name) =>
      target[name] ??
      (() => {
        throw new NoSuchOp(lacking(name));
      }),
  });

/** Refuses cases on arrays, for peers that know single numbers only; the long list is a leaf for each of its numbers. */
export function scalarsOnly({ at, long }) {
  if (!long && at.some(Array.isArray)) throw new NoSuchOp("single numbers only");
}

/** Refuses what only makes sense where gradients add up in the leaves. */
export function functional({ sweeps }) {
  if (sweeps) throw new NoSuchOp("a gradient is a function's result: nothing is kept between calls");
}

/**
 * A peer that records while it computes, as an adapter: it makes leaves, goes backward from an output, and tells the gradient
 * of a leaf, a number or a flat list.
 */
export function defineByRun({ words, leaf, backward, read, grad, assign, scalars = false }) {
  const m = vocabulary(words);
  return (audited) => {
    if (scalars) scalarsOnly(audited);
    const { program, at, sweeps = [0], change } = audited;
    const leaves = scalars ? at.map((x) => (Array.isArray(x) ? x.map(leaf) : leaf(x))) : at.map(leaf);
    const outputs = [program(m, ...leaves)].flat();
    const value = read(outputs[0]);
    if (change) assign(leaves[change[0]], change[1]);
    for (const output of sweeps) backward(outputs[output]);
    return { value, grads: leaves.flat().flatMap(grad) };
  };
}
