// Shapes: what broadcasts must be summed back, what is picked twice adds up. Sums are weighted, since a gradient of ones hides mistakes.
const weighted = (m, y, weights) => m.total(m.mul(y, m.constant(weights)));

export const tensors = [
  {
    id: "broadcast-both",
    what: "[3, 1] + [1, 4]",
    at: [[[0], [1], [2]], [[2, 3, 4, 5]]],
    program: (m, a, b) => m.total(m.add(a, b)),
    value: 54,
    grads: [4, 4, 4, 3, 3, 3, 3],
  },
  {
    id: "broadcast-max",
    what: "max of [2, 1] and [1, 3]",
    at: [[[1], [5]], [[2, 3, 4]]],
    program: (m, a, b) => m.total(m.max(a, b)),
    value: 24,
    grads: [0, 3, 1, 1, 1],
  },
  {
    id: "scalar-times-vector",
    what: "a number times [4]: its gradient is one number",
    at: [2, [1, 2, 3, 4]],
    program: (m, a, b) => m.total(m.mul(a, b)),
    value: 20,
    grads: [10, 2, 2, 2, 2],
  },
  {
    id: "one-against-three",
    what: "[1] times [3]: the gradient keeps its shape",
    at: [[2], [1, 2, 3]],
    program: (m, a, b) => m.total(m.mul(a, b)),
    value: 12,
    grads: [6, 2, 2, 2],
  },
  {
    id: "division-broadcast",
    what: "[2, 2] / [2]",
    at: [
      [
        [2, 4],
        [6, 8],
      ],
      [2, 4],
    ],
    program: (m, a, b) => m.total(m.div(a, b)),
    value: 7,
    grads: [0.5, 0.25, 0.5, 0.25, -2, -0.75],
  },
  {
    id: "batched-matmul",
    what: "[2, 2, 3] @ [3, 2]: one matrix for the whole batch",
    at: [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [7, 8, 9],
          [1, 0, 1],
        ],
      ],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    program: (m, a, b) => m.total(m.matmul(a, b)),
    value: 353,
    grads: [3, 7, 11, 3, 7, 11, 3, 7, 11, 3, 7, 11, 13, 13, 15, 15, 19, 19],
  },
  {
    id: "square-matmul",
    what: "square matrices, weighted unevenly: a forgotten transpose shows",
    at: [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 1],
        [5, -2],
      ],
    ],
    program: (m, a, b) =>
      weighted(m, m.matmul(a, b), [
        [1, 2],
        [-3, 4],
      ]),
    value: -76,
    grads: [2, 1, 4, -23, -8, 14, -10, 20],
  },
  {
    id: "sum-rows",
    what: "the sum over dimension 0 of a square matrix, weighted",
    at: [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    program: (m, x) => weighted(m, m.sum(x, 0), [1, -5]),
    value: -26,
    grads: [1, -5, 1, -5],
  },
  {
    id: "mean-columns",
    what: "the mean over dimension 1, weighted",
    at: [
      [
        [1, 2, 3],
        [4, 5, 9],
      ],
    ],
    program: (m, x) => weighted(m, m.mean(x, 1), [3, -6]),
    value: -30,
    grads: [1, 1, 1, -2, -2, -2],
  },
  {
    id: "max-of-size-1",
    what: "the largest over a dimension of size 1",
    at: [[[1], [2], [3]]],
    program: (m, x) => m.total(m.amax(x, 1)),
    value: 6,
    grads: [1, 1, 1],
  },
  {
    id: "amax-tie",
    what: "the largest of [1, 3, 3, 2]",
    at: [[1, 3, 3, 2]],
    program: (m, x) => m.amax(x, 0),
    value: 3,
    grads: [0, 0.5, 0.5, 0],
    also: [
      { why: "the first of them", grads: [0, 1, 0, 0] },
      { why: "the last of them", grads: [0, 0, 1, 0] },
    ],
  },
  {
    id: "max-pool-tie",
    what: "2 × 2 max pool over four equal numbers: one winner",
    at: [
      [
        [1, 1],
        [1, 1],
      ],
    ],
    program: (m, x) => m.maxPool(x, 2),
    layer: "maxPool",
    value: 1,
    grads: [1, 0, 0, 0],
    also: [
      { why: "the last of them", grads: [0, 0, 0, 1] },
      { why: "shared", grads: [0.25, 0.25, 0.25, 0.25] },
    ],
  },
  {
    id: "prod-zero",
    what: "the product of [2, 0, 3]: result / input is 0 / 0",
    at: [[2, 0, 3]],
    program: (m, x) => m.prod(x),
    value: 0,
    grads: [0, 6, 0],
  },
  {
    id: "norm-zero",
    what: "the length of [0, 0]",
    at: [[0, 0]],
    program: (m, x) => m.norm(x),
    value: 0,
    grads: [0, 0],
    also: [{ why: "0 / 0 shows", grads: [NaN, NaN] }],
  },
  {
    id: "std-constant",
    what: "the standard deviation of [2, 2, 2]",
    at: [[2, 2, 2]],
    program: (m, x) => m.std(x),
    value: 0,
    grads: [0, 0, 0],
    also: [{ why: "0 / 0 shows", grads: [NaN, NaN, NaN] }],
  },
  {
    id: "concat",
    what: "[1, 2] and [3] joined along the last dimension, weighted",
    at: [[[1, 2]], [[3]]],
    program: (m, a, b) => weighted(m, m.concat([a, b], 1), [[1, 2, 3]]),
    value: 14,
    grads: [1, 2, 3],
  },
  {
    id: "gather-twice",
    what: "elements 0, 0, 2, 0 of [1, 2, 3], weighted: what is picked twice adds up",
    at: [[1, 2, 3]],
    program: (m, x) => weighted(m, m.gather(x, [0, 0, 2, 0]), [1, 2, 4, 8]),
    value: 23,
    grads: [11, 0, 4],
  },
  {
    id: "cumsum",
    what: "running sums of [1, 2, 3], weighted",
    at: [[1, 2, 3]],
    program: (m, x) => weighted(m, m.cumsum(x), [1, 2, 4]),
    value: 31,
    grads: [7, 6, 4],
  },
  {
    id: "cumsum-rows",
    what: "running sums along dimension 1 of [2, 3], weighted",
    at: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    program: (m, x) =>
      weighted(m, m.cumsum(x, 1), [
        [1, 2, 4],
        [0, 1, 0],
      ]),
    value: 40,
    grads: [7, 6, 4, 1, 1, 0],
  },
  {
    id: "strided",
    what: "every second element of [1, 2, 3, 4, 5], weighted",
    at: [[1, 2, 3, 4, 5]],
    program: (m, x) => weighted(m, m.everySecond(x), [1, 2, 4]),
    value: 27,
    grads: [1, 0, 2, 0, 4],
  },
  {
    id: "broadcast-to",
    what: "[2] broadcast to [3, 2], weighted",
    at: [[1, 2]],
    program: (m, x) =>
      weighted(m, m.broadcastTo(x, [3, 2]), [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    value: 33,
    grads: [9, 12],
  },
  {
    id: "transpose-reshape",
    what: "[2, 3] transposed, flattened, weighted: a view that needs a copy",
    at: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    program: (m, x) => weighted(m, m.reshape(m.transpose(x), [6]), [1, 2, 3, 4, 5, 6]),
    value: 86,
    grads: [1, 3, 5, 2, 4, 6],
  },
  {
    id: "conv-2x3",
    what: "convolution of [2, 3] by a kernel [2, 3], padding 1, weighted: height and width differ",
    at: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [
        [1, 0, -1],
        [2, 1, 0],
      ],
    ],
    program: (m, x, w) =>
      weighted(m, m.conv2d(x, w, 1), [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
    layer: "conv",
    value: 195,
    grads: [10, 10, -2, 22, 19, -2, 94, 154, 106, 58, 91, 58],
  },
  {
    id: "empty-sum",
    what: "the sum of no numbers",
    at: [[]],
    program: (m, x) => m.total(x),
    value: 0,
    grads: [],
  },
];
