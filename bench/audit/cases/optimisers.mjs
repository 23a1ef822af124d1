// Three steps from x = 1 with the gradient 2x: small constants stand where they show. The answers are worked out below, in the
// form of each method's paper or, where papers differ, of PyTorch.
function walk(steps, update) {
  let x = 1;
  const state = {};
  for (let t = 1; t <= steps; t++) x = update(x, 2 * x, state, t);
  return x;
}

const adam =
  ({ lr, beta1, beta2, eps, weightDecay = 0, decoupled = false }) =>
  (x, gradient, state, t) => {
    const g = decoupled ? gradient : gradient + weightDecay * x;
    state.m = beta1 * (state.m ?? 0) + (1 - beta1) * g;
    state.v = beta2 * (state.v ?? 0) + (1 - beta2) * g * g;
    const step = state.m / (1 - beta1 ** t) / (Math.sqrt(state.v / (1 - beta2 ** t)) + eps);
    return x - lr * step - (decoupled ? lr * weightDecay * x : 0);
  };

const momentum =
  ({ lr, momentum, nesterov }) =>
  (x, g, state) => {
    state.v = momentum * (state.v ?? 0) + g;
    return x - lr * (nesterov ? g + momentum * state.v : state.v);
  };

const rmsprop =
  ({ lr, decay, eps, inside }) =>
  (x, g, state) => {
    state.v = decay * (state.v ?? 0) + (1 - decay) * g * g;
    return x - (lr * g) / (inside ? Math.sqrt(state.v + eps) : Math.sqrt(state.v) + eps);
  };

const rates = { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 0.1 };

export const optimisers = [
  { name: "sgd", what: "plain descent", options: { lr: 0.1 }, x: (o) => walk(3, (x, g) => x - o.lr * g) },
  {
    name: "momentum",
    what: "momentum 0.9: the first step is the whole gradient",
    options: { lr: 0.1, momentum: 0.9 },
    x: (o) => walk(3, momentum(o)),
  },
  {
    name: "nesterov",
    what: "Nesterov's momentum: the gradient and what is ahead",
    options: { lr: 0.1, momentum: 0.9, nesterov: true },
    x: (o) => walk(3, momentum(o)),
  },
  {
    name: "adam",
    what: "Adam: corrected for its start, eps outside the root",
    options: rates,
    x: (o) => walk(3, adam(o)),
  },
  {
    name: "adam",
    id: "adam-l2",
    what: "Adam with weight decay 0.5 as part of the gradient",
    options: { ...rates, weightDecay: 0.5 },
    x: (o) => walk(3, adam(o)),
    also: [
      {
        why: "decay apart from the gradient, as AdamW",
        x: (o) => walk(3, adam({ ...o, decoupled: true })),
      },
    ],
  },
  {
    name: "adamw",
    what: "AdamW with weight decay 0.5",
    options: { ...rates, weightDecay: 0.5, decoupled: true },
    x: (o) => walk(3, adam(o)),
  },
  {
    name: "rmsprop",
    what: "RMSprop: eps outside the root",
    options: { lr: 0.1, decay: 0.9, eps: 0.1 },
    x: (o) => walk(3, rmsprop(o)),
    also: [{ why: "eps inside the root, as TensorFlow", x: (o) => walk(3, rmsprop({ ...o, inside: true })) }],
  },
].map(({ id, name, what, options, x, also = [] }) => ({
  id: `optimiser-${id ?? name}`,
  what,
  optimiser: name,
  options,
  value: x(options),
  grads: [],
  also: also.map(({ why, x }) => ({ why, value: x(options), grads: [] })),
}));
