import { checkOptions, isTensor, type Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { checkFlag } from "../optim/range.js";
import { quoted } from "../quoted.js";
import { shown } from "../shown.js";
import { OnnxError } from "./error.js";
import { type FloatType, Graph } from "./export/graph.js";
import {
  axesOf,
  batchAxes,
  type DynamicAxes,
  inputsOf,
  type OnnxInputs,
  resized,
  symbolsOf,
} from "./export/inputs.js";
import { integersIn } from "./export/integers.js";
import { programOf, type Recording } from "./export/program.js";
import { type Exportable, record, withNumbersHere } from "./export/record.js";
import type { Axis } from "./export/symbols.js";
import { withTensors } from "./export/tensors-of-values.js";
import { writeFile } from "./export/write-file.js";
import { writeSteps } from "./export/write-steps.js";

/** Options of exportOnnx. */
export interface ExportOptions {
  /** The format of all numbers in the file; "float32" by default, which is what every runtime computes with. */
  readonly dtype?: FloatType;
  /** Names of the inputs; "input" by default, or "input_0", "input_1", ... */
  readonly inputNames?: readonly string[];
  /** Names of the outputs; by default "output", or the keys of the object that forward returns. */
  readonly outputNames?: readonly string[];
  /** Whether the first axis may have any size, called "batch"; true by default. Without meaning beside dynamicAxes. */
  readonly dynamicBatch?: boolean;
  /** Names for axes that may have any size, such as { input: { 0: "batch", 1: "time" } }. */
  readonly dynamicAxes?: DynamicAxes;
  /** Who has made the file; "outgrad" by default. */
  readonly producerName?: string;
  /** What the graph is called; the name of the model's class by default. */
  readonly name?: string;
}

const names = [
  "dtype",
  "inputNames",
  "outputNames",
  "dynamicBatch",
  "dynamicAxes",
  "producerName",
  "name",
] satisfies (keyof ExportOptions)[];

/**
 * Writes a trained model as an ONNX file (opset 17), which onnxruntime and many other programs run.
 *
 * The example is a Tensor like those that forward takes, or a list of them; only its shape counts. `forward` is called in
 * evaluation mode with Tensors that hold no numbers, and each op that it applies is written: layers, ops on Tensors, ops of
 * `defineOp`. So whatever the model computes from Tensors can be exported, and nothing that looks at numbers. Parameters and
 * buffers keep their names of the state dict. An input that is only used as indices, as of an Embedding, is int64. `MLP`,
 * `Layer` and `Neuron` take a batch of samples, [n, nin].
 *
 * The first axis may have any size. To find out how the graph depends on it, forward is called for three of them.
 *
 * @example
 * const net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
 * const bytes = exportOnnx(net, zeros([1, 2]));
 * importOnnx(bytes).forward(ones([5, 2])).shape // => [5, 1]
 *
 * @throws OnnxError for a model that ONNX cannot express, naming the op or the axis. The model is as it was.
 */
export function exportOnnx(
  model: Module,
  example: Tensor | readonly Tensor[],
  options: ExportOptions = {},
): Uint8Array {
  checkOptions("exportOnnx", options, names);
  const { dtype = "float32", dynamicBatch = true, dynamicAxes } = options;
  if (dtype !== "float32" && dtype !== "float64") {
    throw new TypeError(`exportOnnx: dtype is "float32" or "float64"; got ${shown(dtype)}.`);
  }
  checkFlag("exportOnnx: dynamicBatch", dynamicBatch);
  if (!(model instanceof Module)) throw new TypeError(`exportOnnx: expected a Module, got ${shown(model)}.`);
  const inputs = inputsOf(example, options.inputNames);
  const net = exportable(withTensors(model));
  const leaves = new Map([...net.namedParameters(), ...net.namedBuffers()] as [string, Tensor][]);
  const axes = dynamicAxes ? axesOf(inputs, dynamicAxes) : dynamicBatch ? batchAxes(inputs) : [];
  const symbols = symbolsOf(inputs, axes);
  const recordings = withNumbersHere(leaves, () =>
    symbols.sizes.map((sizes) => recordWith(net, inputs, axes, sizes, leaves)),
  );
  const program = programOf(recordings as [Recording, ...Recording[]]);
  const outputNames = options.outputNames ?? program.outputs.map(([name]) => name);
  if (outputNames.length !== program.outputs.length) {
    throw new OnnxError(
      `exportOnnx: outputNames has ${outputNames.length} names for ${program.outputs.length} outputs.`,
    );
  }
  const inputNames = inputs.map(({ name }) => name);
  checkNames([...inputNames, ...outputNames, ...leaves.keys()]);
  const graph = new Graph(dtype, symbols, [...inputNames, ...outputNames, ...leaves.keys()]);
  const integers = integersIn(program, inputNames);
  for (const name of integers.inputs) graph.addInteger(name);
  const results = writeSteps(graph, program, integers.steps);
  const { producerName = "outgrad", name = model.constructor.name } = options;
  return writeFile(
    graph,
    {
      name,
      producerName,
      inputs: inputs.map((input) => ({ ...input, axes: axes.filter((axis) => axis.input === input.name) })),
      outputs: program.outputs.map(([, { shape }], i) => ({
        name: outputNames[i] as string,
        result: results[i] as string,
        shape,
      })),
      leaves,
      buffers: new Set(net.namedBuffers().map(([name]) => name)),
    },
    symbols,
  );
}

/** What forward does where the dynamic axes have these sizes. */
function recordWith(
  net: Exportable,
  inputs: OnnxInputs,
  axes: readonly Axis[],
  sizes: Readonly<Record<string, number>>,
  leaves: ReadonlyMap<string, Tensor>,
): Recording {
  try {
    return record(net, resized(inputs, axes, sizes), leaves);
  } catch (error) {
    if (axes.length === 0 || error instanceof OnnxError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new OnnxError(
      `exportOnnx: forward fails where the dynamic axes are ${JSON.stringify(sizes)}; give a larger example, leave an axis out ` +
        `of dynamicAxes, or say dynamicBatch: false. It says: ${why}`,
      { cause: error },
    );
  }
}

/** A model of Tensors with forward. */
function exportable(model: Module): Exportable {
  if (typeof (model as { forward?: unknown }).forward !== "function") {
    throw new OnnxError(`exportOnnx: ${model.constructor.name} has no method forward.`);
  }
  const value = model.parameters().find((parameter) => !isTensor(parameter));
  if (value !== undefined) {
    throw new OnnxError(
      `exportOnnx: ${model.constructor.name} has parameters that are Values; of those only MLP, Layer and Neuron can be ` +
        "written, others as a Module of Tensors.",
    );
  }
  return model as Exportable;
}

function checkNames(all: readonly string[]): void {
  const wrong = all.find((name) => typeof name !== "string" || name === "");
  if (wrong !== undefined)
    throw new OnnxError(`exportOnnx: an input or output needs a name; got ${shown(wrong)}.`);
  const twice = all.find((name, i) => all.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new OnnxError(
      `exportOnnx: ${quoted(twice)} is the name of two values; give others in inputNames or outputNames.`,
    );
  }
}
