import { type OpName, opOf, samplePoints } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { elementwiseOps } from "../../src/generated/elementwise-ops.js";
import { kernels as float32 } from "../../src/generated/kernels-float32.js";
import { kernels as float64 } from "../../src/generated/kernels-float64.js";
import { pieceLength } from "../../src/kernels/elementwise/chain.js";
import {
  chainOf,
  type ElementFormula,
  isLong,
  partialOf,
  resultOf,
} from "../../src/kernels/elementwise/element.js";
import { type ChainRun, chainInWasm, warming } from "../../src/kernels/elementwise/wasm.js";
import { Heap } from "../../src/kernels/heap.js";
import type { Cursor, LoopKernel } from "../../src/kernels/loops.js";
import { difference } from "./difference.js";

const types = [
  ["float64", Float64Array, float64],
  ["float32", Float32Array, float32],
] as const;
const awkward = [0, -0, 1, -1, 0.5, -2, 40, -90, -800, 1e300, -1e-300, 1e-40, 1 / 0, -1 / 0, Number.NaN];
const size = pieceLength + 453;
const heap = Heap.create() as Heap;

/** All kernels: with the names of ops, in JavaScript, and what they compute. */
const all = (kernels: typeof float64) =>
  elementwiseOps.flatMap(({ name, partials: reads }, code) => {
    const op = opOf(name as OpName);
    const { value, partials } = kernels[code] as (typeof kernels)[number];
    const found: [string, LoopKernel | null, ElementFormula][] = [
      [name, value, resultOf(op)],
      ...partials.map(
        (partial, i) =>
          [`partial ${i} of ${name}`, partial, partialOf(op, i, reads[i] ?? [])] as [
            string,
            LoopKernel | null,
            ElementFormula,
          ],
      ),
    ];
    return found.flatMap(([label, plain, element]) => (plain ? [{ label, plain, element, op }] : []));
  });

describe.each(types)("in %s", (dtype, Numbers, kernels) => {
  it.each(all(kernels))("$label in WebAssembly has the bits of JavaScript", ({ plain, element, op }) => {
    const fast = chainInWasm(heap, dtype, chainOf(element)) as ChainRun;
    const points = samplePoints(op, 60);
    const operands = element.names.map((name, i) => {
      const index = op.args.indexOf(name);
      const own = index < 0 ? awkward : points.map((point) => point[index] as number);
      const numbers = [...own, ...awkward];
      // Each operand goes through its numbers at a pace of its own, so that all of them meet.
      const data = new Numbers(size + 3).map(
        (_, k) => numbers[Math.floor(k / 17 ** i) % numbers.length] as number,
      );
      return { data, at: 3, row: 0, column: 1 };
    });
    for (const params of [Object.values(op.params), Object.values(op.params).map((_, i) => 0.75 + i)]) {
      for (const repeated of [-1, 0, element.names.length - 1]) {
        const cursors = operands.map((operand, i) => ({ ...operand, column: i === repeated ? 0 : 1 }));
        const given = cursors as unknown as [Cursor, Cursor, Cursor, Cursor];
        const [found, wanted] = [new Numbers(size + 1), new Numbers(size + 1)];
        expect(fast(size, params, cursors, [{ data: found, at: 1 }])).toBe(true);
        plain(1, size, wanted, 1, params, ...given);
        expect(difference(found, wanted)).toBe("");
      }
    }
  });
});

it("isLong is true of exp and tanh, false of add, sqrt and relu", () => {
  const answers = (["exp", "tanh", "add", "sqrt", "relu"] as const).map((name) =>
    isLong(resultOf(opOf(name))),
  );
  expect(answers).toEqual([true, true, false, false, false]);
});

it("warming(plain, dtype, element) leaves JavaScript after 131,072 elements, for rows of 64 and more", () => {
  const calls: number[] = [];
  const plain: LoopKernel = (_, columns) => void calls.push(columns);
  const kernel = warming(plain, "float64", resultOf(opOf("exp")));
  const data = new Float64Array(131072);
  const cursor = { data, at: 0, row: 0, column: 1 };
  const out = new Float64Array(131072);
  const run = (rows: number, columns: number) =>
    kernel(rows, columns, out, 0, [], cursor, cursor, cursor, cursor);
  run(1, 131071);
  expect(calls).toEqual([131071]);
  run(1, 64);
  expect(calls).toEqual([131071]);
  expect([...out.subarray(0, 65)]).toEqual([...Array(64).fill(1), 0]);
  run(1, 63);
  run(2, 100);
  expect(calls).toEqual([131071, 63, 100]);
});
