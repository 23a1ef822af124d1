import { type Case, infinity, nan, numbers, of, some } from "./case.js";

const shape = [3, 4, 2, 5];
const reductions = ["sum", "amax", "amin", "logsumexp", "var"];

const ofAll = (name: string): Case[] => [
  ...[[0], [1], [3], [0, 1], [1, 3], [0, 2], [0, 1, 2, 3], []].flatMap((dims) =>
    [false, true].map((keepdim) => some(name, [shape], { dims, keepdim, correction: 1 })),
  ),
  // One thread takes no more than 512 numbers where columns are few.
  ...[511, 513, 1000, 5003].map((size) =>
    some(name, [[size]], { dims: [0], keepdim: false, correction: 1 }, 1e-5),
  ),
  some(name, [[3, 1030, 2]], { dims: [1], keepdim: false, correction: 0 }, 1e-5),
  some(name, [[40, 3, 40]], { dims: [0, 2], keepdim: true, correction: 0 }, 1e-5),
  of(name, [[2, 3]], { dims: [1], keepdim: false, correction: 1 }, [1, nan, 3, 4, 5, 6]),
  of(name, [[3]], { dims: [0], keepdim: false, correction: 1 }, [nan, -infinity, 2]),
  of(name, [[3]], { dims: [0], keepdim: false, correction: 1 }, [3, 2, nan]),
];

const infinities = [infinity, 1, -infinity, 2, infinity, infinity, -infinity, -infinity];

const indices = (name: string): Case[] => {
  const x = [1, 3, 3, 1, 2, nan, 9, nan, 0, 0, 0, 0, -infinity, -infinity, infinity, infinity];
  return [
    of(name, [[4, 4]], { dims: [1], keepdim: true }, x),
    of(name, [[4, 4]], { dims: [0], keepdim: false }, x),
    some(name, [[4, 5]], { dims: [0, 1], keepdim: false }),
    some(name, [[3000]], { dims: [0], keepdim: false }),
    of(name, [[2, 1000]], { dims: [1], keepdim: false }, numbers(2000).map(Math.round)),
  ];
};

export const reduceCases: Case[] = [
  ...reductions.flatMap(ofAll),
  ...["sum", "logsumexp", "amax", "amin"].map((name) =>
    of(name, [[4, 2]], { dims: [1], keepdim: false }, infinities),
  ),
  ...["sum", "logsumexp", "var"].map((name) =>
    of(name, [[2, 0, 3]], { dims: [1], keepdim: false, correction: 1 }, []),
  ),
  of(
    "var",
    [[1000]],
    { dims: [0], keepdim: false, correction: 1 },
    numbers(1000).map((each) => 1e6 + each),
  ),
  of("var", [[2, 1]], { dims: [1], keepdim: false, correction: 1 }, [3, 4]),
  of("var", [[2, 2]], { dims: [1], keepdim: false, correction: 3 }, [1, 2, 4, 4]),
  ...["argmax", "argmin"].flatMap(indices),
];
