// Penrose's automatic differentiation: the scalar program traced once and compiled to WebAssembly with its gradient.
import * as ad from "@penrose/core";
import { genGradient } from "@penrose/core/dist/engine/Autodiff";
import { forward, layersOf, program } from "../workloads/program.mjs";

const raw = (x) => (x instanceof Num ? x.num : x);

/** Penrose's numbers are combined by functions; this gives them the methods that the program calls. */
class Num {
  constructor(num) {
    this.num = num;
  }
  add(b) {
    return new Num(ad.add(this.num, raw(b)));
  }
  mul(b) {
    return new Num(ad.mul(this.num, raw(b)));
  }
  relu() {
    return new Num(ad.max(0, this.num));
  }
  tanh() {
    return new Num(ad.tanh(this.num));
  }
}

/**
 * The loss as a list of objectives, which Penrose adds up: it compiles each to a WebAssembly function, and one function
 * for all 100 points would need more locals than WebAssembly allows.
 */
function objectives(workload, parameters, loss) {
  if (workload.kind !== "margin") return [loss()];
  const { inputs, targets, sizes, l2 } = workload;
  const layers = layersOf(parameters, sizes);
  const margins = inputs.map((input, i) =>
    forward(layers, input, "relu", false)
      .mul(-targets[i])
      .add(1)
      .relu()
      .mul(1 / inputs.length),
  );
  let squares = new Num(0);
  for (const p of parameters) squares = squares.add(p.mul(p));
  return [...margins, squares.mul(l2)];
}

export async function make(workload) {
  let make = ad.variable;
  const { parameters, loss } = program(workload, (x) => new Num(make(x)));
  make = (x) => x;
  const inputs = parameters.map(raw);
  const terms = objectives(workload, parameters, loss).map(raw);
  const gradient = await genGradient(inputs, terms, []);
  const masks = { inputMask: inputs.map(() => true), objMask: terms.map(() => true), constrMask: [] };
  const values = Float64Array.from(workload.parameters);
  const grads = new Float64Array(values.length);
  return {
    reset: () => values.set(workload.parameters),
    step() {
      const { phi } = gradient(masks, values, 0, grads);
      for (let i = 0; i < values.length; i++) values[i] -= workload.rate * grads[i];
      return phi;
    },
  };
}
