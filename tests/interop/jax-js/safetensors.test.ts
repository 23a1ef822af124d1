// Files go from here to jax-js's loader, and what it reads is what readSafetensors reads. It writes none itself.
import { readFileSync } from "node:fs";
import { tensor } from "@outgrad/engine";
import * as nn from "@outgrad/nn";
import { expect, it } from "vitest";

// Node 20 has no Float16Array, which jax-js reads F16 into, and asks `instanceof` of every input: the raw bits will do.
if (!("Float16Array" in globalThis))
  Object.assign(globalThis, { Float16Array: class extends Uint16Array {} });
const { safetensors } = await import("@jax-js/loaders");

type Read = Record<string, { dtype: string; shape: readonly number[]; data: ArrayBufferView }>;
const hex = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString("hex");
/** The bits of all tensors by name. */
const bits = (tensors: Read) =>
  Object.fromEntries(
    Object.entries(tensors).map(([name, { dtype, shape, data }]) => [name, [dtype, shape, hex(data)]]),
  );

const golden = (name: string) => {
  const file = new URL(`../../../packages/nn/golden/safetensors/${name}.safetensors`, import.meta.url);
  return Uint8Array.from(readFileSync(file));
};
const file = golden("by-package-without-bf16");
const { tensors, metadata } = nn.readSafetensors(file);
const { f16, ...others } = tensors;
// jax-js's tensors are in an object with a prototype, where __proto__ is no name: it loses such a tensor.
const { ["__proto__"]: lost, ...known } = others;

it("both read the same bits from a file of the package safetensors", () => {
  const theirs = safetensors.parse(file);
  const { f16: halves, ...found } = theirs.tensors as Read;
  expect(bits(found)).toEqual(bits(known));
  expect(hex(halves?.data as ArrayBufferView)).toBe("00000080003e00c0007c00fc007e0004");
  expect(Array.from(f16?.data as Float32Array)).toEqual([0, -0, 1.5, -2, Infinity, -Infinity, NaN, 2 ** -14]);
  expect(theirs.metadata).toEqual({ ...metadata });
  expect(lost?.data).toEqual(Uint8Array.of(7));
});

it("jax-js reads what writeSafetensors writes, bit for bit: every format that both know, names and metadata", () => {
  const formats = new Set(Object.values(known).map(({ dtype }) => dtype));
  expect([...formats].sort().join(" ")).toBe("BOOL F32 F64 I16 I32 I64 I8 U16 U32 U64 U8");
  const theirs = safetensors.parse(nn.writeSafetensors(known, metadata) as Uint8Array<ArrayBuffer>);
  expect(bits(theirs.tensors as Read)).toEqual(bits(known));
  expect(theirs.metadata).toEqual({ ...metadata });
});

it("a net that was trained here gives in jax-js the same outputs, and arrays of jax-js come back bit for bit", async () => {
  const net = new nn.Sequential(
    new nn.Linear(3, 8, { seed: 1, dtype: "float32" }),
    new nn.Tanh(),
    new nn.Linear(8, 2, { seed: 2, dtype: "float32" }),
  );
  const x = tensor([[0.5, -1, 2], [1, 0.25, -0.5]], { dtype: "float32" }); // biome-ignore format: a matrix
  const optimizer = new nn.Adam(net.parameters(), { lr: 0.05 });
  for (let step = 0; step < 20; step++) {
    optimizer.zeroGrad();
    net.forward(x).square().mean().backward();
    optimizer.step();
  }
  const jax = await import("@jax-js/jax");
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  const { numpy: np } = jax;
  const written = nn.writeSafetensors(net.stateDict()) as Uint8Array<ArrayBuffer>;
  const loaded = safetensors.toNested(safetensors.parse(written).tensors);
  const array = ({ data, shape }: { data: Float32Array; shape: number[] }) =>
    np.array(data, { dtype: np.float32 }).reshape(shape);
  const linear = (input: InstanceType<typeof np.Array>, layer: { weight: never; bias: never }) =>
    np.matmul(input, np.transpose(array(layer.weight))).add(array(layer.bias));
  const hidden = np.tanh(linear(array({ data: x.data as Float32Array, shape: [2, 3] }), loaded[0]));
  const output = linear(hidden, loaded[2]);
  const found = (await output.data()) as Float32Array;
  const wanted = net.forward(x).data;
  expect(found.length).toBe(4);
  for (const [i, y] of found.entries()) expect(Math.abs(y - (wanted[i] as number))).toBeLessThan(1e-6);
  const file = nn.writeSafetensors({ output: { dtype: "F32", shape: [2, 2], data: found } });
  expect(hex(nn.readSafetensors(file).tensors.output?.data as Float32Array)).toBe(hex(found));
});
