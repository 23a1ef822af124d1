// js-pytorch: nested arrays of doubles.
import { torch } from "js-pytorch";

/** Rows of a matrix. */
const rows = ({ data, shape: [count, size] }) =>
  Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * size, (i + 1) * size)));
const transposed = (matrix) => matrix[0].map((_, j) => matrix.map((row) => row[j]));

export function make({ kind, inputs, labels, trained, rate }) {
  if (kind !== "mlp") throw new Error("no such net in it");
  const x = torch.tensor(rows(inputs.x));
  const y = torch.tensor(labels);
  const initial = ["first", "second"].flatMap((name) => [
    transposed(rows(trained[`${name}.weight`])),
    Array.from(trained[`${name}.bias`].data),
  ]);
  const crossEntropy = new torch.nn.CrossEntropyLoss();
  // Its own nn.ReLU leaks a thousandth of negative values.
  const relu = (t) => torch.masked_fill(t, t, (number) => number < 0, 0);
  let parameters;
  return {
    reset() {
      parameters = initial.map((data) => torch.tensor(structuredClone(data), true));
    },
    step() {
      const [w1, b1, w2, b2] = parameters;
      const hidden = relu(torch.add(torch.matmul(x, w1), b1));
      const loss = crossEntropy.forward(torch.add(torch.matmul(hidden, w2), b2), y);
      loss.backward();
      parameters = parameters.map((p) => torch.tensor(descended(p._data, p._grad, rate), true));
      return Number([loss.data].flat(3)[0]);
    },
  };
}

/** `p - rate * grad`, at any depth of nesting. */
function descended(data, grad, rate) {
  const g = grad._data ?? grad;
  return data.map((p, i) => (Array.isArray(p) ? descended(p, g[i], rate) : p - rate * g[i]));
}
