import { simd } from "@outgrad/ops/wasm";
import { describe, expect, it } from "vitest";
import type { Machine } from "../../src/kernels/conv/machine.js";
import { wasmMachine } from "../../src/kernels/conv/module.js";
import { plainMachine } from "../../src/kernels/conv/plain.js";
import { Heap } from "../../src/kernels/heap.js";
import { random } from "../../src/random.js";

const dtypes = ["float64", "float32"] as const;

/** A machine whose memory holds the same as another's: numbers, and a table of offsets at its start. */
function filled(machine: Machine, offsets: readonly number[]): Machine {
  machine.reserve(1 << 16);
  const numbers = random(5);
  const { floats } = machine;
  floats.forEach((_, i) => {
    floats[i] = i < 4096 ? numbers.normal() : 0;
  });
  machine.ints.set(offsets.map((offset) => offset * machine.floats.BYTES_PER_ELEMENT));
  return machine;
}

it("there is WebAssembly with lanes here, so that the tests below compare two machines", () => {
  expect(simd()).toBe(true);
});

describe.each(dtypes)("in %s", (dtype) => {
  const offsets = [0, 1, 2, 40, 41, 43, 80, 90];
  const [weights, source, left, out] = [64, 256, 1024, 5000];

  it.each([1, 2, 3, 4])("taps() of %i rows in WebAssembly is that in JavaScript", (rows) => {
    const machines = [
      filled(wasmMachine(Heap.create() as Heap, dtype) as Machine, offsets),
      filled(plainMachine(dtype), offsets),
    ];
    for (const columns of [1, 7, 64, 65]) {
      for (const machine of machines) machine.taps(rows, 8, columns, weights, 0, source, out, 128);
      const found = machines.map(({ floats }) =>
        Array.from({ length: rows }, (_, r) =>
          Array.from(floats.subarray(out + r * 128, out + r * 128 + columns)),
        ),
      );
      compare(found[0]?.flat() ?? [], found[1]?.flat() ?? [], dtype);
    }
  });

  it.each([1, 2, 3, 4])("dots() of %i rows in WebAssembly is that in JavaScript", (rows) => {
    const lanes = dtype === "float32" ? 4 : 2;
    const machines = [
      filled(wasmMachine(Heap.create() as Heap, dtype) as Machine, offsets),
      filled(plainMachine(dtype), offsets),
    ];
    for (const columns of [4, 20, 128]) {
      for (const machine of machines) machine.dots(rows, 8, columns, left, 200, 0, source, out);
      const [own, plain] = machines.map(({ floats }) =>
        Array.from(floats.subarray(out, out + rows * 8 * lanes)),
      );
      compare(own ?? [], plain ?? [], dtype);
    }
  });
});

function compare(found: number[], wanted: number[], dtype: "float64" | "float32"): void {
  expect(wanted.some((x) => x !== 0)).toBe(true);
  // Doubles are added in one order; singles are rounded at each step in WebAssembly.
  if (dtype === "float64") expect(found).toEqual(wanted);
  else
    for (const [i, x] of wanted.entries()) expect(Math.abs((found[i] as number) - x)).toBeLessThan(1e-5 * 16);
}
