import { describe, expect, test } from "vitest";
import golden from "../../golden/safetensors.json" with { type: "json" };
import { MLP, readSafetensors, SafetensorsError, type StoredTensor } from "../../src/index.js";
import { bitsOf, file, fixture } from "./fixtures.js";

const { tensors, metadata } = readSafetensors(fixture("formats"));

describe("readSafetensors(bytes) of a file that Python wrote", () => {
  test("reads every format, at even and odd bytes", () => {
    const integers = Object.entries(golden.integers);
    for (const [name, numbers] of integers) {
      expect([name, tensors[name]?.dtype]).toEqual([name, name.toUpperCase()]);
      expect(Array.from((tensors[name] as StoredTensor).data, String)).toEqual(numbers);
    }
    expect(integers).toHaveLength(9);
    expect(tensors.scalar).toEqual({ dtype: "F64", shape: [], data: Float64Array.of(0.1) });
    expect(tensors.empty).toEqual({ dtype: "F32", shape: [3, 0, 2], data: new Float32Array(0) });
    expect(tensors.f32?.shape).toEqual([2, 5]);
  });

  test("T112 keeps every bit: NaN payloads, infinities, -0, subnormals", () => {
    expect(bitsOf(tensors.f64?.data as Float64Array)).toEqual(golden.f64);
    expect(bitsOf(tensors.f32?.data as Float32Array)).toEqual(golden.f32);
  });

  test.each(["f16", "bf16"] as const)("widens all 65,536 numbers of %s exactly", (name) => {
    const wide = tensors[name]?.data as Float32Array;
    const bits = new Uint32Array(wide.buffer);
    expect(bits).toHaveLength(65536);
    expect(bits.reduce((sum, b) => (sum * 31 + b) % 4294967291, 0)).toBe(golden[name].checksum);
  });

  test("gives names that are dangerous elsewhere as names", () => {
    const names = ["", "__proto__", "constructor", 'gewicht "µ" \\ 重み 🏋'];
    expect(names.map((name) => (tensors[name] as StoredTensor).data[0])).toEqual([7, 8, 9, 10]);
    expect(Object.getPrototypeOf(tensors)).toBeNull();
    expect(tensors.toString).toBeUndefined();
    expect(Object.getPrototypeOf(metadata)).toBeNull();
    expect(Object.entries(metadata)).toEqual([
      ["format", "pt"],
      ["__proto__", "ö"],
    ]);
    expect(({} as Record<string, unknown>).dtype).toBeUndefined();
  });

  test("reads a header of raw UTF-8 without padding, and one without tensors", () => {
    const { tensors, metadata } = readSafetensors(fixture("plain-utf8"));
    expect(Object.keys(tensors)).toEqual(['ä"\n']);
    expect({ ...metadata }).toEqual({ k: "ä🏋" });
    expect(Object.keys(readSafetensors(fixture("empty")).tensors)).toEqual([]);
  });

  test("gives arrays of their own, and reads a view into a larger buffer", () => {
    const bytes = fixture("small");
    const inside = new Uint8Array(bytes.length + 5).fill(255);
    inside.set(bytes, 3);
    const { tensors } = readSafetensors(inside.subarray(3, 3 + bytes.length));
    inside.fill(0);
    expect(Array.from(tensors.i64?.data as BigInt64Array, String)).toEqual(golden.integers.i64);
    expect(tensors.i64?.data.buffer.byteLength).toBe(24);
  });

  test("reads a Buffer of Node, whose slices share memory", () => {
    const bytes = Buffer.from(fixture("small"));
    const { tensors } = readSafetensors(bytes);
    bytes.fill(0);
    expect(Array.from(tensors.u32?.data as Uint32Array, String)).toEqual(golden.integers.u32);
    expect(tensors.u32?.data.buffer.byteLength).toBe(8);
  });

  test("loads a PyTorch network: the MLP with its weights gives PyTorch's outputs", () => {
    const { tensors } = readSafetensors(fixture("sequential"));
    expect(Object.keys(tensors)).toEqual(golden.sequential.keys);
    const net = new MLP(3, [4, 4, 2], { activation: "tanh" });
    net.layers.forEach((layer, k) => {
      const weight = tensors[`${2 * k}.weight`] as StoredTensor<"F32">;
      const bias = tensors[`${2 * k}.bias`] as StoredTensor<"F32">;
      expect(weight.shape).toEqual([layer.neurons.length, layer.nin]);
      layer.neurons.forEach((neuron, j) => {
        neuron.bias.data = bias.data[j] as number;
        neuron.weights.forEach((w, i) => {
          w.data = weight.data[j * layer.nin + i] as number;
        });
      });
    });
    golden.sequential.inputs.forEach((x, i) => {
      net.forward(x).forEach((y, j) => {
        expect(Math.abs(y.data - (golden.sequential.outputs[i]?.[j] as number))).toBeLessThan(1e-15);
      });
    });
  });
});

