import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Blocks } from "../../src/kernels/blocks.js";
import { Heap } from "../../src/kernels/heap.js";
import { WasmColumns } from "../../src/kernels/softmax/wasm.js";
import { plainColumns } from "../../src/kernels/softmax.js";
import { difference } from "./difference.js";

const wasm = new WasmColumns(Heap.create() as Heap);
const types = [
  ["float64", Float64Array],
  ["float32", Float32Array],
] as const;
const awkward = [0, -0, 1, -1, 1e-300, 88, -104, 709, -745, 1e30, Infinity, -Infinity, NaN];

describe.each(["softmax", "logSoftmax", "scaledSoftmax", "moments"] as const)("%s", (op) => {
  describe.each(types)("in %s", (_, Numbers) => {
    const both = (blocks: Blocks) => {
      const size = blocks.outer * blocks.count * blocks.inner;
      const columns = blocks.outer * blocks.inner;
      if (op === "moments") {
        const [found, wanted] = [new Float64Array(2 * columns), new Float64Array(2 * columns)];
        expect(wasm.run(op, blocks, null, found)).toBe(true);
        plainColumns(op, blocks, null, wanted);
        // Which zero is the greatest is open.
        return [found.map((x) => x + 0), wanted.map((x) => x + 0)] as const;
      }
      const [found, wanted] = [new Numbers(size), new Numbers(size)];
      const slots = Float64Array.from({ length: 2 * columns }, (_, i) => awkward[(i * 5) % 9] as number);
      const given = op === "scaledSoftmax" ? slots : null;
      expect(wasm.run(op, blocks, found, given)).toBe(true);
      plainColumns(op, blocks, wanted, given);
      return [found, wanted] as const;
    };

    it("in WebAssembly has the bits of JavaScript, for any numbers along any dim", () => {
      const number = fc.oneof(fc.double({ min: -30, max: 30 }), fc.double(), fc.constantFrom(...awkward));
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 5 }),
          fc.nat(3),
          fc.infiniteStream(number),
          (outer, count, inner, at, stream) => {
            const data = new Numbers(at + outer * count * inner + 2).map(() => stream.next().value as number);
            const [found, wanted] = both({ data, at, outer, count, inner });
            expect(difference(found, wanted)).toBe("");
          },
        ),
        { numRuns: 300 },
      );
    });

    it("takes blocks in pieces, and a block that is larger than a piece", () => {
      for (const [outer, count, inner] of [
        [70, 1001, 1],
        [1, 3, 20001],
        [3, 40000, 1],
      ] as const) {
        const data = new Numbers(outer * count * inner).map((_, i) => ((i * 7919) % 1009) / 50);
        const [found, wanted] = both({ data, at: 0, outer, count, inner });
        expect(difference(found, wanted)).toBe("");
      }
    });
  });
});

it("WasmColumns.run leaves blocks of more than four million numbers to JavaScript", () => {
  const count = 2 ** 22 + 1;
  const blocks = { data: new Float32Array(count), at: 0, outer: 1, count, inner: 1 };
  expect(wasm.run("softmax", blocks, new Float32Array(count), null)).toBe(false);
});
