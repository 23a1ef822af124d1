import { zeros } from "@outgrad/engine";
import * as nn from "../../../src/index.js";
import { type Entry, forward } from "./entry.js";

export const pools: Readonly<Record<string, Entry>> = {
  MaxPool1d: {
    make: () => new nn.MaxPool1d(2, { dilation: 2 }),
    state: {},
    shapes: [
      [
        [2, 3, 7],
        [2, 3, 3],
      ],
    ],
    shown: "MaxPool1d(kernelSize=2, stride=2, padding=0, dilation=2, ceilMode=false)",
    errors: [
      [() => new nn.MaxPool1d(2, { colour: 1 } as never), 'MaxPool1d: there is no option "colour".'],
      [() => new nn.MaxPool1d(0), "MaxPool1d: kernelSize is an integer >= 1; got 0."],
      [
        () => new nn.MaxPool1d(3, { padding: 2 }),
        "MaxPool1d: a padding of 2 is more than half of the kernelSize 3.",
      ],
      [
        () => forward(new nn.MaxPool1d(2), zeros([4])),
        "MaxPool1d.forward: expected x of shape [n, c, l] or [c, l], got [4].",
      ],
    ],
  },
  MaxPool2d: {
    make: () => new nn.MaxPool2d([3, 2], { stride: 2, padding: 1 }),
    state: {},
    shapes: [
      [
        [2, 3, 6, 6],
        [2, 3, 3, 4],
      ],
      [
        [3, 6, 6],
        [3, 3, 4],
      ],
    ],
    shown: "MaxPool2d(kernelSize=[3, 2], stride=2, padding=1, ceilMode=false)",
    errors: [
      [() => new nn.MaxPool2d(2, { colour: 1 } as never), 'MaxPool2d: there is no option "colour".'],
      [
        () => new nn.MaxPool2d(2, { dilation: 0 }),
        "MaxPool2d: dilation is an integer >= 1, or 2 of them; got 0.",
      ],
      [() => new nn.MaxPool2d(2, { ceilMode: 1 as never }), "MaxPool2d: ceilMode is true or false; got 1."],
      [
        () => forward(new nn.MaxPool2d(2), zeros([4, 4])),
        "MaxPool2d.forward: expected x of shape [n, c, h, w] or [c, h, w], got [4, 4].",
      ],
    ],
  },
  AvgPool1d: {
    make: () => new nn.AvgPool1d(2, { countIncludePad: false }),
    state: {},
    shapes: [
      [
        [2, 3, 7],
        [2, 3, 3],
      ],
    ],
    shown: "AvgPool1d(kernelSize=2, stride=2, padding=0, ceilMode=false, countIncludePad=false)",
    errors: [
      [() => new nn.AvgPool1d(2, { colour: 1 } as never), 'AvgPool1d: there is no option "colour".'],
      [
        () => new nn.AvgPool1d(2, { countIncludePad: 1 as never }),
        "AvgPool1d: countIncludePad is true or false; got 1.",
      ],
      [
        () => forward(new nn.AvgPool1d(2), zeros([1, 1, 1, 4])),
        "AvgPool1d.forward: expected x of shape [n, c, l] or [c, l], got [1, 1, 1, 4].",
      ],
    ],
  },
  AvgPool2d: {
    make: () => new nn.AvgPool2d(2),
    state: {},
    shapes: [
      [
        [2, 3, 5, 4],
        [2, 3, 2, 2],
      ],
    ],
    shown: "AvgPool2d(kernelSize=2, stride=2, padding=0, ceilMode=false)",
    errors: [
      [() => new nn.AvgPool2d(2, { colour: 1 } as never), 'AvgPool2d: there is no option "colour".'],
      [
        () => new nn.AvgPool2d(2, { stride: [1] }),
        "AvgPool2d: stride is an integer >= 1, or 2 of them; got [1].",
      ],
      [
        () => forward(new nn.AvgPool2d(2), zeros([4, 4])),
        "AvgPool2d.forward: expected x of shape [n, c, h, w] or [c, h, w], got [4, 4].",
      ],
    ],
  },
  AdaptiveAvgPool2d: {
    make: () => new nn.AdaptiveAvgPool2d([1, 3]),
    state: {},
    shapes: [
      [
        [2, 3, 5, 4],
        [2, 3, 1, 3],
      ],
    ],
    shown: "AdaptiveAvgPool2d(outputSize=[1, 3])",
    errors: [
      [
        () => new nn.AdaptiveAvgPool2d(0),
        "AdaptiveAvgPool2d: outputSize is an integer >= 1, or 2 of them; got 0.",
      ],
      [
        () => forward(new nn.AdaptiveAvgPool2d(1), zeros([4, 4])),
        "AdaptiveAvgPool2d.forward: expected x of shape [n, c, h, w] or [c, h, w], got [4, 4].",
      ],
    ],
  },
};
