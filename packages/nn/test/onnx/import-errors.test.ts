import { tensor, zeros } from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import { importOnnx, OnnxError } from "../../src/onnx/index.js";
import { file, floats, integer, integers, node } from "./files.js";

const x = tensor([[1, -2]]);

describe("importOnnx(bytes) says in one sentence what is wrong:", () => {
  it.each<[string, Uint8Array, string]>([
    ["no bytes", new Uint8Array(0), "this is no ONNX file: it has no graph."],
    ["text", new TextEncoder().encode("<html>no model</html>"), "this is no ONNX file: "],
    [
      "half a file",
      file([node("Relu")]).slice(0, 40),
      "this is no ONNX file: it ends in the middle of a field.",
    ],
    ["an op that nobody knows", file([node("Fold", { name: "f" })]), 'the op of Fold "f" is not known here.'],
    [
      "an op of somebody else",
      file([node("Gelu", { domain: "com.microsoft" })]),
      'is an op of "com.microsoft"',
    ],
    [
      "control flow",
      file([node("If", { attribute: [{ name: "then_branch", graph: Uint8Array.of(1) }] })]),
      'If "y" has a graph inside, and control flow cannot be read; export a model without If and Loop.',
    ],
    [
      "numbers in another file",
      file([node("Relu")], { initializer: [{ ...floats("w", [1], [1]), dataLocation: 1 }] }),
      'the tensor "w" has its numbers in another file; save the model with all of them in one.',
    ],
    [
      "a tensor with fewer numbers than its shape says",
      file([node("Relu")], { initializer: [floats("w", [1000000], [1])] }),
      'the tensor "w" has the shape [1000000] and so 1000000 numbers, but the file has 1.',
    ],
    [
      "a shape beyond all memory",
      file([node("Relu")], { initializer: [floats("w", [2 ** 40, 2 ** 40], [1])] }),
      'the tensor "w" has the shape [1099511627776, 1099511627776] and so 1.2089258196146292e+24 numbers, but the file has 1.',
    ],
    [
      "a size below 0",
      file([node("Relu")], { initializer: [floats("w", [-1], [1])] }),
      'the tensor "w" has a size of -1.',
    ],
    [
      "half floats",
      file([node("Relu")], {
        initializer: [{ name: "w", dims: [1], dataType: 10, rawData: Uint8Array.of(0, 0) }],
      }),
      'the tensor "w" has the format 10; float, double, bool and integers can be read.',
    ],
    [
      "an input from nowhere",
      file([node("Relu", { input: ["z"] })]),
      'Relu "y" reads "z", which nothing before it gives.',
    ],
    ["a result twice", file([node("Relu"), node("Tanh")]), '"y" is the result of two nodes.'],
    ["an output from nowhere", file([]), 'nothing gives the output "y".'],
    [
      "an old opset",
      file([node("Relu")], {}, { opset: [{ version: 6 }] }),
      "the opset is 6; 7 to 24 can be read.",
    ],
    [
      "functions",
      file([node("Relu")], {}, { functions: Uint8Array.of(0) }),
      "functions inside a file cannot be read.",
    ],
  ])("%s", (_, bytes, sentence) => {
    let error: unknown;
    try {
      importOnnx(bytes);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(OnnxError);
    expect((error as Error).message).toContain(sentence);
    expect((error as Error).message).toMatch(/^importOnnx: [^\n]+\.$/);
  });

  it("what is no Uint8Array", () => {
    expect(() => importOnnx("model.onnx" as never)).toThrow(
      'importOnnx: expected a Uint8Array, got "model.onnx".',
    );
  });
});

describe("forward(x) of a model from a file", () => {
  it("names the node that does not fit", () => {
    const model = importOnnx(
      file([node("MatMul", { name: "m", input: ["x", "w"] })], {
        initializer: [floats("w", [3, 1], [1, 2, 3])],
      }),
    );
    expect(() => model.forward(x)).toThrow(
      'OnnxModel.forward: MatMul "m": matmul: the shapes [1, 2] and [3, 1] do not fit together: 2 columns meet 3 rows.',
    );
  });

  it("refuses inputs of another shape or number", () => {
    const model = importOnnx(file([node("Relu")]));
    expect(() => model.forward(zeros([3]))).toThrow(
      "OnnxModel.forward: expected x of shape [n, 2], got [3].",
    );
    expect(() => model.forward()).toThrow("OnnxModel.forward: expected 1 inputs (x), got 0.");
    expect(() => model.forward(1 as never)).toThrow("OnnxModel.forward: expected a Tensor as x, got 1.");
  });

  it("makes no result that cannot be meant", () => {
    const model = importOnnx(
      file([node("Expand", { input: ["x", "s"] })], { initializer: [integers("s", [2 ** 30, 2 ** 30, 2])] }),
    );
    expect(() => model.forward(x)).toThrow(
      "the result has the shape [1073741824, 1073741824, 2], more numbers than fit.",
    );
  });

  it("says which attribute it cannot follow", () => {
    const model = importOnnx(
      file([node("CumSum", { input: ["x", "d"], attribute: [integer("exclusive", 1)] })], {
        initializer: [integers("d", [1])],
      }),
    );
    expect(() => model.forward(x)).toThrow('CumSum "y": sums without the own number cannot be taken.');
  });
});

it("names of a file are only names: no prototype changes, and no method of the model is hidden", () => {
  const names = ["__proto__", "constructor", "forward", "training", "parameters", "inputs", "stateDict"];
  const bytes = file([node("Relu")], { initializer: names.map((name, i) => floats(name, [1], [i])) });
  const model = importOnnx(bytes);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(model.forward(x).toArray()).toEqual([[1, 0]]);
  expect(model.namedParameters().map(([name]) => name)).toEqual([
    "___proto__",
    "_constructor",
    "_forward",
    "_training",
    "_parameters",
    "_inputs",
    "_state_dict",
  ]);
});