const f32 = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: "F32",
  shape,
  data_offsets: [begin, end],
});
const big = 2 ** 53 - 1;
const huge = 2 ** 27;

const refused: [string, Uint8Array, string][] = [
  ["an empty file", new Uint8Array(0), "the file has 0 bytes, and 8 alone give the length of its header"],
  ["7 bytes", new Uint8Array(7), "the file has 7 bytes, and 8 alone give the length of its header"],
  ["a header beyond the file", file("{}", 0, 3n), "the header claims 3 bytes, but only 2 follow: the file is truncated"],
  ["a header above 100 MB", file("{}", 0, 100_000_001n), "the header claims 100000001 bytes, and at most 100000000 are allowed"],
  ["a header of 2**64 - 1 bytes", file("{}", 0, 2n ** 64n - 1n), "the header claims 18446744073709552000 bytes, and at most"],
  ["a header of no bytes", file("", 9), "the header does not begin with '{': this is not a safetensors file"],
  ["another kind of file", file("PK"), "the header does not begin with '{': this is not a safetensors file"],
  ["a byte order mark", file("\ufeff{}"), "the header does not begin with '{'"],
  ["an object without end", file("{"), "in a key of the header, a string was expected at character 1, not its end"],
  ["no JSON", file("{]"), 'in a key of the header, a string was expected at character 1, not "]"'],
  ["JSON that goes on", file("{} {}"), 'in the header, nothing more was expected at character 3, not "{"'],
  ["a trailing comma", file('{"a":{},}'), 'tensor "a" lacks one of dtype, shape and data_offsets'],
  ["a list for a tensor", file('{"a":[]}'), `in tensor "a", '{' was expected at character 5, not "["`],
  ["a raw line break in a name", file('{"a\n":{}}'), `in a key of the header, the closing '"' was expected at character 3, not "\\n"`],
  ["a name without end", file('{"a'), `in a key of the header, the closing '"' was expected at character 3, not its end`],
  ["a backslash at the end", file('{"a\\'), `in a key of the header, the closing '"' was expected at character 5, not its end`],
  ["an unknown escape", file('{"\\x":{}}'), 'in a key of the header, "\\\\x" has an escape that JSON does not know'],
  ["half a surrogate pair", file('{"\\ud83d":{}}'), '"\\ud83d", a key of the header, has half of a surrogate pair'],
  ["a name twice", file(`{"a":${JSON.stringify(f32(0, 4))},"\\u0061":${JSON.stringify(f32(4, 8))}}`, 8), 'the header has the key "a" twice'],
  ["__metadata__ twice", file('{"__metadata__":{},"__metadata__":{}}'), 'the header has the key "__metadata__" twice'],
  ["metadata with a key twice", file('{"__metadata__":{"k":"1","k":"2"}}'), '__metadata__ has the key "k" twice'],
  ["metadata that is no text", file({ __metadata__: { k: 1 } }), 'in __metadata__, a string was expected at character 21, not "1"'],
  ["a key of a tensor twice", file('{"a":{"dtype":"F32","dtype":"F32"}}'), 'tensor "a" has the key "dtype" twice'],
  ["an unknown key", file({ a: { ...f32(0, 0), strides: [1] } }), 'tensor "a" has the unknown key "strides"'],
  ["no dtype", file({ a: { shape: [], data_offsets: [0, 0] } }), 'tensor "a" lacks one of dtype, shape and data_offsets'],
  ["an unknown dtype", file({ a: { ...f32(0, 4), dtype: "F8_E4M3" } }, 4), 'tensor "a" has the unknown dtype "F8_E4M3"; known are F64 F32 F16 BF16 I64'],
  ["a dtype of Object.prototype", file({ a: { ...f32(0, 4), dtype: "constructor" } }, 4), 'tensor "a" has the unknown dtype "constructor"'],
  ["a dtype that is a number", file({ a: { ...f32(0, 4), dtype: 1 } }, 4), 'in the dtype of tensor "a", a string was expected at character 14, not "1"'],
  ["a negative size", file({ a: f32(0, 4, [-1]) }, 4), 'the sizes of tensor "a" must be integers from 0 to 2**53 - 1, but one is "-1"'],
  ["a fractional size", file({ a: f32(0, 4, [0.5]) }, 4), 'the sizes of tensor "a" must be integers from 0 to 2**53 - 1, but one is "0.5"'],
  ["an exponent", file('{"a":{"shape":[1e0]}}'), 'the sizes of tensor "a" must be integers from 0 to 2**53 - 1, but one is "1e0"'],
  ["a leading zero", file('{"a":{"shape":[01]}}'), 'the sizes of tensor "a" must be integers from 0 to 2**53 - 1, but one is "01"'],
  ["a size of 2**53", file('{"a":{"shape":[9007199254740992]}}'), 'but one is "9007199254740992"'],
  ["a size of null", file({ a: { ...f32(0, 4), shape: [null] } }, 4), 'but one is "null"'],
  ["an empty item", file('{"a":{"shape":[1,]}}'), 'in the sizes of tensor "a", an integer was expected at character 17, not "]"'],
  ["nested lists", file(`{"a":{"shape":${"[".repeat(100000)}`), 'in the sizes of tensor "a", an integer was expected at character 15, not "["'],
  ["a product that overflows", file({ a: f32(0, 4, [huge, huge]) }, 4), 'tensor "a" has the shape [134217728, 134217728], which is too large for any file'],
  ["bytes that overflow", file({ a: f32(0, 4, [big]) }, 4), `tensor "a" has the shape [${big}], which is too large for any file`],
  ["an overflow behind a 0", file({ a: f32(0, 0, [0, big, big]) }), "which is too large for any file"],
  ["a long shape", file({ a: f32(0, 4, Array(20).fill(big)) }, 4), `[${Array(8).fill(big).join(", ")}, …], which is too large`],
  ["one offset", file({ a: { ...f32(0, 4), data_offsets: [0] } }, 4), 'tensor "a" has the data_offsets [0], which are not a begin and an end'],
  ["three offsets", file({ a: { ...f32(0, 4), data_offsets: [0, 4, 8] } }, 4), 'tensor "a" has the data_offsets [0, 4, 8]'],
  ["an end before the begin", file({ a: f32(4, 0, [1]) }, 4), 'tensor "a" has the data_offsets [4, 0], which are not a begin and an end'],
  ["too few bytes for a shape", file({ a: f32(0, 4, [2]) }, 4), 'tensor "a" needs 8 bytes for F32 numbers of shape [2], but its data_offsets [0, 4] give it 4'],
  ["bytes that are no multiple of a number", file({ a: f32(0, 6, [1]) }, 6), 'tensor "a" needs 4 bytes for F32 numbers of shape [1], but its data_offsets [0, 6] give it 6'],
  ["a gap at the start", file({ a: f32(4, 8) }, 8), "the bytes 0 to 4 of the data belong to no tensor"],
  ["a gap between tensors", file({ a: f32(0, 4), b: f32(8, 12) }, 12), "the bytes 4 to 8 of the data belong to no tensor"],
  ["an overlap", file({ b: f32(4, 12), a: f32(0, 8) }, 12), 'tensor "b" begins at byte 4 of the data, but tensor "a" ends at 8: they overlap'],
  ["the same bytes twice", file({ a: f32(0, 8), b: f32(0, 8) }, 8), "they overlap"],
  ["an empty tensor inside another", file({ a: f32(0, 8), b: f32(4, 4) }, 8), 'tensor "b" begins at byte 4 of the data, but tensor "a" ends at 8: they overlap'],
  ["truncated data", file({ a: f32(0, 8) }, 7), 'tensor "a" ends at byte 8 of the data, which has 7: the file is truncated'],
  ["data behind the last tensor", file({ a: f32(0, 8) }, 9), 'tensor "a" ends at byte 8 of the data, which goes on to 9'],
  ["data without tensors", file({}, 3), "the header ends at byte 0 of the data, which goes on to 3"],
  ["an 8 PB tensor in a small file", file({ a: f32(0, 2 ** 52) }, 8), 'tensor "a" ends at byte 4503599627370496 of the data, which has 8: the file is truncated'],
]; // biome-ignore format: one row per file

describe("readSafetensors(bytes) refuses", () => {
  test.each(refused)("%s", (_, bytes, sentence) => {
    let error: unknown;
    try {
      readSafetensors(bytes);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(SafetensorsError);
    expect((error as Error).name).toBe("SafetensorsError");
    expect((error as Error).message).toContain(sentence);
    expect((error as Error).message).toMatch(/^readSafetensors: .{1,500}\.$/);
  });

  test("broken UTF-8", () => {
    const bytes = file('{"a":{}}');
    bytes[10] = 0xff;
    expect(() => readSafetensors(bytes)).toThrow("readSafetensors: the header is not valid UTF-8.");
  });

  test("a long name, which it cuts", () => {
    expect(() => readSafetensors(file(`{"${"x".repeat(1e6)}":{}}`))).toThrow(
      `readSafetensors: tensor "${"x".repeat(60)}…" lacks one of dtype, shape and data_offsets.`,
    );
  });

  test("what is not a Uint8Array", () => {
    for (const bytes of [undefined, "text", new ArrayBuffer(8)]) {
      expect(() => readSafetensors(bytes as never)).toThrow(
        "readSafetensors: expected a Uint8Array; make one of",
      );
    }
  });
});
