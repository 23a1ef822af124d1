import type { Tensor } from "@outgrad/engine";
import { numbersOf } from "../../elsewhere.js";
import {
  dataTypes,
  modelSchema,
  type NodeToWrite,
  type TensorToWrite,
  type ValueToWrite,
} from "../proto/schema.js";
import { writeMessage } from "../proto/write.js";
import type { Graph } from "./graph.js";
import type { Input } from "./inputs.js";
import { type Size, Varying } from "./size.js";
import type { Axis, Symbols } from "./symbols.js";

/** LayerNormalization came with 17, which is also the highest that PyTorch 1.13 writes: what is of 2022 or later reads it. */
const opset = 17;
/** The version of the file format that came with that opset. */
const irVersion = 8;

/** The key under which a file says which initializers are buffers, by their names, one on a line. */
export const buffersKey = "outgrad.buffers";

/** What stands around the nodes of a graph. */
export interface Description {
  readonly name: string;
  readonly producerName: string;
  readonly inputs: readonly (Input & { readonly axes: readonly Axis[] })[];
  readonly outputs: readonly {
    readonly name: string;
    readonly result: string;
    readonly shape: readonly Size[];
  }[];
  readonly leaves: ReadonlyMap<string, Tensor>;
  readonly buffers: ReadonlySet<string>;
}

/** The file: the nodes of a graph, its inputs and outputs, and the leaves that nodes read. */
export function writeFile(graph: Graph, description: Description, symbols: Symbols): Uint8Array {
  const { name, producerName, inputs, outputs, leaves, buffers } = description;
  const node = renamed(graph, outputs, new Set([...leaves.keys(), ...inputs.map((input) => input.name)]));
  const read = new Set(node.flatMap(({ input = [] }) => input));
  const used = [...leaves].filter(([leaf]) => read.has(leaf));
  const kept = used.filter(([leaf]) => buffers.has(leaf)).map(([leaf]) => leaf);
  const found = {
    name,
    node,
    initializer: used.map(([leaf, tensor]) => initializer(graph, leaf, tensor)),
    input: inputs.map(({ name: input, shape, axes }) => {
      const dims = shape.map((size, dim) => axes.find((axis) => axis.dim === dim)?.name ?? size);
      return describeValue(input, graph.isInteger(input) ? dataTypes.int64 : graph.floatType, dims);
    }),
    output: outputs.map((output) =>
      describeValue(
        output.name,
        graph.floatType,
        output.shape.map((size) => nameOf(size, symbols)),
      ),
    ),
  };
  const model = {
    irVersion,
    producerName,
    graph: [found],
    opset: [{ domain: "", version: opset }],
    metadata: kept.length === 0 ? [] : [{ key: buffersKey, value: kept.join("\n") }],
  };
  return writeMessage<typeof modelSchema>(model, modelSchema);
}

/** The nodes with the outputs' names in the places of their results; what is an output twice, or no result, is copied. */
function renamed(
  graph: Graph,
  outputs: Description["outputs"],
  others: ReadonlySet<string>,
): readonly NodeToWrite[] {
  const own = new Map<string, string>();
  for (const { name, result } of outputs) {
    const isTaken = own.has(result) || others.has(result);
    const target = isTaken ? graph.node("Identity", [result]) : result;
    own.set(target, name);
  }
  const nameOf = (name: string): string => own.get(name) ?? name;
  return graph.nodes.map((node) => ({
    ...node,
    input: node.input?.map(nameOf) ?? [],
    output: node.output?.map(nameOf) ?? [],
  }));
}

function initializer(graph: Graph, name: string, tensor: Tensor): TensorToWrite {
  const numbers = numbersOf("exportOnnx", name, tensor);
  const rawData = new Uint8Array(
    (graph.dtype === "float64" ? Float64Array : Float32Array).from(numbers).buffer,
  );
  return { dims: [...tensor.shape], dataType: graph.floatType, name, rawData };
}

/** A size as a shape says it: a number, the name of an axis, or nothing. */
function nameOf(size: Size, symbols: Symbols): number | string {
  if (!(size instanceof Varying)) return size;
  const { factor, names, offset } = symbols.expression(size);
  return factor === 1 && offset === 0 && names.length === 1 ? (names[0] as string) : "";
}

function describeValue(name: string, elemType: number, dims: readonly (number | string)[]): ValueToWrite {
  const dim = dims.map((size) =>
    typeof size === "number" ? { value: size } : size === "" ? {} : { param: size },
  );
  return { name, type: [{ tensorType: [{ elemType, shape: [{ dim }] }] }] };
}
