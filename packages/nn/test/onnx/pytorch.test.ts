import { readFileSync } from "node:fs";
import { type Tensor, tensor } from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import { importOnnx } from "../../src/onnx/index.js";

// Written by golden/onnx.py with PyTorch 1.13.
const golden = new URL("../../golden/", import.meta.url);

interface Example {
  readonly shape: number[];
  readonly x: number[];
  readonly outputShape: number[];
  readonly y: number[];
  readonly first: {
    readonly shape: number[];
    readonly x: number[];
    readonly gradients: Readonly<Record<string, number[]>>;
    readonly gradient: number[] | null;
  };
}

const examples = JSON.parse(readFileSync(new URL("onnx.json", golden), "utf8")) as Record<string, Example>;
const modelOf = (name: string) => importOnnx(readFileSync(new URL(`onnx/${name}.onnx`, golden)));

/** What the exporter folds, as a batch norm into the convolution before it, or transposes, under names of its own. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  convolutions: ["conv.weight", "conv.bias", "norm.weight", "norm.bias"],
  signal: ["3.weight", "3.bias"],
  attention: ["attention.in_proj_weight", "maps.0.weight", "maps.2.weight"],
};

const close = (found: ArrayLike<number>, expected: readonly number[], bound = 3e-6): void => {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  expect(Math.max(...expected.map((x, i) => Math.abs(x - (found[i] as number)))) / scale).toBeLessThan(bound);
};

describe.each(Object.keys(examples))("importOnnx(%s.onnx), as PyTorch wrote it,", (name) => {
  const example = examples[name] as Example;
  const given = ({ x, shape }: { x: number[]; shape: number[] }): Tensor =>
    tensor(Float32Array.from(x), { shape, requiresGrad: true }) as Tensor;

  it("gives PyTorch's outputs, for another batch too", () => {
    const y = modelOf(name).forward(given(example));
    expect(y.shape).toEqual(example.outputShape);
    close(y.data, example.y);
  });

  it("gives PyTorch's gradients", () => {
    const { gradients, gradient } = example.first;
    if (gradient === null && Object.keys(gradients).length === 0) throw new Error("nothing to compare");
    const model = modelOf(name);
    const x = given(example.first);
    model.forward(x).square().sum().backward();
    if (gradient) close(x.grad?.data ?? [], gradient, 1e-5);
    const parameters = new Map(model.namedParameters());
    const compared = Object.entries(gradients).filter(
      ([key, list]) => parameters.get(key)?.size === list.length,
    );
    const missing = Object.keys(gradients).filter((key) => !parameters.has(key));
    expect(missing).toEqual(renamed[name] ?? []);
    for (const [key, list] of compared) close(parameters.get(key)?.grad?.data ?? [], list, 1e-5);
  });
});

it("importOnnx keeps the running numbers of a batch norm as buffers", () => {
  const model = modelOf("convolutions");
  expect(model.namedBuffers().map(([name]) => name)).toEqual(["first.running_mean", "first.running_var"]);
  expect(model.inputs).toEqual([{ name: "x", shape: ["n", 2, 9, 8], dataType: 1 }]);
});
