import { zeros } from "@outgrad/engine";
import * as nn from "../../../src/index.js";
import { type Entry, forward } from "./entry.js";

const weights = (gates: number, suffix = "") => ({
  [`weight_ih${suffix}`]: [gates * 4, 3],
  [`weight_hh${suffix}`]: [gates * 4, 4],
  [`bias_ih${suffix}`]: [gates * 4],
  [`bias_hh${suffix}`]: [gates * 4],
});
const recurrentErrors = (Layer: typeof nn.RNN | typeof nn.GRU | typeof nn.LSTM): Entry["errors"] => [
  [() => new Layer(0, 4), `${Layer.name}: inputSize is the number of inputs, an integer >= 1; got 0.`],
  [
    () => new Layer(3, 1.5),
    `${Layer.name}: hiddenSize is the number of numbers that are remembered, an integer >= 1; got 1.5.`,
  ],
  [
    () => forward(new Layer(3, 4), zeros([5, 2, 4])),
    `${Layer.name}.forward: expected x of shape [l, n, 3] or [l, 3], got [5, 2, 4].`,
  ],
  [() => forward(new Layer(3, 4), zeros([0, 2, 3])), `${Layer.name}.forward: x [0, 2, 3] has no steps.`],
  [() => new Layer(3, 4, { batchFirst: 1 as never }), `${Layer.name}: batchFirst is true or false; got 1.`],
];
const cellErrors = (Cell: typeof nn.RNNCell | typeof nn.GRUCell | typeof nn.LSTMCell): Entry["errors"] => [
  [
    () => new Cell(3, -1),
    `${Cell.name}: hiddenSize is the number of numbers that are remembered, an integer >= 1; got -1.`,
  ],
  [
    () => forward(new Cell(3, 4), zeros([2, 4])),
    `${Cell.name}.forward: expected x of shape [n, 3] or [3], got [2, 4].`,
  ],
];

export const recurrent: Readonly<Record<string, Entry>> = {
  RNNCell: {
    make: (options) => new nn.RNNCell(3, 4, options),
    state: weights(1),
    shapes: [
      [
        [2, 3],
        [2, 4],
      ],
      [[3], [4]],
    ],
    shown: "RNNCell(3, 4)",
    errors: [
      ...cellErrors(nn.RNNCell),
      [
        () => new nn.RNNCell(3, 4, { nonlinearity: "gelu" as never }),
        'RNNCell: nonlinearity is "tanh" or "relu"; got "gelu".',
      ],
      [
        () => new nn.RNNCell(3, 4).forward(zeros([2, 3]), zeros([1, 4])),
        "RNNCell.forward: expected h of shape [2, 4], got [1, 4].",
      ],
    ],
  },
  GRUCell: {
    make: (options) => new nn.GRUCell(3, 4, options),
    state: weights(3),
    shapes: [
      [
        [2, 3],
        [2, 4],
      ],
    ],
    shown: "GRUCell(3, 4)",
    errors: cellErrors(nn.GRUCell),
  },
  LSTMCell: {
    make: (options) => new nn.LSTMCell(3, 4, options),
    state: weights(4),
    shapes: [
      [
        [2, 3],
        [2, 4],
      ],
      [[3], [4]],
    ],
    shown: "LSTMCell(3, 4)",
    errors: [
      ...cellErrors(nn.LSTMCell),
      [
        () => new nn.LSTMCell(3, 4).forward(zeros([2, 3]), [zeros([2, 4]), zeros([2, 3])]),
        "LSTMCell.forward: expected c of shape [2, 4], got [2, 3].",
      ],
    ],
  },
  RNN: {
    make: (options) => new nn.RNN(3, 4, { ...options, batchFirst: true }),
    state: weights(1, "_l0"),
    shapes: [
      [
        [2, 5, 3],
        [2, 5, 4],
      ],
      [
        [5, 3],
        [5, 4],
      ],
    ],
    shown: "RNN(3, 4, batchFirst=true)",
    errors: [
      ...recurrentErrors(nn.RNN),
      [
        () => new nn.RNN(3, 4, { batchFirst: true }).forward(zeros([2, 5, 3]), zeros([2, 1, 4])),
        "RNN.forward: expected h of shape [1, 2, 4], got [2, 1, 4].",
      ],
    ],
  },
  GRU: {
    make: (options) => new nn.GRU(3, 4, options),
    state: weights(3, "_l0"),
    shapes: [
      [
        [5, 2, 3],
        [5, 2, 4],
      ],
    ],
    shown: "GRU(3, 4)",
    errors: recurrentErrors(nn.GRU),
  },
  LSTM: {
    make: (options) => new nn.LSTM(3, 4, options),
    state: weights(4, "_l0"),
    shapes: [
      [
        [5, 2, 3],
        [5, 2, 4],
      ],
      [
        [5, 3],
        [5, 4],
      ],
    ],
    shown: "LSTM(3, 4)",
    errors: [
      ...recurrentErrors(nn.LSTM),
      [
        () => new nn.LSTM(3, 4).forward(zeros([5, 3]), [zeros([1, 4]), zeros([4])]),
        "LSTM.forward: expected c of shape [1, 4], got [4].",
      ],
      [
        () => new nn.LSTM(3, 4).forward(zeros([5, 3]), [zeros([1, 4])] as never),
        "LSTM.forward: expected a Tensor of shape [1, 4] as c, got undefined.",
      ],
    ],
  },
};
