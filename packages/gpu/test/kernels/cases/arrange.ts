import { type Case, indexOf, infinity, integers, nan, of, some } from "./case.js";

const list = (data: readonly number[], vary = false) => indexOf([data.length], data, vary);

const indexed = (size: number, count: number): Case[] => {
  const data = integers(count, size);
  return [0, 1, 2].flatMap((dim) => {
    const [whole, part] = [[3, 4, 5].with(dim, size), [3, 4, 5].with(dim, count)];
    return [
      some("indexSelect", [whole], { dim, index: list(data) }),
      some("indexAdd", [part], { dim, index: list(data), size }),
      some("indexAdd", [part], { dim, index: list(data, true), size }),
    ];
  });
};

const scattered = (large: readonly number[], small: readonly number[], dim: number): Case[] => {
  const count = small.reduce((a, b) => a * b, 1);
  const index = indexOf(small, integers(count, large[dim] as number));
  return [some("gather", [large], { dim, index }), some("scatterAdd", [small], { dim, index, shape: large })];
};

const joined = (...sizes: readonly number[]): Case => {
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) as number) + size);
  return some(
    "concat",
    sizes.map((size) => [2, size, 3]),
    { dim: 1, starts },
  );
};

const embedding = (
  from: readonly number[],
  starts: readonly number[],
  steps: readonly number[],
  shape: readonly number[],
) => some("embed", [from], { starts, steps, shape, value: 5 });

export const arrangeCases: Case[] = [
  of("where", [[4], [4], [4]], {}, [0, 1, nan, -0], [1, 2, 3, nan], [nan, nan, 6, 7]),
  of("where", [[2, 1, 3], [4, 1], [3]], {}, [0, 1, 0, 1, 0, 1], [1, 2, 3, 4], [5, 6, infinity]),
  of("where", [[], [2, 2], [2, 1]], {}, [0], [1, 2, 3, 4], [5, 6]),
  some("to", [[2, 3]], { dtype: "float32" }),
  ...indexed(6, 3),
  ...indexed(4, 40),
  ...indexed(2, 300),
  ...scattered([4, 5], [4, 3], 1),
  ...scattered([4, 5], [7, 2], 0),
  ...scattered([3, 4, 5], [2, 9, 5], 1),
  ...scattered([6], [20], 0),
  of("scatterAdd", [[0, 2]], { dim: 1, index: indexOf([0, 2], []), shape: [2, 3] }, []),
  of("scatterAdd", [[2, 0]], { dim: 1, index: indexOf([2, 0], []), shape: [2, 3] }, []),
  of("indexAdd", [[0, 2]], { dim: 0, index: list([]), size: 3 }, []),
  joined(2, 1, 3),
  joined(1),
  joined(0, 2, 0),
  joined(...Array.from({ length: 7 }, (_, i) => i)),
  joined(...Array.from({ length: 9 }, () => 1)),
  joined(...Array.from({ length: 60 }, (_, i) => i % 3)),
  embedding([3, 2], [1, 0], [2, 1], [7, 3]),
  embedding([3, 2], [2, 1], [1, 1], [6, 4]),
  embedding([1, 2], [3, 0], [4, 3], [5, 4]),
  embedding([3], [5], [3], [14]),
  embedding([2, 2], [0, 0], [1, 1], [2, 2]),
  embedding([0, 2], [0, 0], [1, 1], [2, 2]),
  embedding([], [], [], []),
  of("embed", [[2]], { starts: [1], steps: [1], shape: [4], value: nan }, [1, 2]),
  of("embed", [[2]], { starts: [1], steps: [1], shape: [4], value: -infinity }, [1, 2]),
];
