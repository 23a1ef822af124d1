import { describe, expect, test } from "vitest";
import expected from "../../golden/pytorch/formats.json" with { type: "json" };
import type { StateDict, StoredTensor } from "../../src/index.js";
import { type PytorchData, readPytorch } from "../../src/pytorch/index.js";
import { fixture, versions } from "./fixtures.js";

interface Formats {
  readonly tensors: Record<string, StoredTensor>;
  readonly model: StateDict;
  readonly [name: string]: PytorchData;
}

const writings = ["formats", "formats-legacy", "formats-protocol-4", "formats-protocol-5"];
const files = versions.flatMap((version) => writings.map((name) => [version, name] as const));

/** A float that Python printed. */
const parsed = (text: string): number => Number(text.replace("inf", "Infinity"));

describe.each(files)("readPytorch(bytes) of what PyTorch %s wrote, %s", (version, name) => {
  const data = readPytorch<Formats>(fixture(version, name));

  test("reads all formats, strides, offsets and shared storages", () => {
    for (const [key, { shape, numbers }] of Object.entries(expected)) {
      const { data: found, shape: own, dtype } = data.tensors[key] as StoredTensor;
      expect([key, own], key).toEqual([key, shape]);
      if (dtype.includes("F")) expect(Array.from(found, Number), key).toEqual(numbers.map(parsed));
      else expect(Array.from(found, String), key).toEqual(numbers);
    }
    expect(data.tensors.f16?.dtype).toBe("F16");
    expect(data.tensors.bf16?.dtype).toBe("BF16");
    expect(data.tensors.f16?.data).toBeInstanceOf(Float32Array);
    expect(data.tensors.bool?.data).toEqual(Uint8Array.of(1, 0, 1));
  });

  test("tied tensors share their numbers, others have arrays of their own", () => {
    const { base, tied, part } = data.tensors;
    expect(tied?.data).toBe(base?.data);
    expect(part?.data.buffer.byteLength).toBe(16);
    expect(base?.data.buffer.byteLength).toBe(96);
  });

  test("gives names that are dangerous elsewhere as names", () => {
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.getPrototypeOf(data.tensors)).toBeNull();
    expect(Object.keys(data.tensors)).toContain("__proto__");
    const nested = data.nested as Record<string, Record<string, object>>;
    expect(Object.keys(nested)).toEqual(["__proto__", "empty", "list"]);
    expect(Object.keys(Object.values(nested)[0] as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).dtype).toBeUndefined();
  });

  test("reads all other data", () => {
    expect(data.numbers).toEqual([
      0, 255, 256, 65536, -1, -(2 ** 31), 2 ** 31, -(2n ** 53n), 2n ** 70n, -(2n ** 70n), 0.1, -0, Infinity, NaN,
    ]);
    expect(data.texts).toEqual(["", "ä🏋", "x".repeat(300)]);
    expect(data.constants).toEqual([null, true, false]);
    const byNumber = data.by_number as Map<number, PytorchData>;
    expect([...byNumber.keys()]).toEqual([0, 7, -1]);
    expect({ ...(byNumber.get(0) as object) }).toEqual({ step: 1 });
    expect(data.mixed).toEqual(new Map<unknown, unknown>([["a", 1], [1, "b"], [null, 2], [0.5, 3]]));
    expect(data.again).toBe(data.one);
    expect(data.bytes).toEqual(Uint8Array.of(0, 255));
    expect([data.dtype, data.device, data.size]).toEqual(["torch.float16", "cuda:1", [2, 3, 4]]);
    expect(data.milestones).toEqual(new Map([[30, 1], [80, 1]]));
    expect(Object.keys(data.model)).toEqual([
      "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked",
    ]);
  }); // biome-ignore format: lists
});

test("readPytorch(bytes) reads the unsigned formats of PyTorch 2.13", () => {
  const { tensors } = readPytorch<Formats>(fixture("2.13", "formats"));
  const { u16, u32, u64 } = tensors;
  expect([u16, u32, u64].map((stored) => [stored?.dtype, String(stored?.data)])).toEqual([
    ["U16", "0,65535"],
    ["U32", "0,4294967295"],
    ["U64", "0,18446744073709551615"],
  ]);
});

test("readPytorch(bytes) gives arrays of their own, of a view into a larger buffer and of a Buffer of Node", () => {
  const bytes = fixture("1.13", "formats");
  const inside = new Uint8Array(bytes.length + 5).fill(255);
  inside.set(bytes, 3);
  for (const given of [inside.subarray(3, 3 + bytes.length), Buffer.from(bytes)]) {
    const data = readPytorch<Formats>(given);
    given.fill(0);
    expect(data).toEqual(readPytorch<Formats>(bytes));
  }
});
