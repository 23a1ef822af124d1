import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainGemm } from "../../src/kernels/gemm/plain.js";
import { WasmGemm } from "../../src/kernels/gemm/wasm.js";
import { gemm, type Matrix } from "../../src/kernels/gemm.js";
import { Heap } from "../../src/kernels/heap.js";
import { difference } from "./difference.js";
import { element, entry, type Multiply, type Reals, rowMajor, same } from "./gemm-oracle.js";

const wasm = new WasmGemm(Heap.create() as Heap);
const ways: readonly (readonly [string, Multiply])[] = [
  ["gemm", gemm],
  ["plainGemm", plainGemm],
  [
    "wasm.multiply",
    (m, n, k, a, b, out, accumulate) => {
      expect(wasm.multiply(m, n, k, a, b, out, accumulate)).toBe(true);
    },
  ],
];
const types = [
  ["float64", Float64Array],
  ["float32", Float32Array],
] as const;

/** Relative to the sum of magnitudes, a sum of runs of 256 floats, each term rounded at most twice. */
const float32Bound = (k: number) => (Math.min(k, 256) + Math.ceil(k / 256) + 2) * 2 ** -24;

/** A matrix that lies in its array in one of the ways that strides allow. */
function matrix(rows: number, columns: number, kind: Kind, numbers: (length: number) => Reals): Matrix {
  const lead = 3;
  switch (kind) {
    case "rows":
      return rowMajor(numbers(lead + rows * columns), columns, lead);
    case "columns":
      return { data: numbers(rows * columns), offset: 0, rowStride: 1, columnStride: rows };
    case "every second":
      return {
        data: numbers(4 * rows * columns),
        offset: 0,
        rowStride: 2 * columns,
        columnStride: 2,
      };
    case "part of wider rows":
      return {
        data: numbers(lead + rows * (columns + 50)),
        offset: lead,
        rowStride: columns + 50,
        columnStride: 1,
      };
    case "part of longer columns":
      return { data: numbers(columns * (rows + 50)), offset: 7, rowStride: 1, columnStride: rows + 50 };
    case "scattered":
      return {
        data: numbers(15 * rows * columns + 5),
        offset: 5,
        rowStride: 5 * columns,
        columnStride: 3,
      };
    case "backwards":
      return {
        data: numbers(rows * columns),
        offset: rows * columns - 1,
        rowStride: -columns,
        columnStride: -1,
      };
    case "rows backwards":
      return {
        data: numbers(rows * columns),
        offset: Math.max(0, (rows - 1) * columns),
        rowStride: -columns,
        columnStride: 1,
      };
    case "one row repeated":
      return { data: numbers(columns), offset: 0, rowStride: 0, columnStride: 1 };
    case "one column repeated":
      return { data: numbers(rows), offset: 0, rowStride: 1, columnStride: 0 };
    case "one number":
      return { data: numbers(1), offset: 0, rowStride: 0, columnStride: 0 };
  }
}

const kinds = [
  "rows",
  "columns",
  "every second",
  "part of wider rows",
  "part of longer columns",
  "scattered",
  "backwards",
  "rows backwards",
  "one row repeated",
  "one column repeated",
  "one number",
] as const;
type Kind = (typeof kinds)[number];

const side = fc.oneof(fc.nat(20), fc.nat(40), fc.constantFrom(64, 128, 129, 136));
const depth = fc.oneof(fc.nat(20), fc.nat(40), fc.constantFrom(255, 256, 257, 300, 513));

