import { type Shape, Strided, stridesOf, viewKernels } from "@outgrad/engine/backend";
import type { Step } from "../onnx/export/program.js";
import type { Writer } from "./writer.js";

/** A step with all of its sizes known. */
export interface FixedStep extends Step {
  readonly shape: Shape;
}

/** An operand's text, its shape, and its number if it is one number everywhere. */
export interface Read {
  readonly text: string;
  readonly shape: Shape;
  readonly uniform: number | null;
}

type Rule = (write: Writer, step: FixedStep, reads: readonly Read[]) => string;

// biome-ignore lint/suspicious/noExplicitAny: an op's options are those that its own kernel reads.
type Options = any;

export const product = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);

/** The numbers of `x` as they lie in a view of it. */
function viewed(write: Writer, x: Read, found: Strided): string {
  const isWhole = found.contiguous && found.offset === 0 && found.size === product(x.shape);
  return isWhole ? x.text : write.call("view", x.text, found.offset, found.shape, found.strides);
}

const standIn = (shape: Shape): Strided =>
  new Strided(new Float64Array(0), "float64", shape, stridesOf(shape), 0, product(shape), true);

const asView =
  (op: keyof typeof viewKernels): Rule =>
  (write, { shape, options }, [x]) =>
    viewed(write, x as Read, viewKernels[op]([standIn((x as Read).shape)], shape, options as never));

/** The operand repeated to a shape, unless it has it already. */
export function spread(write: Writer, x: Read, shape: Shape): string {
  if (x.shape.length === shape.length && x.shape.every((size, dim) => size === shape[dim])) return x.text;
  return viewed(write, x, viewKernels.broadcastTo([standIn(x.shape)], shape));
}

/** outer, count, inner along neighbouring dims. */
const blocks = (shape: Shape, first: number, last = first + 1): [number, number, number] => [
  product(shape.slice(0, first)),
  product(shape.slice(first, last)),
  product(shape.slice(last)),
];

/** A reduction over runs of neighbouring dims, the last run first. */
const reduction =
  (helper: "sum" | "extreme", ...more: number[]): Rule =>
  (write, step, [x]) => {
    const { dims } = step.options as { dims: readonly number[] };
    let { text } = x as Read;
    let shape = [...(x as Read).shape];
    for (let last = dims.length; last > 0; ) {
      let first = last - 1;
      while (first > 0 && (dims[first - 1] as number) === (dims[first] as number) - 1) first--;
      const [from, end] = [dims[first] as number, (dims[last - 1] as number) + 1];
      text = write.call(helper, text, ...blocks(shape, from, end), ...more);
      shape = shape.toSpliced(from, end - from);
      last = first;
    }
    return `Numbers.from(${text})`;
  };

const matmul: Rule = (write, _step, reads) => {
  const [a, b] = reads as [Read, Read];
  const left = a.shape.length === 1 ? [1, ...a.shape] : a.shape;
  const right = b.shape.length === 1 ? [...b.shape, 1] : b.shape;
  const [m, k] = left.slice(-2) as [number, number];
  const n = right.at(-1) as number;
  const rank = Math.max(left.length, right.length) - 2;
  const padded = (dims: Shape) => [...Array.from({ length: rank - (dims.length - 2) }, () => 1), ...dims];
  const [batchA, batchB] = [padded(left).slice(0, -2), padded(right).slice(0, -2)];
  const batch = batchA.map((size, dim) => (size === 1 ? (batchB[dim] as number) : size));
  const count = product(batch);
  const whole = (x: Read, own: Shape, dims: Shape, rows: number, columns: number): [string, number] => {
    if (product(own) === count) return [x.text, rows * columns];
    if (product(own) === 1) return [x.text, 0];
    const seen = { ...x, shape: padded(dims) };
    return [spread(write, seen, [...batch, rows, columns]), rows * columns];
  };
  const [textA, afterA] = whole(a, batchA, left, m, k);
  const [textB, afterB] = whole(b, batchB, right, k, n);
  return write.call(k > write.run ? "matmulInRuns" : "matmul", textA, textB, count, m, k, n, afterA, afterB);
};

