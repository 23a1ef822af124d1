// A case's program as data, for peers that are not JavaScript: a list of nodes, each a word and what it is applied to. "#3" is the
// fourth node; the first ones are the leaves.
import { toJson } from "./numbers.mjs";

class Node {
  constructor(name) {
    this.name = name;
  }
}

const written = (x) => (x instanceof Node ? x.name : Array.isArray(x) ? x.map(written) : toJson(x));

export function recorded({ program, at = [], derivatives, ...rest }) {
  const leaves = Array.isArray(at) ? at : [at];
  const nodes = [];
  let count = leaves.length;
  const m = new Proxy(
    {},
    {
      get:
        (_, word) =>
        (...operands) => {
          nodes.push([word, ...operands.map(written)]);
          return new Node(`#${count++}`);
        },
    },
  );
  const outputs = program ? [program(m, ...leaves.map((_, i) => new Node(`#${i}`)))].flat().map(written) : [];
  const { id, sweeps, change, optimiser, options, long } = rest;
  return {
    id,
    at: toJson(leaves),
    nodes,
    outputs,
    derivatives: derivatives?.length,
    sweeps,
    change,
    optimiser,
    options,
    long,
  };
}
