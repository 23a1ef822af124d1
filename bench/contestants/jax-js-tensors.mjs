// jax-js on tensors of float32: the whole training step jitted, WebAssembly backend.
import { digest } from "../workloads/tensors.mjs";

// Node 20 has no Float16Array; jax-js asks `instanceof Float16Array` of every input.
globalThis.Float16Array ??= class {};

const jax = await import("@jax-js/jax");
await jax.init("wasm");
jax.defaultDevice("wasm");
const { lax, nn, numpy: np } = jax;
const dtype = np.float32;

const array = ({ data, shape }) => np.array(data, { dtype }).reshape(shape);
const arrays = (part) => Object.fromEntries(Object.entries(part).map(([name, item]) => [name, array(item)]));
const indices = (list) => np.array(Int32Array.from(list), { dtype: np.int32 });
const oneHot = (labels, classes) => nn.oneHot(indices(labels), classes);

/** Weights lie as [outputs, inputs]. */
const linear = (x, weight, bias) => np.matmul(x, np.transpose(weight)).add(bias);
const crossEntropy = (logits, targets, count) =>
  nn
    .logSoftmax(logits)
    .mul(targets)
    .sum()
    .mul(-1 / count);

// Every use of an array consumes it: `.ref` keeps it for another one.
const losses = {
  mlp({ labels }) {
    const targets = oneHot(labels, 10);
    const loss = (p, x, y) => {
      const hidden = nn.relu(linear(x, p["first.weight"], p["first.bias"]));
      return crossEntropy(linear(hidden, p["second.weight"], p["second.bias"]), y, labels.length);
    };
    return [loss, targets];
  },

  convnet({ labels }) {
    const same = [
      [1, 1],
      [1, 1],
    ];
    const layer = (x, weight, bias) => {
      const [outputs] = bias.shape;
      const sums = lax.conv(x, weight, [1, 1], same).add(bias.reshape([1, outputs, 1, 1]));
      const [n, channels, height, width] = sums.shape;
      // Its reduceWindow wants a window for every dim it reduces; a reshape gives the same maxima.
      return np.max(nn.relu(sums).reshape([n, channels, height / 2, 2, width / 2, 2]), [3, 5]);
    };
    const loss = (p, images, y) => {
      const x = layer(images, p["first.weight"], p["first.bias"]);
      const flat = layer(x, p["second.weight"], p["second.bias"]).reshape([labels.length, -1]);
      return crossEntropy(linear(flat, p["last.weight"], p["last.bias"]), y, labels.length);
    };
    return [loss, oneHot(labels, 10)];
  },

  transformer({ batch, heads, ids, labels, trained }) {
    const context = ids.length / batch;
    const [tokens, d] = trained.tokens.shape;
    const norm = (x, p, name) => nn.standardize(x).mul(p[`${name}.weight`]).add(p[`${name}.bias`]);
    const dense = (x, p, name) => linear(x, p[`${name}.weight`], p[`${name}.bias`]);
    const attention = (x, p, layer) => {
      const parts = np.split(dense(x, p, `${layer}.in`), 3, -1);
      // Not nn.dotProductAttention: its einsum needs methods of iterators that Node 20 has not.
      const [q, k, v] = parts.map((part) =>
        np.transpose(part.reshape([batch, context, heads, d / heads]), [0, 2, 1, 3]),
      );
      const scores = np.matmul(q.mul(1 / Math.sqrt(d / heads)), np.transpose(k, [0, 1, 3, 2]));
      const together = np.transpose(np.matmul(nn.softmax(scores), v), [0, 2, 1, 3]);
      return dense(together.reshape([batch, context, d]), p, `${layer}.out`);
    };
    const loss = (p, chosen, y) => {
      let x = np.matmul(chosen, p.tokens).reshape([batch, context, d]).add(p.positions);
      for (const layer of ["0", "1"]) {
        x = norm(x.ref.add(attention(x, p, layer)), p, `${layer}.norm1`);
        const hidden = nn.gelu(dense(x.ref, p, `${layer}.up`), { approximate: false });
        x = norm(x.add(dense(hidden, p, `${layer}.down`)), p, `${layer}.norm2`);
      }
      return crossEntropy(dense(x, p, "head").reshape([batch * context, tokens]), y, labels.length);
    };
    return [loss, oneHot(labels, tokens)];
  },
};

function training(workload) {
  const { kind, inputs, trained, rate, ids } = workload;
  const [loss, targets] = losses[kind](workload);
  const x = ids ? oneHot(ids, trained.tokens.shape[0]) : array(inputs.x);
  const train = jax.jit((p, given, y) => {
    const kept = Object.fromEntries(Object.entries(p).map(([name, item]) => [name, item.ref]));
    const [value, grads] = jax.valueAndGrad(loss)(p, given, y);
    const next = Object.entries(kept).map(([name, item]) => [name, item.sub(grads[name].mul(rate))]);
    return [value, Object.fromEntries(next)];
  });
  let parameters;
  return {
    reset() {
      for (const p of Object.values(parameters ?? {})) p.dispose();
      parameters = arrays(trained);
    },
    async step() {
      const [value, next] = train(parameters, x.ref, targets.ref);
      parameters = next;
      return (await value.data())[0];
    },
  };
}

function softmax({ inputs, labels }) {
  const [count, classes] = inputs.logits.shape;
  const targets = oneHot(labels, classes);
  const logits = array(inputs.logits);
  const both = jax.jit((x, y) => jax.valueAndGrad((z) => crossEntropy(z, y, count))(x));
  const step = async () => {
    const [value, gradient] = both(logits.ref, targets.ref);
    await gradient.blockUntilReady();
    return [(await value.data())[0], gradient];
  };
  return {
    reset() {},
    async step() {
      const [value, gradient] = await step();
      gradient.dispose();
      return value;
    },
    async results() {
      const [value, gradient] = await step();
      return [value, digest(await gradient.data())];
    },
  };
}

function product({ layout, inputs }) {
  const [a, b] = [array(inputs.a), array(inputs.b)];
  const multiply = jax.jit((x, y) =>
    np.matmul(layout === "TN" ? np.transpose(x) : x, layout === "NT" ? np.transpose(y) : y),
  );
  return {
    reset() {},
    async step() {
      const out = multiply(a.ref, b.ref);
      await out.blockUntilReady();
      out.dispose();
    },
    results: async () => [digest(await multiply(a.ref, b.ref).data())],
  };
}

const kinds = { gemm: product, softmax };

export const make = (workload) => (kinds[workload.kind] ?? training)(workload);
