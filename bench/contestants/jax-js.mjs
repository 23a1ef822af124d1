// jax-js: the whole training step on tensors, jitted, WebAssembly backend. The option is the dtype.
import { matricesOf } from "./layers.mjs";

// Node 20 has no Float16Array; jax-js asks `instanceof Float16Array` of every input.
globalThis.Float16Array ??= class {};

export async function make(workload, dtypeName) {
  const jax = await import("@jax-js/jax");
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  const np = jax.numpy;
  const dtype = np[dtypeName];
  const Numbers = dtypeName === "float64" ? Float64Array : Float32Array;
  const array = (data) =>
    Array.isArray(data[0])
      ? np.array(Numbers.from(data.flat()), { dtype }).reshape([data.length, data[0].length])
      : np.array(Numbers.from(data), { dtype });
  // A plain number in a formula is rounded to float32, so constants are arrays too.
  const scalar = (x) => np.array(Numbers.of(x), { dtype }).reshape([]);
  const { kind, rate, l2, inputs, targets } = workload;
  if (kind === "chain") throw new Error("no tensor program: the chain has no batch");

  const initial =
    kind === "wide"
      ? () => [array(workload.parameters)]
      : () => matricesOf(workload).flatMap(({ weights, bias }) => [array(weights), array(bias)]);

  const loss =
    kind === "wide"
      ? ([p]) => p.ref.mul(p).sum()
      : (parameters, x, y) => {
          const depth = parameters.length / 2;
          for (let l = 0; l < depth; l++) {
            const sum = np.matmul(x, parameters[2 * l].ref).add(parameters[2 * l + 1].ref);
            x = kind === "squares" ? np.tanh(sum) : l < depth - 1 ? np.maximum(sum, 0) : sum;
          }
          const scores = x.reshape([inputs.length]);
          if (kind === "squares") {
            for (const p of parameters) p.dispose();
            const error = scores.sub(y);
            return error.ref.mul(error).sum();
          }
          const margins = np
            .maximum(scores.mul(y).mul(-1).add(1), 0)
            .sum()
            .mul(scalar(1 / inputs.length));
          return parameters.reduce((total, p) => total.add(p.ref.mul(p).sum().mul(scalar(l2))), margins);
        };

  const data = kind === "wide" ? [] : [array(inputs), array(targets)];
  const train = jax.jit((parameters, ...rest) => {
    const kept = parameters.map((p) => p.ref);
    const [value, grads] = jax.valueAndGrad(loss)(parameters, ...rest);
    return [value, kept.map((p, i) => p.sub(grads[i].mul(scalar(rate))))];
  });
  let parameters;
  return {
    reset() {
      for (const p of parameters ?? []) p.dispose();
      parameters = initial();
    },
    async step() {
      const [value, next] = train(parameters, ...data.map((d) => d.ref));
      parameters = next;
      return (await value.data())[0];
    },
  };
}
