import { zeros } from "@outgrad/engine";
import { expect, test } from "vitest";
import { Sequential, Tanh } from "../../src/index.js";
import { exportOnnx, importOnnx } from "../../src/onnx/index.js";

test("importOnnx(bytes) quotes what is no name of an op, so that the sentence stays one line", () => {
  const bytes = exportOnnx(new Sequential(new Tanh()), zeros([1, 2]));
  const at = bytes.findIndex((_, i) => String.fromCharCode(...bytes.subarray(i, i + 4)) === "Tanh");
  bytes.set([10, 32, 34, 10], at);
  expect(() => importOnnx(bytes)).toThrow(/^importOnnx: the op of "\\n \\"\\n"[^\n]* is not known here\.$/);
});
