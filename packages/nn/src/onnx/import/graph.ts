import { quoted } from "../../quoted.js";
import { OnnxError } from "../error.js";
import type { GraphProto, ValueProto } from "../proto/schema.js";
import { type Held, heldTensor, kindOf } from "./held.js";
import { type Handler, Node } from "./node.js";
import { handlerFor } from "./ops/index.js";

/** An input or an output of a model. */
export interface OnnxValue {
  readonly name: string;
  /** Its sizes: a number, the name of an axis that may have any size, or "" where nothing is known; undefined if no dim is. */
  readonly shape: readonly (number | string)[] | undefined;
  /** ONNX's number for the format: 1 is float, 7 int64, 11 double. */
  readonly dataType: number;
}

/** A graph that was read and looked through: every name is known before it is used, and every op. */
export interface Graph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly initializers: ReadonlyMap<string, Held>;
  readonly nodes: readonly (readonly [node: Node, handler: Handler])[];
}

/** Reads a graph. Throws a sentence for one that cannot be computed here. */
export function readGraph(proto: GraphProto, opset: number): Graph {
  if (proto.sparseInitializer !== undefined)
    throw new OnnxError("importOnnx: sparse initializers cannot be read.");
  const initializers = new Map<string, Held>();
  for (const tensor of proto.initializer) {
    const { name = "" } = tensor;
    if (name === "" || initializers.has(name))
      throw new OnnxError(`importOnnx: two initializers are called ${quoted(name)}.`);
    initializers.set(
      name,
      said("importOnnx", () => heldTensor(tensor)),
    );
  }
  // Old files list the initializers among the inputs.
  const inputs = proto.input.map(describedValue).filter(({ name }) => !initializers.has(name));
  const known = new Set([...initializers.keys(), ...inputs.map(({ name }) => name)]);
  if (known.size !== initializers.size + inputs.length)
    throw new OnnxError("importOnnx: two inputs have the same name.");
  const nodes = proto.node.map((found) => {
    const node = new Node(found, opset);
    const { domain = "" } = found;
    if (domain !== "" && domain !== "ai.onnx") {
      throw new OnnxError(
        `importOnnx: ${node.where} is an op of ${quoted(domain)}, which is not known here.`,
      );
    }
    if (node.hasGraph) {
      throw new OnnxError(
        `importOnnx: ${node.where} has a graph inside, and control flow cannot be read; export a model without If and Loop.`,
      );
    }
    const handler = handlerFor(node.opType);
    if (handler === undefined) throw new OnnxError(`importOnnx: the op of ${node.where} is not known here.`);
    const missing = node.inputNames.find((name) => name !== "" && !known.has(name));
    if (missing !== undefined) {
      throw new OnnxError(
        `importOnnx: ${node.where} reads ${quoted(missing)}, which nothing before it gives.`,
      );
    }
    for (const name of node.outputNames) {
      if (name !== "" && known.has(name))
        throw new OnnxError(`importOnnx: ${quoted(name)} is the result of two nodes.`);
      known.add(name);
    }
    return [node, handler] as const;
  });
  const outputs = proto.output.map(describedValue);
  const lost = outputs.find(({ name }) => name === "" || !known.has(name));
  if (lost !== undefined) throw new OnnxError(`importOnnx: nothing gives the output ${quoted(lost.name)}.`);
  if (outputs.length === 0) throw new OnnxError("importOnnx: the graph has no output.");
  return { inputs, outputs, initializers, nodes };
}

function describedValue({ name = "", type: [type] }: ValueProto): OnnxValue {
  const [found] = type?.tensorType ?? [];
  const dataType = found?.elemType ?? 0;
  if (kindOf(dataType) === undefined) {
    throw new OnnxError(`importOnnx: ${quoted(name)} is no tensor of float, double, bool or integers.`);
  }
  const dims = found?.shape[0]?.dim;
  const shape = dims?.map(({ value, param = "" }) => value ?? param);
  return { name, shape, dataType };
}

/** Does something, with a name before what it may complain about. */
export function said<Result>(where: string, body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    const isOurs = error instanceof OnnxError || error instanceof RangeError || error instanceof TypeError;
    if (!isOurs) throw error;
    const { message } = error;
    throw new OnnxError(`${where}: ${message}${message.endsWith(".") ? "" : "."}`, { cause: error });
  }
}