describe.each(ways)("%s", (_, multiply) => {
  describe.each(types)("in %s", (type, Numbers) => {
    it("gives the sums in their documented order for any shapes and strides, and touches nothing else", () => {
      fc.assert(
        fc.property(
          side,
          side,
          depth,
          fc.constantFrom(...kinds),
          fc.constantFrom(...kinds),
          fc.boolean(),
          fc.boolean(),
          fc.integer(),
          (m, n, k, left, right, wide, accumulate, seed) => {
            let state = seed;
            const numbers = (length: number) =>
              new Numbers(length).map(() => {
                state = (Math.imul(state, 1664525) + 1013904223) | 0;
                return state / 2 ** 31;
              });
            const a = matrix(m, k, left, numbers);
            const b = matrix(k, n, right, numbers);
            const out = matrix(m, n, wide ? "part of wider rows" : "rows", numbers);
            const before = { ...out, data: out.data.slice() };
            multiply(m, n, k, a, b, out, accumulate);
            const wanted = { ...before, data: before.data.slice() };
            for (let i = 0; i < m; i++) {
              for (let j = 0; j < n; j++) {
                const { sum, magnitude } = entry(
                  i,
                  j,
                  k,
                  a,
                  b,
                  accumulate ? element(before, i, j) : undefined,
                );
                const found = element(out, i, j);
                const error = Math.abs(found - sum);
                if (type === "float64" ? !same(found, sum) : !(error <= float32Bound(k) * magnitude)) {
                  throw new Error(`[${i}, ${j}] is ${found}, not ${sum}`);
                }
                wanted.data[out.offset + i * out.rowStride + j] = found;
              }
            }
            expect(difference(out.data, wanted.data)).toBe("");
          },
        ),
        { numRuns: 40 },
      );
    });

    it("propagates NaN and infinities: 0 times an infinity is NaN, and only where it belongs", () => {
      for (const size of [1, 3, 8, 21, 40]) {
        const a = rowMajor(new Numbers(size * size).fill(1), size);
        const b = rowMajor(new Numbers(size * size).fill(2), size);
        a.data[0] = 0;
        b.data[size - 1] = Number.POSITIVE_INFINITY;
        const out = rowMajor(new Numbers(size * size), size);
        multiply(size, size, size, a, b, out, false);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            const infinite = i === 0 ? Number.NaN : Number.POSITIVE_INFINITY;
            const finite = 2 * (i === 0 ? size - 1 : size);
            expect(element(out, i, j)).toBe(j === size - 1 ? infinite : finite);
          }
        }
      }
    });

    it("starts its sums from +0, so negative zeros give +0, and adds to -0 as addition does", () => {
      const a = rowMajor(new Numbers(64).fill(-0), 8);
      const b = rowMajor(new Numbers(64).fill(1), 8);
      const out = rowMajor(new Numbers(64).fill(-0), 8);
      multiply(8, 8, 8, a, b, out, true);
      expect(out.data.every((x) => same(x, 0))).toBe(true);
    });

    it("multiplies blocks that are larger than what is copied at once", () => {
      for (const [m, n, k] of [
        [3, 5, 2600],
        [1030, 2, 9],
        [2, 1030, 1029],
      ] as const) {
        const a = rowMajor(
          new Numbers(m * k).map((_, i) => ((i * 37) % 41) - 20),
          k,
        );
        const b = rowMajor(
          new Numbers(k * n).map((_, i) => ((i * 53) % 43) - 21),
          n,
        );
        const out = rowMajor(new Numbers(m * n).fill(1), n);
        multiply(m, n, k, a, b, out, true);
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) expect(element(out, i, j)).toBe(entry(i, j, k, a, b, 1).sum);
        }
      }
    });
  });
});

it("gemm(m, n, 0, a, b, out) is zeros, or leaves out alone with accumulate", () => {
  const empty = rowMajor(new Float64Array(0), 0);
  const out = rowMajor(Float64Array.of(1, 2), 2);
  gemm(1, 2, 0, empty, empty, out, true);
  expect([...out.data]).toEqual([1, 2]);
  gemm(1, 2, 0, empty, empty, out);
  expect([...out.data]).toEqual([0, 0]);
  gemm(0, 0, 5, empty, empty, empty);
});

it("gemm writes to an out with any strides", () => {
  const a = rowMajor(
    Float32Array.from({ length: 100 }, (_, i) => i % 7),
    10,
  );
  const rows = rowMajor(new Float32Array(100), 10);
  const columns = { ...rowMajor(new Float32Array(100), 10), rowStride: 1, columnStride: 10 };
  gemm(10, 10, 10, a, a, rows);
  gemm(10, 10, 10, a, a, columns);
  for (let i = 0; i < 10; i++) {
    for (let j = 0; j < 10; j++) expect(element(columns, i, j)).toBe(element(rows, i, j));
  }
});

it("gemm refuses a matrix that leaves its array and a mix of dtypes, and leaves out alone", () => {
  const a = rowMajor(new Float64Array(12).fill(1), 4);
  const out = rowMajor(new Float64Array(9), 3);
  expect(() => gemm(3, 3, 4, a, rowMajor(new Float64Array(11), 3), out)).toThrow(
    "gemm: b [4, 3] takes elements 0 to 11 of an array of 11.",
  );
  expect(() => gemm(3, 3, 4, { ...a, rowStride: -4 }, a, out)).toThrow(
    new RangeError("gemm: a [3, 4] takes elements -8 to 3 of an array of 12."),
  );
  expect(() => gemm(3, 3, 4, rowMajor(new Float32Array(12), 4), a, out)).toThrow(
    new TypeError("gemm: a is a Float32Array and out a Float64Array; convert one of them."),
  );
  expect([...out.data]).toEqual(Array(9).fill(0));
});