const softmax =
  (isLog: 0 | 1): Rule =>
  (write, { options }, [x]) =>
    write.call("softmax", (x as Read).text, ...blocks((x as Read).shape, (options as Options).dim), isLog);

const convolution =
  (op: "conv2d" | "convTranspose2d"): Rule =>
  (write, step, [x, weight, bias]) => {
    const { groups, input, output, kernel, stride, padding, dilation } = step.options as Options;
    const [o, c] = (weight as Read).shape as readonly [number, number];
    const [rows, channels] = op === "conv2d" ? [o / groups, c] : [c, o / groups];
    const images = (x as Read).shape[0] as number;
    const texts = [(x as Read).text, (weight as Read).text, bias?.text ?? "none"];
    const sizes = [input, output, kernel, stride, padding, dilation];
    return write.call(op, ...texts, images, groups, rows, channels, ...sizes);
  };

/** How ops on shapes are written. */
export const rules: Readonly<Record<string, Rule>> = {
  reshape: (_write, _step, [x]) => (x as Read).text,
  to: (_write, _step, [x]) => (x as Read).text,
  permute: asView("permute"),
  broadcastTo: asView("broadcastTo"),
  flip: asView("flip"),
  slice: asView("slice"),
  embed: (write, { shape, options }, [x]) => {
    const { starts, steps, value } = options as Options;
    const strides = stridesOf(shape);
    const at = strides.reduce((sum, stride, dim) => sum + stride * starts[dim], 0);
    const jumps = strides.map((stride, dim) => stride * steps[dim]);
    return write.call("embed", (x as Read).text, product(shape), String(value), at, (x as Read).shape, jumps);
  },
  concat: (write, { shape, options }, reads) => {
    const { dim } = options as Options;
    const lengths = reads.map((part) => product(part.shape.slice(dim)));
    const outer = product(shape.slice(0, dim));
    return write.call("join", `[${reads.map(({ text }) => text).join(", ")}]`, lengths, outer);
  },
  linear: (write, _step, [x, weight, bias]) => {
    const [n, k] = (weight as Read).shape as readonly [number, number];
    const rows = product((x as Read).shape) / k;
    return write.call(
      k > write.run ? "linearInRuns" : "linear",
      (x as Read).text,
      (weight as Read).text,
      bias?.text ?? "none",
      rows,
      k,
      n,
    );
  },
  matmul,
  sum: reduction("sum"),
  amax: reduction("extreme", 1),
  amin: reduction("extreme", -1),
  softmax: softmax(0),
  logSoftmax: softmax(1),
  standardize: (write, { shape, options }, [x, weight, bias]) => {
    const { first, last, centered, eps, weighs } = options as Options;
    const sizes = [shape.slice(0, first), shape.slice(first, last), shape.slice(last)].map(product);
    const texts = [(x as Read).text, weight?.text ?? "none", bias?.text ?? "none"];
    return write.call("standardize", ...texts, ...sizes, Number(centered), eps, Number(weighs === "kept"));
  },
  conv2d: convolution("conv2d"),
  convTranspose2d: convolution("convTranspose2d"),
  maxPool2d: (write, step, [x]) => {
    const { input, output, kernel, stride, padding, dilation } = step.options as Options;
    const planes = product((x as Read).shape.slice(0, -2));
    return write.call(
      "maxPool2d",
      (x as Read).text,
      planes,
      input,
      output,
      kernel,
      stride,
      padding,
      dilation,
    );
  },
  avgPool2d: (write, step, [x]) => {
    const { rows, columns, input } = step.options as Options;
    const planes = product((x as Read).shape.slice(0, -2));
    const spans = ({ starts, ends, counts }: Options) => [starts, ends, counts];
    return write.call("avgPool2d", (x as Read).text, planes, input, spans(rows), spans(columns));
  },
  indexSelect: (write, step, [x, index]) => {
    const { dim, index: known } = step.options as Options;
    const places = index?.text ?? `[${Array.from(known.data as Int32Array).join(", ")}]`;
    return write.call("take", (x as Read).text, places, ...blocks((x as Read).shape, dim));
  },
};
