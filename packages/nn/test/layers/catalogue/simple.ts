import { zeros } from "@outgrad/engine";
import * as nn from "../../../src/index.js";
import { type Entry, forward } from "./entry.js";

const plain = (name: string, make: () => nn.TensorModule, options = ""): Entry => ({
  make,
  state: {},
  shapes: [
    [
      [2, 3],
      [2, 3],
    ],
    [[4], [4]],
  ],
  shown: `${name}(${options})`,
  errors: [
    [
      () => forward(make(), [1, 2]),
      `${name}.forward: expected a Tensor of shape [...] as x, got an array of 2.`,
    ],
    [() => forward(make(), 3), `${name}.forward: expected a Tensor of shape [...] as x, got 3.`],
  ],
});

export const simple: Readonly<Record<string, Entry>> = {
  Linear: {
    make: (options) => new nn.Linear(3, 5, options),
    state: { weight: [5, 3], bias: [5] },
    shapes: [
      [
        [2, 3],
        [2, 5],
      ],
      [[3], [5]],
      [
        [2, 4, 3],
        [2, 4, 5],
      ],
    ],
    shown: "Linear(inFeatures=3, outFeatures=5, bias=true)",
    errors: [
      [() => new nn.Linear(0, 1), "Linear: inFeatures is the number of inputs, an integer >= 1; got 0."],
      [
        () => new nn.Linear(1, 1.5),
        "Linear: outFeatures is the number of outputs, an integer >= 1; got 1.5.",
      ],
      [() => new nn.Linear(1, 1, { bias: 0 as never }), "Linear: bias is true or false; got 0."],
      [
        () => forward(new nn.Linear(3, 1), zeros([3, 2])),
        "Linear.forward: expected x of shape [..., 3], got [3, 2].",
      ],
      [
        () => new nn.Linear(1, 1, { dtype: "float16" as never }),
        'Linear: dtype is "float64" or "float32"; got "float16".',
      ],
    ],
  },
  Dropout: {
    make: ({ dtype: _, ...options } = {}) => new nn.Dropout(0.25, options),
    state: {},
    shapes: [
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "Dropout(p=0.25)",
    errors: [
      [() => new nn.Dropout(1.5), "Dropout: p is a number in [0, 1]; got 1.5."],
      [
        () => new nn.Dropout(0.5, { random: 3 as never }),
        "Dropout: expected a Random, such as random(seed); got 3.",
      ],
      [() => forward(new nn.Dropout(), 1), "Dropout.forward: expected a Tensor of shape [...] as x, got 1."],
    ],
  },
  Flatten: {
    make: () => new nn.Flatten(),
    state: {},
    shapes: [
      [
        [2, 3, 4, 5],
        [2, 60],
      ],
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "Flatten(startDim=1, endDim=-1)",
    errors: [
      [() => new nn.Flatten(0.5), "Flatten: startDim is an integer; got 0.5."],
      [() => forward(new nn.Flatten(), zeros([3])), "Flatten.forward: x [3] has no dims from 1 to -1."],
      [
        () => forward(new nn.Flatten(0, 2), zeros([3, 2])),
        "Flatten.forward: x [3, 2] has no dims from 0 to 2.",
      ],
    ],
  },
  Softmax: {
    make: () => new nn.Softmax(-1),
    state: {},
    shapes: [
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "Softmax(dim=-1)",
    errors: [
      [() => new nn.Softmax(undefined as never), "Softmax: dim is an integer; got undefined."],
      [() => forward(new nn.Softmax(2), zeros([2, 3])), "Softmax.forward: x [2, 3] has no dim 2."],
    ],
  },
  LogSoftmax: {
    make: () => new nn.LogSoftmax(0),
    state: {},
    shapes: [
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "LogSoftmax(dim=0)",
    errors: [
      [() => new nn.LogSoftmax(0.5), "LogSoftmax: dim is an integer; got 0.5."],
      [() => forward(new nn.LogSoftmax(-3), zeros([2, 3])), "LogSoftmax.forward: x [2, 3] has no dim -3."],
    ],
  },
  TransformerBlock: {
    make: (options) => new nn.TransformerBlock(8, 2, { ...options, dimFeedforward: 12 }),
    state: {
      "self_attn.in_proj_weight": [24, 8],
      "self_attn.in_proj_bias": [24],
      "self_attn.out_proj.weight": [8, 8],
      "self_attn.out_proj.bias": [8],
      "linear1.weight": [12, 8],
      "linear1.bias": [12],
      "linear2.weight": [8, 12],
      "linear2.bias": [8],
      "norm1.weight": [8],
      "norm1.bias": [8],
      "norm2.weight": [8],
      "norm2.bias": [8],
    },
    shapes: [
      [
        [5, 2, 8],
        [5, 2, 8],
      ],
    ],
    shown: `TransformerBlock(activation=relu, normFirst=false
  (self_attn): MultiheadAttention(8, 2, dropout=0.1, batchFirst=false
    (out_proj): Linear(inFeatures=8, outFeatures=8, bias=true)
  )
  (linear1): Linear(inFeatures=8, outFeatures=12, bias=true)
  (dropout): Dropout(p=0.1)
  (linear2): Linear(inFeatures=12, outFeatures=8, bias=true)
  (norm1): LayerNorm([8], eps=0.00001, elementwiseAffine=true)
  (norm2): LayerNorm([8], eps=0.00001, elementwiseAffine=true)
  (dropout1): Dropout(p=0.1)
  (dropout2): Dropout(p=0.1)
)`,
    errors: [
      [() => new nn.TransformerBlock(8, 3), "TransformerBlock: nhead must divide dModel; got 3 for 8."],
      [
        () => new nn.TransformerBlock(8, 2, { activation: "tanh" as never }),
        'TransformerBlock: activation is "relu" or "gelu"; got "tanh".',
      ],
      [
        () => forward(new nn.TransformerBlock(8, 2, { batchFirst: true }), zeros([2, 5, 7])),
        "TransformerBlock.forward: expected x of shape [n, l, 8], got [2, 5, 7].",
      ],
    ],
  },
  ReLU: plain("ReLU", () => new nn.ReLU()),
  LeakyReLU: plain("LeakyReLU", () => new nn.LeakyReLU(0.2), "slope=0.2"),
  ELU: plain("ELU", () => new nn.ELU(), "alpha=1"),
  SELU: plain("SELU", () => new nn.SELU()),
  GELU: plain("GELU", () => new nn.GELU({ approximate: "tanh" })),
  SiLU: plain("SiLU", () => new nn.SiLU()),
  Mish: plain("Mish", () => new nn.Mish()),
  Softplus: plain("Softplus", () => new nn.Softplus()),
  Sigmoid: plain("Sigmoid", () => new nn.Sigmoid()),
  Tanh: plain("Tanh", () => new nn.Tanh()),
  Hardtanh: plain("Hardtanh", () => new nn.Hardtanh(-2, 3), "min=-2, max=3"),
  Identity: plain("Identity", () => new nn.Identity()),
};
