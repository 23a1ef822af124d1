import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Tensor, tensor } from "@outgrad/engine";
import { expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { optimizerState, type PytorchData, writePytorch } from "../../src/pytorch/index.js";

// What golden/pytorch_back.py has read with PyTorch and with the package safetensors. A file that is missing is written:
// then run that script.
const file = (name: string): URL => new URL(`../../golden/pytorch-back/${name}`, import.meta.url);
function expectFile(name: string, bytes: Uint8Array): void {
  if (!existsSync(file(name)) && !process.env.CI) writeFileSync(file(name), bytes);
  expect(Buffer.compare(bytes, readFileSync(file(name))), name).toBe(0);
}

const floats = [0, -0, 1.5, Infinity, -Infinity, NaN];
const matrix: nn.StoredTensor = { dtype: "F32", shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) };
const tensors: Record<string, nn.StoredTensor> = {
  f64: { dtype: "F64", shape: [6], data: Float64Array.from(floats) },
  f32: { dtype: "F32", shape: [6], data: Float32Array.from(floats) },
  i64: { dtype: "I64", shape: [3], data: BigInt64Array.of(-(2n ** 63n), -1n, 2n ** 63n - 1n) },
  i32: { dtype: "I32", shape: [3, 1, 1], data: Int32Array.of(-(2 ** 31), -1, 2 ** 31 - 1) },
  i16: { dtype: "I16", shape: [3], data: Int16Array.of(-(2 ** 15), -1, 2 ** 15 - 1) },
  i8: { dtype: "I8", shape: [3], data: Int8Array.of(-128, -1, 127) },
  u8: { dtype: "U8", shape: [2], data: Uint8Array.of(0, 255) },
  bool: { dtype: "BOOL", shape: [2], data: Uint8Array.of(1, 0) },
  matrix,
  scalar: { dtype: "F64", shape: [], data: Float64Array.of(0.1) },
  empty: { dtype: "F32", shape: [3, 0, 2], data: new Float32Array(0) },
  tied: matrix,
  ["__proto__"]: { dtype: "U8", shape: [1], data: Uint8Array.of(7) },
};
const unsigned: Record<string, nn.StoredTensor> = {
  u16: { dtype: "U16", shape: [2], data: Uint16Array.of(0, 2 ** 16 - 1) },
  u32: { dtype: "U32", shape: [2], data: Uint32Array.of(0, 2 ** 32 - 1) },
  u64: { dtype: "U64", shape: [2], data: BigUint64Array.of(0n, 2n ** 64n - 1n) },
};

test("writePytorch(data) writes the bytes that torch.load has read: tensors and other data", () => {
  const limits = [2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2n ** 70n, -(2n ** 70n), 127n, 128n, -128n, -129n];
  const data: PytorchData = {
    tensors,
    numbers: [0, 255, 65536, -1, ...limits, 0.1, -0, Infinity, NaN],
    texts: ["", "ä🏋"],
    constants: [null, true, false],
    by_number: new Map<number | string, PytorchData>([[0, { step: 1 }], [-1, [[]]], ["a", {}]]),
  }; // biome-ignore format: lists
  expectFile("formats.pt", writePytorch(data));
  expectFile("state-dict.pt", writePytorch(tensors));
});

test("writeSafetensors(tensors) writes the bytes that the package safetensors has read", () => {
  const metadata = { format: "pt", ä: "🏋" };
  expectFile("formats.safetensors", nn.writeSafetensors({ ...tensors, ...unsigned }, metadata));
});

const { SGD, Adam, AdamW, RMSprop, Adagrad, Adadelta, NAdam, RAdam } = nn;

test("writePytorch(trainings) writes the bytes with which PyTorch has made the same next steps", () => {
  const x = tensor([[0.5, -1, 2], [1, 0.25, -0.5]]); // biome-ignore format: a matrix
  const y = tensor([[1, -1], [0.5, 2]]); // biome-ignore format: a matrix
  const kinds: Record<string, (parameters: Tensor[]) => nn.Optimizer> = {
    SGD: (p) => new SGD(p, { lr: 0.1, momentum: 0.9, dampening: 0.5, weightDecay: 0.01 }),
    Adam: (p) => new Adam(p, { lr: 0.1, amsgrad: true, betas: [0.8, 0.9] }),
    AdamW: (p) => new AdamW(p, { lr: 0.1, weightDecay: 0.3 }),
    RMSprop: (p) => new RMSprop(p, { lr: 0.02, centered: true, momentum: 0.5 }),
    Adagrad: (p) => new Adagrad(p, { lr: 0.3, lrDecay: 0.1, initialAccumulatorValue: 0.5 }),
    Adadelta: (p) => new Adadelta(p, { lr: 2, rho: 0.5 }),
    NAdam: (p) => new NAdam(p, { lr: 0.1 }),
    RAdam: (p) => new RAdam(p, { lr: 0.1, betas: [0.5, 0.6] }),
  };
  const cases = Object.entries(kinds).map(([kind, make]): PytorchData => {
    const net = new nn.Sequential(
      new nn.Linear(3, 4, { seed: 1 }),
      new nn.Tanh(),
      new nn.Linear(4, 2, { seed: 2 }),
    );
    const optimizer = make(net.parameters());
    const step = () => {
      const loss = net.forward(x).sub(y).square().mean();
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    };
    for (let i = 0; i < 4; i++) step();
    const stopped = { kind, model: net.stateDict(), optimizer: optimizerState(optimizer) };
    for (let i = 0; i < 3; i++) step();
    const of = (t: Tensor): PytorchData => ({
      dtype: "F64",
      shape: [...t.shape],
      data: t.data as Float64Array,
    });
    return { ...stopped, after: net.stateDict(), x: of(x), y: of(y) };
  });
  expectFile("trained.pt", writePytorch(cases));
});
