import { readMessage } from "../../src/onnx/proto/read.js";
import {
  attributeTypes,
  dataTypes,
  type Message,
  modelSchema,
  type NodeToWrite,
} from "../../src/onnx/proto/schema.js";
import { writeMessage } from "../../src/onnx/proto/write.js";

type Model = Message<typeof modelSchema>;
type Graph = NonNullable<Model["graph"]>[number];

/** What a file holds. */
export const contentOf = (bytes: Uint8Array) => readMessage(bytes, modelSchema);

/** The nodes of a file but for constants, each as its type. */
export const opTypes = (bytes: Uint8Array): (string | undefined)[] => {
  const types = contentOf(bytes).graph[0]?.node.map(({ opType }) => opType) ?? [];
  return types.filter((type) => type !== "Constant");
};

const value = (name: string, dims: readonly (number | string)[], elemType: number = dataTypes.float32) => ({
  name,
  type: [
    {
      tensorType: [
        {
          elemType,
          shape: [
            { dim: dims.map((size) => (typeof size === "number" ? { value: size } : { param: size })) },
          ],
        },
      ],
    },
  ],
});

/** A file with these nodes between x [n, 2] and y; what is given more is put in the places of its own. */
export function file(node: readonly NodeToWrite[], graph: Graph = {}, model: Model = {}): Uint8Array {
  return writeMessage<typeof modelSchema>(
    {
      irVersion: 8,
      opset: [{ domain: "", version: 17 }],
      graph: [{ name: "g", node, input: [value("x", ["n", 2])], output: [value("y", [])], ...graph }],
      ...model,
    },
    modelSchema,
  );
}

/** A node from x, or other inputs, to y. */
export const node = (opType: string, more: Partial<NodeToWrite> = {}): NodeToWrite => ({
  opType,
  input: ["x"],
  output: ["y"],
  ...more,
});

/** An initializer of float32. */
export const floats = (name: string, dims: readonly number[], numbers: readonly number[]) => ({
  name,
  dims,
  dataType: dataTypes.float32,
  rawData: new Uint8Array(Float32Array.from(numbers).buffer),
});

/** An initializer of integers. */
export const integers = (name: string, numbers: readonly number[]) => ({
  name,
  dims: [numbers.length],
  dataType: dataTypes.int64,
  int64Data: numbers,
});

/** An attribute that is an integer. */
export const integer = (name: string, i: number) => ({ name, i, type: attributeTypes.int });
