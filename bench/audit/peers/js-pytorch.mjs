// js-pytorch: tensors of nested arrays of doubles; single numbers are tensors of shape [1].
import { torch } from "js-pytorch";
import { defineByRun, NoSuchOp } from "../lib/vocabulary.mjs";

const lift = (x) => (typeof x === "number" ? torch.tensor([x]) : x);
const numberPower = (x, n) => {
  if (typeof n !== "number") throw new NoSuchOp("powers with a number only");
  return torch.pow(x, n);
};
const total = (x) => (x.shape.length > 1 ? total(x.sum(-1)) : x.sum(-1));
const flat = (data) => [data].flat(Infinity);

export const bits = 64;

export const gradient = defineByRun({
  words: {
    constant: (data) => torch.tensor(data),
    add: (a, b) => torch.add(lift(a), b),
    sub: (a, b) => lift(a).sub(b),
    mul: (a, b) => torch.mul(lift(a), b),
    div: (a, b) => torch.div(lift(a), b),
    pow: numberPower,
    detach: (x) => torch.tensor(x.data),
    exp: torch.exp,
    log: torch.log,
    sqrt: torch.sqrt,
    relu: (x) => new torch.nn.ReLU().forward(x),
    positive: (x, then, otherwise) => torch.masked_fill(then, x, (number) => !(number > 0), otherwise),
    softmax: (x) => new torch.nn.Softmax().forward(x, -1),
    crossEntropy: (x, label) =>
      new torch.nn.CrossEntropyLoss().forward(x.reshape([1, x.shape[0]]), torch.tensor([label])),
    total,
    sum: (x, dim) => x.sum(dim),
    mean: (x, dim) => torch.mean(x, dim),
    variance: (x) => torch.variance(x, -1),
    matmul: torch.matmul,
    transpose: (x) => torch.transpose(x, 0, 1),
    reshape: torch.reshape,
    gather: (x, indices) => torch.at(x, indices),
  },
  leaf: (x) => torch.tensor(typeof x === "number" ? [x] : x, true),
  backward: (y) => y.backward(),
  read: (y) => Number(flat(y.data)[0]),
  grad: (x) => flat(x.grad),
  assign: (x, number) => {
    x._data = [number];
  },
});

export function optimise({ optimiser, options: { lr, beta1, beta2, eps, weightDecay = 0 } }) {
  if (optimiser !== "adam") throw new NoSuchOp("Adam only");
  const x = torch.tensor([1], true);
  const adam = new torch.optim.Adam([x], lr, weightDecay, [beta1, beta2], eps);
  for (let i = 0; i < 3; i++) {
    torch.mul(x, x).backward();
    adam.step();
    adam.zero_grad();
  }
  return x.data[0];
}
