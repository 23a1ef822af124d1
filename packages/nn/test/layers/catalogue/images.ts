import { zeros } from "@outgrad/engine";
import * as nn from "../../../src/index.js";
import { type Entry, forward } from "./entry.js";

export const images: Readonly<Record<string, Entry>> = {
  Conv1d: {
    make: (options) => new nn.Conv1d(4, 6, 3, { ...options, groups: 2, padding: 1 }),
    state: { weight: [6, 2, 3], bias: [6] },
    shapes: [
      [
        [2, 4, 7],
        [2, 6, 7],
      ],
      [
        [4, 7],
        [6, 7],
      ],
    ],
    shown: "Conv1d(4, 6, kernelSize=3, padding=1, groups=2)",
    errors: [
      [() => new nn.Conv1d(1, 1, 0), "Conv1d: kernelSize is an integer >= 1; got 0."],
      [
        () => new nn.Conv1d(3, 4, 1, { groups: 2 }),
        "Conv1d: groups must divide inChannels and outChannels; got 2 for 3 and 4.",
      ],
      [
        () => forward(new nn.Conv1d(4, 1, 1), zeros([2, 3, 5])),
        "Conv1d.forward: expected x of shape [n, 4, l] or [4, l], got [2, 3, 5].",
      ],
    ],
  },
  Conv2d: {
    make: (options) => new nn.Conv2d(2, 4, [3, 2], { ...options, stride: [2, 1], bias: false }),
    state: { weight: [4, 2, 3, 2] },
    shapes: [
      [
        [3, 2, 7, 5],
        [3, 4, 3, 4],
      ],
      [
        [2, 3, 2],
        [4, 1, 1],
      ],
    ],
    shown: "Conv2d(2, 4, kernelSize=[3, 2], stride=[2, 1], bias=false)",
    errors: [
      [
        () => new nn.Conv2d(0, 1, 1),
        "Conv2d: inChannels is the number of channels of x, an integer >= 1; got 0.",
      ],
      [
        () => new nn.Conv2d(1, 1, [1, 2, 3]),
        "Conv2d: kernelSize is an integer >= 1, or 2 of them; got [1, 2, 3].",
      ],
      [
        () => new nn.Conv2d(1, 1, 3, { padding: "same", stride: 2 }),
        'Conv2d: padding "same" needs a stride of 1, got [2, 2]; give the padding in numbers.',
      ],
      [
        () => new nn.Conv2d(1, 1, 3, { padding: -1 }),
        'Conv2d: padding, if not "same" or "valid", is an integer >= 0, or 2 of them; got -1.',
      ],
      [
        () => forward(new nn.Conv2d(2, 1, 1), zeros([1, 3, 4, 4])),
        "Conv2d.forward: expected x of shape [n, 2, h, w] or [2, h, w], got [1, 3, 4, 4].",
      ],
    ],
  },
  ConvTranspose1d: {
    make: (options) => new nn.ConvTranspose1d(4, 6, 3, { ...options, stride: 2, groups: 2 }),
    state: { weight: [4, 3, 3], bias: [6] },
    shapes: [
      [
        [2, 4, 5],
        [2, 6, 11],
      ],
    ],
    shown: "ConvTranspose1d(4, 6, kernelSize=3, stride=2, groups=2)",
    errors: [
      [
        () => new nn.ConvTranspose1d(1, 1, 1, { stride: 0 }),
        "ConvTranspose1d: stride is an integer >= 1; got 0.",
      ],
      [
        () => forward(new nn.ConvTranspose1d(2, 1, 1), zeros([3, 5])),
        "ConvTranspose1d.forward: expected x of shape [n, 2, l] or [2, l], got [3, 5].",
      ],
    ],
  },
  ConvTranspose2d: {
    make: (options) => new nn.ConvTranspose2d(3, 1, 2, { ...options, stride: 2, outputPadding: 1 }),
    state: { weight: [3, 1, 2, 2], bias: [1] },
    shapes: [
      [
        [1, 3, 5, 4],
        [1, 1, 11, 9],
      ],
    ],
    shown: "ConvTranspose2d(3, 1, kernelSize=2, stride=2, outputPadding=1)",
    errors: [
      [
        () => new nn.ConvTranspose2d(1, 1, 1, { outputPadding: -1 }),
        "ConvTranspose2d: outputPadding is an integer >= 0, or 2 of them; got -1.",
      ],
      [
        () => forward(new nn.ConvTranspose2d(1, 1, 2), zeros([1, 2, 3, 3])),
        "ConvTranspose2d.forward: expected x of shape [n, 1, h, w] or [1, h, w], got [1, 2, 3, 3].",
      ],
    ],
  },
};
