import { checkOptions, isTensor, type Tensor } from "@outgrad/engine";
import { Layer } from "../layer.js";
import { Linear } from "../layers/linear.js";
import { Sequential } from "../layers/sequential.js";
import { MLP } from "../mlp.js";
import { Module } from "../module.js";
import { Neuron } from "../neuron.js";
import { OnnxError } from "../onnx/error.js";
import { programOf } from "../onnx/export/program.js";
import { type Exportable, record } from "../onnx/export/record.js";
import { withTensors } from "../onnx/export/tensors-of-values.js";
import { checkFlag } from "../optim/range.js";
import { shown } from "../shown.js";
import { type Leaves, printSteps } from "./print.js";
import { product } from "./steps.js";
import { Writer } from "./writer.js";

/** Options of `toFunction`. */
export interface ToFunctionOptions {
  /** What the function is called; "predict" by default. */
  readonly name?: string;
  /** Whether the text has types; without them it is JavaScript. True by default. */
  readonly types?: boolean;
}

/** What no parameter is called. */
const input = "the input";

/**
 * A trained model as the source text of one function that needs nothing: a module of strict TypeScript without imports, with
 * the weights of now inside, that exports `predict(x)`. It takes the numbers of one sample or of any number of samples, one
 * after the other, and gives those of their results in the same way. Long lists of weights are written in base64.
 *
 * The example is a Tensor like those that forward takes, of any number of samples in its first dim; only its shape counts.
 * `MLP`, `Layer`, `Neuron`, `Linear` and a `Sequential` that begins with one need none. `forward` is recorded in evaluation
 * mode for a sample alone, so each sample must be computed without the others, and what is done must not depend on the
 * numbers; modules of your own may do that with any op that layers use. Numbers have the dtype of the model's parameters. In
 * float64 sums are taken in the order of the CPU here and functions are its portable ones, so `predict` gives the model's
 * bits; in float32 products are added in doubles, and rounded once.
 *
 * @example
 * const net = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
 * toFunction(net, zeros([1, 2])).includes("export function predict(x: ArrayLike<number>): Float64Array") // => true
 *
 * @throws TypeError for a model that cannot be printed, naming the op. The model is as it was.
 */
export function toFunction(model: Module, example?: Tensor, options: ToFunctionOptions = {}): string {
  checkOptions("toFunction", options, ["name", "types"]);
  const { name = "predict", types = true } = options;
  checkFlag("toFunction: types", types);
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new TypeError(`toFunction: expected a name for a function, got ${shown(name)}.`);
  }
  if (!(model instanceof Module)) throw new TypeError(`toFunction: expected a Module, got ${shown(model)}.`);
  const isScalar = model instanceof MLP || model instanceof Layer || model instanceof Neuron;
  const net = withTensors(model) as Exportable;
  const sample = sampleShape(model, example);
  const named = [...net.namedParameters(), ...net.namedBuffers()] as [string, Tensor][];
  const value = named.find(([, leaf]) => !isTensor(leaf));
  if (typeof net.forward !== "function" || value) {
    throw new TypeError(`toFunction: ${model.constructor.name} is no Module with a forward of Tensors.`);
  }
  const dtype = named[0]?.[1].dtype ?? example?.dtype ?? "float64";
  const program = recorded(net, new Map(named), [1, ...sample], dtype);
  const { shape } = program.outputs[0]?.[1] ?? { shape: [] };
  if (program.outputs.length !== 1 || shape[0] !== 1) {
    throw new TypeError(
      `toFunction: forward of one sample gives ${program.outputs.map(([, found]) => shown([...found.shape])).join(" and ")}; expected one Tensor whose first dim is that of the samples.`,
    );
  }
  const write = new Writer(dtype, types, isScalar ? Number.POSITIVE_INFINITY : 256, name);
  const leaves: Leaves = new Map(
    named.map(([key, leaf]) => [key, { numbers: leaf.data, shape: leaf.shape }]),
  );
  const result = printSteps(write, program, leaves, input);
  return assembled(write, name, { sample, shape: shape.slice(1) as number[], result, model });
}

function recorded(
  net: Exportable,
  leaves: ReadonlyMap<string, Tensor>,
  shape: readonly number[],
  dtype: Tensor["dtype"],
) {
  try {
    return programOf([record(net, [{ name: input, shape, dtype }], leaves)]);
  } catch (error) {
    if (!(error instanceof OnnxError)) throw error;
    throw new TypeError(error.message.replace(/^exportOnnx/, "toFunction"));
  }
}

/** The shape of one sample, where the model tells. */
function takenBy(model: unknown): readonly number[] | undefined {
  if (model instanceof MLP || model instanceof Layer) return [model.nin];
  if (model instanceof Neuron) return [model.weights.length];
  if (model instanceof Linear) return [model.inFeatures];
  return model instanceof Sequential ? takenBy(model[0]) : undefined;
}

/** The shape of one sample. */
function sampleShape(model: Module, example: Tensor | undefined): readonly number[] {
  const taken = example === undefined && takenBy(model);
  if (taken) return taken;
  if (!isTensor(example) || example.shape.length === 0) {
    throw new TypeError(
      `toFunction: expected an example of what ${model.constructor.name}.forward takes, with samples in its first dim, such as ` +
        `zeros([1, 4]); got ${isTensor(example) ? "a Tensor without dims" : shown(example)}.`,
    );
  }
  return example.shape.slice(1) as readonly number[];
}

interface Assembly {
  readonly sample: readonly number[];
  readonly shape: readonly number[];
  readonly result: string;
  readonly model: Module;
}

/** The whole text. */
function assembled(write: Writer, name: string, { sample, shape, result, model }: Assembly): string {
  const { arrays, functions } = write.around();
  const array = write.dtype === "float64" ? "Float64Array" : "Float32Array";
  const [size, found] = [product(sample), product(shape)];
  const body = write.lines.map((line) => `  ${line}\n`).join("");
  const none = /\bnone\b/.test(body) ? "const none = new Numbers(0);\n" : "";
  const typed = write.typed("x: Numbers") !== "x";
  const alias = typed ? `type Numbers = ${array};\n` : "";
  const numbers = count(size, "number");
  return `// ${model.constructor.name}, trained: ${name}(x) takes ${numbers} for each sample, [${sample.join(", ")}],
// and gives ${count(found, "number")} for each, [${shape.join(", ")}].
${write.typed(`export function ${name}(x: ArrayLike<number>): ${array} {`)}
  const samples = x.length / ${size};
  if (!Number.isInteger(samples)) {
    throw new RangeError(\`${name}: expected ${numbers} for each sample, got \${x.length}.\`);
  }
  const y = new Numbers(${found} * samples);
  for (let s = 0; s < samples; s++) {
    y.set(forward(Numbers.from({ length: ${size} }, (_, i) => ${write.typed(`x[${size} * s + i]!`)})), ${found} * s);
  }
  return y;
}

const Numbers = ${array};
${alias}
${functions}
${none}${arrays}
${write.typed("function forward(x: Numbers): Numbers {")}
${body}  return ${result};
}
`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
