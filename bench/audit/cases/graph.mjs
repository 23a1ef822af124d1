// What a graph must get right, whatever its operations are.

/** The expression at the top of micrograd's README. */
function readme(m, a, b) {
  let c = m.add(a, b);
  let d = m.add(m.mul(a, b), m.pow(b, 3));
  c = m.add(c, m.add(c, 1));
  c = m.add(c, m.sub(m.add(c, 1), a));
  d = m.add(d, m.add(m.mul(d, 2), m.relu(m.add(b, a))));
  d = m.add(d, m.add(m.mul(d, 3), m.relu(m.sub(b, a))));
  const f = m.pow(m.sub(c, d), 2);
  return m.add(m.div(f, 2), m.div(10, f));
}

const chain = (length) => (m, x) => {
  let y = x;
  for (let i = 0; i < length; i++) y = m.add(y, 1);
  return y;
};

const ladder = (m, x) => {
  let y = x;
  for (let i = 0; i < 50; i++) y = m.add(y, y);
  return y;
};

export const graph = [
  {
    id: "square",
    what: "x · x at 3: both operands are one node",
    at: [3],
    program: (m, x) => m.mul(x, x),
    value: 9,
    grads: [6],
  },
  { id: "double", what: "x + x at 3", at: [3], program: (m, x) => m.add(x, x), value: 6, grads: [2] },
  {
    id: "minus-itself",
    what: "x − x at 3",
    at: [3],
    program: (m, x) => m.sub(x, x),
    value: 0,
    grads: [0],
  },
  {
    id: "over-itself",
    what: "x / x at 3",
    at: [3],
    program: (m, x) => m.div(x, x),
    value: 1,
    grads: [0],
  },
  {
    id: "power-of-itself",
    what: "x to the power x at 2",
    at: [2],
    program: (m, x) => m.pow(x, x),
    value: 4,
    grads: [6.772588722239782],
  },
  {
    id: "max-of-itself",
    what: "max(x, x) at 2: a tie with itself is worth 1 in all",
    at: [2],
    program: (m, x) => m.max(x, x),
    value: 2,
    grads: [1],
  },
  {
    id: "diamond",
    what: "b = a + a, c = b + b: without a topological order it counts double",
    at: [1],
    program: (m, a) => {
      const b = m.add(a, a);
      return m.add(b, b);
    },
    value: 4,
    grads: [4],
  },
  {
    id: "two-depths",
    what: "y = 2x, z = y · y + y at 3: one node at two depths",
    at: [3],
    program: (m, x) => {
      const y = m.mul(x, 2);
      return m.add(m.mul(y, y), y);
    },
    value: 42,
    grads: [26],
  },
  {
    id: "ladder",
    what: "y = y + y, 50 times: 2⁵⁰ paths, 50 nodes",
    at: [1],
    program: ladder,
    value: 2 ** 50,
    grads: [2 ** 50],
  },
  {
    id: "number-minus",
    what: "2 − x at 5",
    at: [5],
    program: (m, x) => m.sub(2, x),
    value: -3,
    grads: [-1],
  },
  {
    id: "number-over",
    what: "2 / x at 4",
    at: [4],
    program: (m, x) => m.div(2, x),
    value: 0.5,
    grads: [-0.125],
  },
  {
    id: "sum-from-zero",
    what: "0 + x + y + z: a sum that starts from a plain number",
    at: [1, 2, 3],
    program: (m, x, y, z) => m.add(m.add(m.add(0, x), y), z),
    value: 6,
    grads: [1, 1, 1],
  },
  {
    id: "unused-leaf",
    what: "3x, with y unused: the gradient of y is 0",
    at: [1, 2],
    program: (m, x) => m.mul(x, 3),
    value: 3,
    grads: [3, 0],
    alsoThrow: "an error on purpose: it says that y is not used",
  },
  { id: "leaf", what: "the output is the leaf: 1", at: [7], program: (_, x) => x, value: 7, grads: [1] },
  {
    id: "readme",
    what: "the expression of micrograd's README",
    at: [-4, 2],
    program: readme,
    value: 24.70408163265306,
    grads: [138.83381924198252, 645.5772594752186],
  },
  {
    id: "stop-gradient",
    what: "x · detach(x) at 3: 3, not 6",
    at: [3],
    program: (m, x) => m.mul(x, m.detach(x)),
    value: 9,
    grads: [3],
  },
  {
    id: "unreached-nan",
    what: "x · x beside an unused log(x − 5) at 3",
    at: [3],
    program: (m, x) => {
      m.log(m.sub(x, 5));
      return m.mul(x, x);
    },
    value: 9,
    grads: [6],
  },
  {
    id: "backward-twice",
    what: "backward twice on (a · b) · c: twice the gradients of once, or an error",
    at: [2, -3, 4],
    program: (m, a, b, c) => m.mul(m.mul(a, b), c),
    sweeps: [0, 0],
    value: -24,
    grads: [-24, 16, -12],
    mayThrow: true,
  },
  {
    id: "shared-subgraph",
    what: "h = a · b; backward of 5h, then of 7h: what h was worth in the first must not count in the second",
    at: [2, 3],
    program: (m, a, b) => {
      const h = m.mul(a, b);
      return [m.mul(h, 5), m.mul(h, 7)];
    },
    sweeps: [0, 1],
    value: 30,
    grads: [36, 24],
    mayThrow: true,
  },
  {
    id: "changed-leaf",
    what: "x is set from 3 to 10 between x · x and backward: the gradient of what was computed, or an error",
    at: [3],
    program: (m, x) => m.mul(x, x),
    change: [0, 10],
    sweeps: [0],
    value: 9,
    grads: [6],
    mayThrow: true,
  },
  {
    id: "chain",
    what: "x + 1, 10,000 times",
    at: [0],
    program: chain(10_000),
    value: 10_000,
    grads: [1],
  },
  {
    id: "long-chain",
    what: "x + 1, 1,000,000 times",
    at: [0],
    program: chain(1_000_000),
    value: 1_000_000,
    grads: [1],
  },
  {
    id: "wide",
    what: "the sum of 100,000 numbers: a leaf each, or one tensor",
    at: [Array.from({ length: 100_000 }, (_, i) => i % 2)],
    long: true,
    program: (m, x) => m.total(x),
    value: 50_000,
    grads: Array(100_000).fill(1),
  },
];
