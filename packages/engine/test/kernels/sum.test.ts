import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Blocks } from "../../src/kernels/blocks.js";
import { Heap } from "../../src/kernels/heap.js";
import { WasmSums } from "../../src/kernels/reduce/wasm.js";
import { plainSums } from "../../src/kernels/reduce.js";
import { difference } from "./difference.js";

const wasm = new WasmSums(Heap.create() as Heap);
const types = [
  ["float64", Float64Array],
  ["float32", Float32Array],
] as const;
const awkward = [0, -0, 1, -1, 1e-300, 1e30, -1e30, 1e300, Infinity, -Infinity, NaN];

describe.each(types)("sums of %s", (_, Numbers) => {
  const both = (blocks: Blocks) => {
    const size = blocks.outer * blocks.inner;
    const [found, wanted] = [new Float64Array(size), new Float64Array(size)];
    expect(wasm.run(blocks, found)).toBe(true);
    plainSums(blocks, wanted);
    return [found, wanted] as const;
  };

  it("in WebAssembly have the bits of JavaScript, for any numbers along any dim", () => {
    const number = fc.oneof(
      { weight: 20, arbitrary: fc.double({ min: -30, max: 30 }) },
      { weight: 1, arbitrary: fc.constantFrom(...awkward) },
    );
    const length = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 120, max: 300 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        length,
        fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9 })),
        fc.nat(3),
        fc.infiniteStream(number),
        (outer, count, inner, at, stream) => {
          const data = new Numbers(at + outer * count * inner + 2).map(() => stream.next().value as number);
          const [found, wanted] = both({ data, at, outer, count, inner });
          expect(difference(found, wanted)).toBe("");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("are taken in pieces, and of a block that is larger than a piece", () => {
    for (const [outer, count, inner] of [
      [70, 1001, 1],
      [1, 3, 20001],
      [3, 40000, 1],
      [50, 31, 33],
    ] as const) {
      const data = new Numbers(outer * count * inner).map((_, i) => ((i * 7919) % 1009) / 50);
      const [found, wanted] = both({ data, at: 0, outer, count, inner });
      expect(difference(found, wanted)).toBe("");
    }
  });
});

it("WasmSums.run leaves nothing, and blocks of more than four million numbers, to JavaScript", () => {
  const out = new Float64Array(1);
  const count = 2 ** 22 + 1;
  expect(wasm.run({ data: new Float32Array(count), at: 0, outer: 1, count, inner: 1 }, out)).toBe(false);
  expect(wasm.run({ data: new Float32Array(0), at: 0, outer: 1, count: 0, inner: 1 }, out)).toBe(false);
});
