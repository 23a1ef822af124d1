import { shown } from "../shown.js";
import { OnnxError } from "./error.js";
import { buffersKey } from "./export/write-file.js";
import { type Graph, readGraph } from "./import/graph.js";
import { OnnxModel } from "./import/onnx-model.js";
import { readMessage } from "./proto/read.js";
import { modelSchema } from "./proto/schema.js";

/** The opsets whose ops have the meaning that is known here. */
const opsets = [7, 24] as const;

/**
 * Reads an ONNX file as a Module of Tensors: what `exportOnnx` writes, and what PyTorch's exporter and others write for
 * feed-forward nets, convolutional nets and transformers.
 *
 * Initializers become parameters, or buffers where they are the running numbers of a batch norm, and can be trained.
 * Dropout does nothing, and batch norm uses its running numbers: the file says how the model is used, not how it was trained.
 *
 * The bytes may come from anywhere. Every size is checked against them before there is an array for it, messages are no
 * deeper than the format's own, and no text of the file names a field of an object other than the model itself.
 *
 * @example
 * const net = new Sequential(new Linear(2, 3), new ReLU());
 * const copy = importOnnx(exportOnnx(net, zeros([1, 2])));
 * copy.namedParameters().map(([name]) => name) // => [ '0.weight', '0.bias' ]
 *
 * @throws OnnxError, one sentence, for bytes that are no ONNX file, for an op that is not known here, for control flow, and
 * for numbers in other files.
 */
export function importOnnx(bytes: Uint8Array): OnnxModel {
  if (!(bytes instanceof Uint8Array))
    throw new TypeError(`importOnnx: expected a Uint8Array, got ${shown(bytes)}.`);
  const model = readMessage(bytes, modelSchema);
  const [proto, more] = model.graph;
  if (proto === undefined || more !== undefined)
    throw new OnnxError("importOnnx: this is no ONNX file: it has no graph.");
  if (model.functions !== undefined)
    throw new OnnxError("importOnnx: functions inside a file cannot be read.");
  const opset = model.opset.find(({ domain = "" }) => domain === "" || domain === "ai.onnx")?.version ?? 1;
  if (opset < opsets[0] || opset > opsets[1]) {
    throw new OnnxError(`importOnnx: the opset is ${opset}; ${opsets[0]} to ${opsets[1]} can be read.`);
  }
  const graph = readGraph(proto, opset);
  const listed = model.metadata.find(({ key }) => key === buffersKey)?.value?.split("\n") ?? [];
  return new OnnxModel(graph, new Set([...listed, ...runningNumbers(graph)]));
}

/** The means and variances of batch norms. */
const runningNumbers = ({ nodes }: Graph): string[] =>
  nodes.flatMap(([{ opType, inputNames }]) =>
    opType === "BatchNormalization" ? inputNames.slice(3, 5) : [],
  );
