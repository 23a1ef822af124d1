import { zeros } from "@outgrad/engine";
import * as nn from "../../../src/index.js";
import { type Entry, forward } from "./entry.js";

const statistics = (n: number) => ({ running_mean: [n], running_var: [n], num_batches_tracked: [] });
export const norms: Readonly<Record<string, Entry>> = {
  BatchNorm1d: {
    make: (options) => new nn.BatchNorm1d(3, options),
    state: { weight: [3], bias: [3], ...statistics(3) },
    shapes: [
      [
        [4, 3],
        [4, 3],
      ],
      [
        [4, 3, 5],
        [4, 3, 5],
      ],
    ],
    shown: "BatchNorm1d(3, eps=0.00001, momentum=0.1, affine=true, trackRunningStats=true)",
    errors: [
      [
        () => new nn.BatchNorm1d(0),
        "BatchNorm1d: numFeatures is the number of channels, an integer >= 1; got 0.",
      ],
      [
        () => new nn.BatchNorm1d(1, { momentum: 2 }),
        "BatchNorm1d: momentum, if not null, is a number in [0, 1]; got 2.",
      ],
      [
        () => forward(new nn.BatchNorm1d(3), zeros([4, 2])),
        "BatchNorm1d.forward: expected x of shape [n, 3] or [n, 3, l], got [4, 2].",
      ],
    ],
  },
  BatchNorm2d: {
    make: (options) => new nn.BatchNorm2d(3, { ...options, momentum: null, affine: false }),
    state: statistics(3),
    shapes: [
      [
        [2, 3, 4, 5],
        [2, 3, 4, 5],
      ],
    ],
    shown: "BatchNorm2d(3, eps=0.00001, momentum=null, affine=false, trackRunningStats=true)",
    errors: [
      [() => new nn.BatchNorm2d(1, { eps: -1 }), "BatchNorm2d: eps is a finite number >= 0; got -1."],
      [() => new nn.BatchNorm2d(1, { affine: 1 as never }), "BatchNorm2d: affine is true or false; got 1."],
      [
        () => forward(new nn.BatchNorm2d(3), zeros([4, 3])),
        "BatchNorm2d.forward: expected x of shape [n, 3, h, w], got [4, 3].",
      ],
    ],
  },
  LayerNorm: {
    make: (options) => new nn.LayerNorm([2, 3], options),
    state: { weight: [2, 3], bias: [2, 3] },
    shapes: [
      [
        [4, 2, 3],
        [4, 2, 3],
      ],
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "LayerNorm([2, 3], eps=0.00001, elementwiseAffine=true)",
    errors: [
      [
        () => new nn.LayerNorm([]),
        "LayerNorm: normalizedShape gives the last dims' sizes, a list of one or more integers >= 1; got [].",
      ],
      [() => new nn.LayerNorm(3, { eps: Number.NaN }), "LayerNorm: eps is a finite number >= 0; got NaN."],
      [
        () => forward(new nn.LayerNorm([2, 3]), zeros([3, 2])),
        "LayerNorm.forward: expected x of shape [..., 2, 3], got [3, 2].",
      ],
    ],
  },
  RMSNorm: {
    make: (options) => new nn.RMSNorm(3, options),
    state: { weight: [3] },
    shapes: [
      [
        [2, 3],
        [2, 3],
      ],
    ],
    shown: "RMSNorm([3], elementwiseAffine=true)",
    errors: [
      [() => new nn.RMSNorm(3, { eps: -1 }), "RMSNorm: eps is a finite number >= 0; got -1."],
      [
        () => forward(new nn.RMSNorm(3), zeros([2])),
        "RMSNorm.forward: expected x of shape [..., 3], got [2].",
      ],
    ],
  },
  GroupNorm: {
    make: (options) => new nn.GroupNorm(2, 4, options),
    state: { weight: [4], bias: [4] },
    shapes: [
      [
        [2, 4, 3, 3],
        [2, 4, 3, 3],
      ],
      [
        [2, 4],
        [2, 4],
      ],
    ],
    shown: "GroupNorm(2, 4, eps=0.00001, affine=true)",
    errors: [
      [() => new nn.GroupNorm(3, 4), "GroupNorm: numGroups must divide numChannels; got 3 for 4."],
      [
        () => forward(new nn.GroupNorm(2, 4), zeros([2, 3])),
        "GroupNorm.forward: expected x of shape [n, 4, ...], got [2, 3].",
      ],
    ],
  },
};
