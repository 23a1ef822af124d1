// TensorFlow.js on tensors, WebAssembly backend, one thread, float32.
import { matricesOf } from "./layers.mjs";
import { loadTensorflow } from "./tensorflow.mjs";

export async function make(workload) {
  const { kind, rate, l2, inputs, targets } = workload;
  if (kind === "chain") throw new Error("no tensor program: the chain has no batch");
  const tf = await loadTensorflow();

  const initial =
    kind === "wide"
      ? [tf.tensor1d(workload.parameters)]
      : matricesOf(workload).flatMap(({ weights, bias }) => [tf.tensor2d(weights), tf.tensor1d(bias)]);
  const parameters = initial.map((p) => tf.variable(p));
  const x = kind === "wide" ? undefined : tf.tensor2d(inputs);
  const y = kind === "wide" ? undefined : tf.tensor1d(targets);
  const depth = parameters.length / 2;

  function scores() {
    let h = x;
    for (let l = 0; l < depth; l++) {
      const sum = tf.add(tf.matMul(h, parameters[2 * l]), parameters[2 * l + 1]);
      h = kind === "squares" ? tf.tanh(sum) : l < depth - 1 ? tf.relu(sum) : sum;
    }
    return h.reshape([inputs.length]);
  }
  const losses = {
    wide: () => tf.sum(tf.square(parameters[0])),
    squares: () => tf.sum(tf.square(tf.sub(scores(), y))),
    margin: () =>
      parameters.reduce(
        (total, p) => tf.add(total, tf.mul(tf.sum(tf.square(p)), l2)),
        tf.mean(tf.relu(tf.sub(1, tf.mul(y, scores())))),
      ),
  };
  const optimizer = tf.train.sgd(rate);
  return {
    reset() {
      parameters.forEach((p, i) => {
        p.assign(initial[i]);
      });
    },
    step() {
      const loss = optimizer.minimize(losses[kind], true);
      const value = loss.dataSync()[0];
      loss.dispose();
      return value;
    },
  };
}
