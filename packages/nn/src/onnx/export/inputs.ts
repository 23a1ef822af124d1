import { isTensor, type Tensor } from "@outgrad/engine";
import type { DType, Shape } from "@outgrad/engine/backend";
import { shown } from "../../shown.js";
import { OnnxError } from "../error.js";
import { type Axis, Symbols } from "./symbols.js";

/** An input as an example shows it. */
export interface Input {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
}

/** Inputs in the order in which forward takes them. */
export type OnnxInputs = readonly Input[];

/** Names for axes whose sizes may differ from run to run: by the input's name, then by the axis. */
export type DynamicAxes = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** The inputs that an example shows. */
export function inputsOf(
  example: Tensor | readonly Tensor[],
  names: readonly string[] | undefined,
): OnnxInputs {
  const list = isTensor(example) ? [example] : example;
  if (!Array.isArray(list) || list.length === 0 || !list.every(isTensor)) {
    throw new TypeError(
      `exportOnnx: expected a Tensor as the example, or a list of them, got ${shown(example)}.`,
    );
  }
  const own = names ?? list.map((_, i) => (list.length === 1 ? "input" : `input_${i}`));
  if (own.length !== list.length) {
    throw new OnnxError(`exportOnnx: inputNames has ${own.length} names for ${list.length} inputs.`);
  }
  return list.map(({ shape, dtype }: Tensor, i) => ({ name: own[i] as string, shape: [...shape], dtype }));
}

/** The first axis of the first input, and of the others that are as long there. */
export function batchAxes(inputs: OnnxInputs): Axis[] {
  const size = inputs[0]?.shape[0];
  return inputs
    .filter(({ shape }) => shape.length > 0 && shape[0] === size)
    .map(({ name: input }) => ({ name: "batch", input, dim: 0 }));
}

/** The axes of an option. Throws a sentence for those that there are not. */
export function axesOf(inputs: OnnxInputs, given: DynamicAxes): Axis[] {
  return Object.entries(given).flatMap(([input, axes]) => {
    const found = inputs.find(({ name }) => name === input);
    if (found === undefined)
      throw new OnnxError(`exportOnnx: dynamicAxes names ${shown(input)}, which is no input.`);
    return Object.entries(axes).map(([key, name]) => {
      const dim = Number(key);
      if (!Number.isInteger(dim) || dim < 0 || dim >= found.shape.length) {
        throw new OnnxError(
          `exportOnnx: dynamicAxes names axis ${key} of ${input}, whose shape is ${shown([...found.shape])}.`,
        );
      }
      if (typeof name !== "string" || name === "")
        throw new OnnxError(`exportOnnx: axis ${key} of ${input} needs a name.`);
      return { name, input, dim };
    });
  });
}

/** Which sizes the dynamic axes are to have in the recordings: all as in the first, then each by itself two others. */
export function symbolsOf(inputs: OnnxInputs, axes: readonly Axis[]): Symbols {
  const own = axes.filter(({ name }, i) => axes.findIndex((other) => other.name === name) === i);
  const choices = own.map((axis): readonly [string, readonly number[]] => {
    const size = sizeAt(inputs, axis);
    const other = axes.find((each) => each.name === axis.name && sizeAt(inputs, each) !== size);
    if (other !== undefined) {
      throw new OnnxError(
        `exportOnnx: the axes called ${shown(axis.name)} have the sizes ${size} and ${sizeAt(inputs, other)}; they need names of their own.`,
      );
    }
    // Not 1, which broadcasts, and not more than the example, which may be the most.
    return [axis.name, size > 3 ? [size, size - 1, size - 2] : size === 3 ? [3, 2, 4] : [2, 3, 4]];
  });
  const first = Object.fromEntries(choices.map(([name, [size]]) => [name, size as number]));
  const others = choices.flatMap(([name, sizes]) =>
    sizes.slice(1).map((size) => ({ ...first, [name]: size })),
  );
  return new Symbols(own, [first, ...others]);
}

const sizeAt = (inputs: OnnxInputs, { input, dim }: Axis): number =>
  inputs.find(({ name }) => name === input)?.shape[dim] as number;

/** The inputs with other sizes of the dynamic axes. */
export const resized = (
  inputs: OnnxInputs,
  axes: readonly Axis[],
  sizes: Readonly<Record<string, number>>,
): OnnxInputs =>
  inputs.map((input) => ({
    ...input,
    shape: input.shape.map((size, dim) => {
      const axis = axes.find((each) => each.input === input.name && each.dim === dim);
      return axis === undefined ? size : (sizes[axis.name] as number);
    }),
  }));
