// js-pytorch on tensors: nested arrays of doubles.
import { matricesOf } from "./layers.mjs";

/** `p -= rate * grad`, in place, at any depth of nesting. */
function descend(data, grad, rate) {
  for (let i = 0; i < data.length; i++) {
    if (Array.isArray(data[i])) descend(data[i], grad[i], rate);
    else data[i] -= rate * grad[i];
  }
}

export async function make(workload) {
  const { kind, rate, l2, inputs, targets } = workload;
  if (kind === "chain") throw new Error("no tensor program: the chain has no batch");
  const { torch } = await import("js-pytorch");
  // Its own nn.ReLU leaks a thousandth of negative values.
  const relu = (x) => torch.masked_fill(x, x, (number) => number < 0, 0);
  const total = (x) => x.sum(-1).sum(-1);
  const initial = () =>
    kind === "wide"
      ? [[workload.parameters]]
      : matricesOf(workload).flatMap(({ weights, bias }) => [weights, bias]);
  const x = kind === "wide" ? undefined : torch.tensor(inputs);
  const y = kind === "wide" ? undefined : torch.tensor(targets.map((t) => [t]));
  const minusY = kind === "wide" ? undefined : torch.tensor(targets.map((t) => [-t]));

  function tanh(a) {
    const e = torch.exp(torch.mul(a, 2));
    return torch.div(torch.add(e, -1), torch.add(e, 1));
  }
  function scores(parameters) {
    let h = x;
    for (let l = 0; l < parameters.length; l += 2) {
      const sum = torch.add(torch.matmul(h, parameters[l]), parameters[l + 1]);
      h = kind === "squares" ? tanh(sum) : l < parameters.length - 2 ? relu(sum) : sum;
    }
    return h;
  }
  const losses = {
    wide: ([p]) => total(torch.mul(p, p)),
    squares(parameters) {
      const error = torch.add(scores(parameters), torch.mul(y, -1));
      return total(torch.mul(error, error));
    },
    margin(parameters) {
      const margins = relu(torch.add(torch.mul(scores(parameters), minusY), 1));
      return parameters.reduce(
        (sum, p) => torch.add(sum, torch.mul(total(torch.mul(p, p)), l2)),
        torch.mul(total(margins), 1 / inputs.length),
      );
    },
  };
  let data;
  return {
    reset() {
      data = structuredClone(initial());
    },
    step() {
      const parameters = data.map((d) => torch.tensor(d, true));
      const loss = losses[kind](parameters);
      loss.backward();
      parameters.forEach((p, i) => {
        descend(data[i], p._grad._data ?? p._grad, rate);
      });
      return Number([loss.data].flat(3)[0]);
    },
  };
}
