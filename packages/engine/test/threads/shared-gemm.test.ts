import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workBytes } from "../../src/kernels/gemm/module.js";
import { WasmGemm } from "../../src/kernels/gemm/wasm.js";
import { gemm, type Matrix, shareProducts } from "../../src/kernels/gemm.js";
import { Heap } from "../../src/kernels/heap.js";
import { type Ground, groundFor, SharedGemm } from "../../src/threads/shared-gemm.js";
import { controlBytes, handOut, pending, sleep } from "../../src/threads/shares.js";
import type { Helper } from "../../src/threads/spawn.js";
import { difference } from "../kernels/difference.js";
import { rowMajor } from "../kernels/gemm-oracle.js";
import { spawnBuilt, useBuiltWorker } from "./workers.js";

useBuiltWorker();

const alone = new WasmGemm(Heap.create() as Heap);
const threads = 3;
const helpers: Helper[] = [];
let ground: Ground;
let control: Int32Array;
let shared: SharedGemm;

beforeAll(async () => {
  ground = groundFor(threads) as Ground;
  control = new Int32Array(new SharedArrayBuffer(controlBytes));
  for (let i = 1; i < threads; i++) {
    await new Promise<void>((answered, failed) => {
      const helper = spawnBuilt(answered, failed);
      helpers.push(helper);
      helper.tell({ control, memory: ground.heap.memory, modules: ground.modules, work: i * workBytes });
    });
  }
  shared = new SharedGemm(threads, ground, control, 60, () => expect.unreachable("a worker was lost"));
});
afterAll(() => {
  for (const helper of helpers) helper.end();
});

const types = [
  ["float64", Float64Array],
  ["float32", Float32Array],
] as const;
type Numbers = (length: number) => Float64Array | Float32Array;

const layouts = ["rows", "columns", "part of wider rows", "every second"] as const;

function matrix(rows: number, columns: number, layout: (typeof layouts)[number], numbers: Numbers): Matrix {
  switch (layout) {
    case "rows":
      return rowMajor(numbers(rows * columns + 1), columns, 1);
    case "columns":
      return { data: numbers(rows * columns), offset: 0, rowStride: 1, columnStride: rows };
    case "part of wider rows":
      return rowMajor(numbers(rows * (columns + 70)), columns + 70);
    case "every second":
      return { data: numbers(4 * rows * columns), offset: 0, rowStride: 2 * columns, columnStride: 2 };
  }
}

describe.each(types)("SharedGemm in %s", (_, Numbers) => {
  const drawn = (seed: number): Numbers => {
    let state = seed;
    return (length) =>
      new Numbers(length).map(() => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return state / 2 ** 31;
      });
  };
  const both = (m: number, n: number, k: number, a: Matrix, b: Matrix, out: Matrix, ...rest: Rest) => {
    const wanted = { ...out, data: out.data.slice() };
    expect(alone.multiply(m, n, k, a, b, wanted, ...rest)).toBe(true);
    shared.multiply(() => expect.unreachable("nothing is refused"), m, n, k, a, b, out, ...rest);
    expect(difference(out.data, wanted.data)).toBe("");
  };

  it("gives the bits of one thread for any shapes and strides, and touches nothing else", () => {
    const side = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 150 }));
    const layout = fc.constantFrom(...layouts);
    fc.assert(
      fc.property(
        side,
        side,
        fc.oneof(side, fc.constantFrom(0, 256, 257, 600)),
        layout,
        layout,
        fc.boolean(),
        fc.constantFrom("new", "accumulate", "bias"),
        fc.integer(),
        (m, n, k, left, right, wide, start, seed) => {
          const numbers = drawn(seed);
          const out = matrix(m, n, wide ? "part of wider rows" : "rows", numbers);
          const bias = start === "bias" ? { data: numbers(2 * n), offset: 0, stride: 2 } : null;
          const [a, b] = [matrix(m, k, left, numbers), matrix(k, n, right, numbers)];
          both(m, n, k, a, b, out, start === "accumulate", bias);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [1100, 40, 300],
    [40, 1100, 1100],
    [1030, 1030, 9],
  ])("gives them for blocks larger than what is copied at once: %i x %i x %i", (m, n, k) => {
    const numbers = drawn(m);
    const [a, b, out] = [
      rowMajor(numbers(m * k), k),
      rowMajor(numbers(k * n), n),
      rowMajor(numbers(m * n), n),
    ];
    both(m, n, k, a, b, out, true, null);
    both(m, n, k, a, b, out, false, { data: numbers(n), offset: 0, stride: 1 });
  });

  it("hands out what workers compute without this thread, in memory that grew since they began", () => {
    const { heap } = ground;
    const [n, bytes] = [64, Numbers.BYTES_PER_ELEMENT as 4 | 8];
    const at = heap.floats.byteLength;
    expect(heap.reserve(at + 3 * n * n * bytes)).toBe(true);
    const [left, right, to] = [0, 1, 2].map((i) => at + i * n * n * bytes) as [number, number, number];
    const numbers = bytes === 4 ? heap.floats : heap.doubles;
    const [a, b] = [drawn(1)(n * n), drawn(2)(n * n)];
    numbers.set(a, left / bytes);
    numbers.set(b, right / bytes);
    for (const along of ["rows", "columns"] as const) {
      numbers.fill(-1, to / bytes, to / bytes + n * n);
      const row = n * bytes;
      handOut(control, bytes, along, 24, [n, n, n, left, row, bytes, right, row, bytes, to, row, 0]);
      while (pending(control) > 0) sleep(control, 100);
      const wanted = rowMajor(new Numbers(n * n), n);
      alone.multiply(n, n, n, rowMajor(a, n), rowMajor(b, n), wanted, false);
      expect(difference(numbers.slice(to / bytes, to / bytes + n * n), wanted.data)).toBe("");
    }
  });
});

type Rest = [
  accumulate: boolean,
  bias: { data: Float64Array | Float32Array; offset: number; stride: number } | null,
];

it("gemm shares no product that is small, or of few terms for what is copied, or whose columns lie apart", () => {
  const asked: string[] = [];
  shareProducts({
    wants: (m, n, k) => shared.wants(m, n, k),
    multiply: (multiply, m, n, k, ...rest) => {
      asked.push(`${m} x ${n} x ${k}`);
      shared.multiply(multiply, m, n, k, ...rest);
    },
  });
  try {
    const ones = (rows: number, columns: number) =>
      rowMajor(new Float64Array(rows * columns).fill(1), columns);
    const out = ones(300, 300);
    gemm(128, 128, 128, ones(128, 128), ones(128, 128), ones(128, 128));
    gemm(4096, 1, 4096, ones(4096, 4096), ones(4096, 1), ones(4096, 1));
    gemm(300, 300, 300, ones(300, 300), ones(300, 300), { ...out, rowStride: 1, columnStride: 300 });
    gemm(300, 300, 300, ones(300, 300), ones(300, 300), out, true);
    expect(asked).toEqual(["300 x 300 x 300"]);
    expect(out.data.every((x) => x === 600)).toBe(true);
  } finally {
    shareProducts(null);
  }
});
