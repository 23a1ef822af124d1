import { zeros } from "@outgrad/engine";
import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile } from "../../../tools/fuzz/text.ts";
import { Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential, Softmax, Tanh } from "../src/index.js";
import { exportOnnx, importOnnx, OnnxError } from "../src/onnx/index.js";

/** What a file says of its model. */
function read(input: Uint8Array): unknown {
  const model = importOnnx(input);
  const dict = model.stateDict();
  return [
    model.inputs,
    model.outputs,
    Object.entries(dict).map(([name, { shape, data }]) => [name, shape, data]),
  ];
}

export const target: Target = {
  share: 120_000,
  corpus: [
    exportOnnx(
      new Sequential(new Linear(2, 3, { seed: 1 }), new Tanh(), new Linear(3, 1, { seed: 2 })),
      zeros([1, 2]),
    ),
    exportOnnx(
      new Sequential(
        new Conv2d(1, 2, 3, { seed: 1 }),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Linear(8, 3, { seed: 2 }),
        new Softmax(-1),
      ),
      zeros([1, 1, 6, 6]),
    ),
  ],
  words: [
    ...hostile,
    "Gemm",
    "MatMul",
    "Add",
    "Conv",
    "If",
    "Loop",
    "Constant",
    "Reshape",
    "input",
    "output",
    "axis",
    "ai.onnx",
    "raw_data",
    "location",
    "../../etc/passwd",
    Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f),
    Uint8Array.of(0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
    Uint8Array.of(0x3a, 0x80, 0x80, 0x04),
    Uint8Array.of(0x4a, 4, 0, 0, 0x80, 0x3f),
    Uint8Array.of(0x0b),
    Uint8Array.of(0x0c),
    Uint8Array.of(0x12, 0),
    Uint8Array.of(0x0a, 0x02, 0x0a, 0x00),
    Uint8Array.of(0x10, 1),
    Uint8Array.of(0x10, 10),
    Uint8Array.of(0x10, 7),
    Uint8Array.of(0x0a, 0),
  ],
  read,
  refuses: (error) => error instanceof OnnxError && /^importOnnx: [^\n]{1,600}\.$/.test(error.message),
  // Nodes and names become objects: a few bytes of the file make one.
  room: 2_000_000,
};
