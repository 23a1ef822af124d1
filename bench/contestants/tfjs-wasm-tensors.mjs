// TensorFlow.js on tensors of float32, WebAssembly backend, one thread.
import { digest } from "../workloads/tensors.mjs";
import { loadTensorflow } from "./tensorflow.mjs";

const tf = await loadTensorflow();
const array = ({ data, shape }) => tf.tensor(data, shape);
const oneHot = (labels, classes) => tf.cast(tf.oneHot(tf.tensor1d(labels, "int32"), classes), "float32");
const linear = (x, weight, bias) => tf.add(tf.matMul(x, weight, false, true), bias);
const crossEntropy = (logits, targets) => tf.mean(tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), targets), -1)));

const losses = {
  mlp({ inputs, labels }, p) {
    const [x, targets] = [array(inputs.x), oneHot(labels, 10)];
    return () => {
      const hidden = tf.relu(linear(x, p["first.weight"], p["first.bias"]));
      return crossEntropy(linear(hidden, p["second.weight"], p["second.bias"]), targets);
    };
  },

  convnet({ inputs, labels }, p) {
    const [images, targets] = [tf.transpose(array(inputs.x), [0, 2, 3, 1]), oneHot(labels, 10)];
    const layer = (x, name) => {
      const filters = tf.transpose(p[`${name}.weight`], [2, 3, 1, 0]);
      return tf.maxPool(tf.relu(tf.add(tf.conv2d(x, filters, 1, "same"), p[`${name}.bias`])), 2, 2, "valid");
    };
    return () => {
      const x = tf.transpose(layer(layer(images, "first"), "second"), [0, 3, 1, 2]);
      const flat = tf.reshape(x, [labels.length, -1]);
      return crossEntropy(linear(flat, p["last.weight"], p["last.bias"]), targets);
    };
  },

  transformer({ batch, heads, ids, labels }, p) {
    const context = ids.length / batch;
    const [tokens, d] = p.tokens.shape;
    // WebAssembly has no kernel for the gradient of gather: rows are chosen by a product.
    const [chosen, targets] = [oneHot(ids, tokens), oneHot(labels, tokens)];
    const dense = (x, name) => linear(x, p[`${name}.weight`], p[`${name}.bias`]);
    const norm = (x, name) => {
      const centred = tf.sub(x, tf.mean(x, -1, true));
      const variance = tf.mean(tf.square(centred), -1, true);
      const standard = tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-5)));
      return tf.add(tf.mul(standard, p[`${name}.weight`]), p[`${name}.bias`]);
    };
    const split = (x) => tf.transpose(tf.reshape(x, [batch, context, heads, d / heads]), [0, 2, 1, 3]);
    const attention = (x, layer) => {
      const [q, k, v] = tf.split(dense(x, `${layer}.in`), 3, -1).map(split);
      const weights = tf.softmax(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(d / heads)));
      const together = tf.reshape(tf.transpose(tf.matMul(weights, v), [0, 2, 1, 3]), [batch * context, d]);
      return dense(together, `${layer}.out`);
    };
    const gelu = (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
    return () => {
      const positions = tf.tile(p.positions, [batch, 1]);
      let x = tf.add(tf.matMul(chosen, p.tokens), positions);
      for (const layer of ["0", "1"]) {
        x = norm(tf.add(x, attention(x, layer)), `${layer}.norm1`);
        x = norm(tf.add(x, dense(gelu(dense(x, `${layer}.up`)), `${layer}.down`)), `${layer}.norm2`);
      }
      return crossEntropy(dense(x, "head"), targets);
    };
  },
};

function training(workload) {
  const initial = Object.fromEntries(
    Object.entries(workload.trained).map(([name, item]) => [name, array(item)]),
  );
  const p = Object.fromEntries(Object.entries(initial).map(([name, item]) => [name, tf.variable(item)]));
  const loss = losses[workload.kind](workload, p);
  const optimizer = tf.train.sgd(workload.rate);
  return {
    reset() {
      for (const [name, item] of Object.entries(initial)) p[name].assign(item);
    },
    step() {
      const found = optimizer.minimize(loss, true);
      const value = found.dataSync()[0];
      found.dispose();
      return value;
    },
  };
}

function softmax({ inputs, labels }) {
  const logits = array(inputs.logits);
  const targets = oneHot(labels, inputs.logits.shape[1]);
  const both = tf.valueAndGrad((x) => crossEntropy(x, targets));
  const step = (use = () => {}) =>
    tf.tidy(() => {
      const { value, grad } = both(logits);
      return [value.dataSync()[0], use(grad)];
    });
  return { reset() {}, step: () => step()[0], results: () => step((grad) => digest(grad.dataSync())) };
}

function product({ layout, inputs }) {
  const [a, b] = [array(inputs.a), array(inputs.b)];
  const multiply = () => tf.matMul(a, b, layout === "TN", layout === "NT");
  return {
    reset() {},
    step: () => multiply().dispose(),
    results: () => [digest(multiply().dataSync())],
  };
}

const kinds = { gemm: product, softmax };

export const make = (workload) => (kinds[workload.kind] ?? training)(workload);
