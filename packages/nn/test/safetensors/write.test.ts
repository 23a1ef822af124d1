import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSafetensors, type StoredTensor, writeSafetensors } from "../../src/index.js";
import { bitsOf, fixture } from "./fixtures.js";

const text = new TextDecoder();
const headerOf = (bytes: Uint8Array) => {
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return { length, text: text.decode(bytes.subarray(8, 8 + length)) };
};
const one = (data: Float32Array = Float32Array.of(1)): StoredTensor => ({
  dtype: "F32",
  shape: [data.length],
  data,
});

describe("writeSafetensors(tensors, metadata)", () => {
  test("writes length, header and data as the format says", () => {
    const bytes = writeSafetensors(
      { b: one(), a: { dtype: "F64", shape: [], data: Float64Array.of(-2) } },
      { k: "v" },
    );
    const { length, text } = headerOf(bytes);
    expect(length % 8).toBe(0);
    expect(text.trimEnd()).toBe(
      '{"__metadata__":{"k":"v"},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"a":{"dtype":"F64","shape":[],"data_offsets":[0,8]}}',
    );
    const data = new DataView(bytes.buffer, 8 + length);
    expect([data.byteLength, data.getFloat64(0, true), data.getFloat32(8, true)]).toEqual([12, -2, 1]);
  });

  test("T112 what Python wrote comes back bit for bit, all formats that can be written", () => {
    const { tensors, metadata } = readSafetensors(fixture("formats"));
    for (const name of ["f16", "bf16"]) delete tensors[name];
    const again = readSafetensors(writeSafetensors(tensors, metadata));
    expect(Object.keys(again.tensors)).toEqual(Object.keys(tensors));
    expect(Object.keys(tensors)).toHaveLength(18);
    expect(again.metadata).toEqual(metadata);
    for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
      const found = again.tensors[name] as StoredTensor;
      expect([name, found.dtype, found.shape]).toEqual([name, dtype, shape]);
      if (data instanceof Float32Array || data instanceof Float64Array) {
        expect(bitsOf(found.data as Float32Array)).toEqual(bitsOf(data));
      } else expect(found.data).toEqual(data);
    }
  });

  test("any names, texts, sizes and numbers come back", () => {
    const name = fc.string({ unit: "grapheme" }).filter((key) => key !== "__metadata__");
    const tensor = fc.oneof(
      fc.float64Array().map((data): StoredTensor => ({ dtype: "F64", shape: [data.length], data })),
      fc
        .float32Array({ minLength: 6, maxLength: 6 })
        .map((data): StoredTensor => ({ dtype: "F32", shape: [2, 1, 3], data })),
      fc.uint8Array().map((data): StoredTensor => ({ dtype: "U8", shape: [1, data.length], data })),
      fc.bigInt64Array().map((data): StoredTensor => ({ dtype: "I64", shape: [data.length, 1], data })),
    );
    const noPrototype = { noNullPrototype: false };
    fc.assert(
      fc.property(
        fc.dictionary(name, tensor, noPrototype),
        fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), noPrototype),
        (tensors, metadata) => {
          const bytes = writeSafetensors(tensors, metadata);
          const found = readSafetensors(bytes);
          expect(Object.entries(found.tensors)).toEqual(Object.entries(tensors));
          expect(Object.entries(found.metadata)).toEqual(Object.entries(metadata));
          expect(writeSafetensors(found.tensors, found.metadata)).toEqual(bytes);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  test("lays numbers at multiples of their size, whatever the order of the tensors", () => {
    const narrow: StoredTensor = { dtype: "U8", shape: [3], data: Uint8Array.of(1, 2, 3) };
    const wide: StoredTensor = { dtype: "F64", shape: [1], data: Float64Array.of(4) };
    const bytes = writeSafetensors({ narrow, one: one(), wide });
    const { length, text } = headerOf(bytes);
    const header = JSON.parse(text);
    expect((8 + length + header.wide.data_offsets[0]) % 8).toBe(0);
    expect((8 + length + header.one.data_offsets[0]) % 4).toBe(0);
    const other = JSON.parse(headerOf(writeSafetensors({ wide, one: one(), narrow })).text);
    expect(other).toEqual(header);
  });

  test("writes a view into a larger array as the view", () => {
    const data = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(readSafetensors(writeSafetensors({ w: one(data) })).tensors.w?.data).toEqual(
      Float32Array.of(2, 3),
    );
  });

  test("Object.prototype stays as it is, and a key toJSON is only a key", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const hostile = Object.fromEntries(
      ["__proto__", "toJSON", "hasOwnProperty"].map((name) => [name, one()]),
    );
    const { tensors } = readSafetensors(writeSafetensors(hostile, { toJSON: "x" }));
    expect(Object.keys(tensors)).toEqual(["__proto__", "toJSON", "hasOwnProperty"]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  const bad: [string, unknown, unknown, string][] = [
    ["nothing", undefined, undefined, "writeSafetensors: expected an object with the tensors by name"],
    ["a Map", new Map([["w", one()]]), undefined, "Object.fromEntries makes one of a Map."],
    ["no tensor", { w: null }, undefined, 'writeSafetensors: tensor "w" has the dtype undefined; F64, F32, integers and BOOL can be written.'],
    ["F16", { w: { dtype: "F16", shape: [1], data: Float32Array.of(1) } }, undefined, 'tensor "w" has the dtype "F16"'],
    ["a dtype of Object.prototype", { w: { ...one(), dtype: "toString" } }, undefined, 'tensor "w" has the dtype "toString"'],
    ["another array", { w: { ...one(), dtype: "F64" } }, undefined, 'tensor "w" has data that is not the Float64Array that F64 needs.'],
    ["a list", { w: { ...one(), data: [1] } }, undefined, 'tensor "w" has data that is not the Float32Array that F32 needs.'],
    ["no shape", { w: { ...one(), shape: 1 } }, undefined, 'tensor "w" has the shape 1; a shape is a list of integers >= 0.'],
    ["a negative size", { w: { ...one(), shape: [-1, -1] } }, undefined, 'tensor "w" has the shape [-1, -1]; a shape is a list of integers >= 0.'],
    ["another count", { w: { ...one(), shape: [2] } }, undefined, 'tensor "w" has the shape [2], but 1 numbers.'],
    ["an overflow", { w: { ...one(), shape: [2 ** 40, 2 ** 40] } }, undefined, "but 1 numbers."],
    ["a bool of 2", { w: { dtype: "BOOL", shape: [1], data: Uint8Array.of(2) } }, undefined, 'tensor "w" has the dtype BOOL, but numbers other than 0 and 1.'],
    ["__metadata__", { __metadata__: one() }, undefined, 'tensor "__metadata__" cannot be written: the format keeps this name for texts.'],
    ["half a surrogate pair", { "\ud800": one() }, undefined, 'tensor "\\ud800" has half of a surrogate pair, which UTF-8 cannot write.'],
    ["metadata that is no text", {}, { step: 3 }, 'writeSafetensors: metadata "step" is 3; only texts can be kept.'],
    ["metadata with half a surrogate pair", {}, { k: "\udfff" }, 'metadata "k" has half of a surrogate pair, which UTF-8 cannot write.'],
    ["a header above 100 MB", {}, { k: "x".repeat(1e8) }, "writeSafetensors: the header would have 100000032 bytes, and at most 100000000 are allowed."],
  ]; // biome-ignore format: one row per mistake

  test.each(bad)("refuses %s", (_, tensors, metadata, sentence) => {
    expect(() => writeSafetensors(tensors as never, metadata as never)).toThrow(sentence);
  });
});
