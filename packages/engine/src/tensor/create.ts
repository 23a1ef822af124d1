import { describe } from "../describe.js";
import { checkOptions } from "../options.js";
import { Random } from "../random.js";
import { getDefaultDtype } from "./backend.js";
import { checkDtype, type DType, dtypeOf, type Floats } from "./dtype.js";
import { allocateAlone } from "./memory.js";
import { flatten } from "./nested.js";
import { checkShape, type Shape, show, sizeOf } from "./shape.js";
import { dense } from "./strided.js";
import { Tensor } from "./tensor.js";
import { everyRun } from "./tracer.js";
import type { Mutable, NestedNumbers, ShapeOfNested } from "./types.js";

/** What a new Tensor is to be. */
export interface TensorOptions {
  /** "float64", the doubles that JavaScript's numbers are, unless the numbers come in an array of the other kind. */
  readonly dtype?: DType;
  /** Whether gradients flow to it: true for what is trained. */
  readonly requiresGrad?: boolean;
}

const names = ["dtype", "requiresGrad"] satisfies (keyof TensorOptions)[];
const namesWithShape = [...names, "shape"];

/** Throws unless they make sense: before anything is allocated, and before a number is drawn. */
function check(where: string, options: TensorOptions, known: readonly string[] = names): void {
  checkOptions(where, options, known);
  const { dtype = getDefaultDtype(), requiresGrad = false } = options;
  checkDtype(where, dtype);
  if (typeof requiresGrad !== "boolean") {
    throw new TypeError(`${where}: expected true or false for requiresGrad, got ${describe(requiresGrad)}.`);
  }
}

const leaf = <S extends Shape>(
  data: Floats,
  shape: Shape,
  { requiresGrad = false }: TensorOptions,
): Tensor<S> => new Tensor<S>(dense(data, dtypeOf(data), shape), requiresGrad);

const zerosFor = (where: string, shape: Shape, options: TensorOptions): Floats => {
  check(where, options);
  return allocateAlone(options.dtype ?? getDefaultDtype(), sizeOf(checkShape(where, shape)));
};

/**
 * A leaf of numbers in nested arrays, or in a flat array that is put in `shape`. The numbers are copied.
 *
 * @example
 * tensor([[1, 2], [3, 4]]).shape // => [2, 2]
 * tensor(Float32Array.of(1, 2, 3, 4), { shape: [2, 2] }).dtype // => float32
 *
 * @throws TypeError for what is not a number, or lists of different lengths, naming the place; RangeError for a shape
 * that does not hold as many numbers as there are.
 */
export function tensor<const S extends Shape>(
  data: NestedNumbers | Floats | Int32Array | Uint8Array,
  options: TensorOptions & { readonly shape: S },
): Tensor<Mutable<S>>;
export function tensor<const D extends NestedNumbers>(
  data: D,
  options?: TensorOptions,
): Tensor<ShapeOfNested<D>>;
export function tensor(data: Floats | Int32Array | Uint8Array, options?: TensorOptions): Tensor<[number]>;
export function tensor(
  data: NestedNumbers | Floats | Int32Array | Uint8Array,
  options: TensorOptions & { readonly shape?: Shape } = {},
): Tensor {
  check("tensor", options, namesWithShape);
  const { dtype = data instanceof Float32Array ? "float32" : getDefaultDtype() } = options;
  const flat = ArrayBuffer.isView(data) && !(data instanceof DataView) && !isBigInts(data);
  const { numbers, shape } = flat ? { numbers: data, shape: [data.length] } : flatten("tensor", data);
  const wanted = options.shape === undefined ? shape : checkShape("tensor", options.shape);
  if (sizeOf(wanted) !== numbers.length) {
    throw new RangeError(
      `tensor: the shape ${show(wanted)} holds ${sizeOf(wanted)} numbers, got ${numbers.length}.`,
    );
  }
  const own = allocateAlone(dtype, numbers.length);
  own.set(numbers);
  return leaf(own, [...wanted], options);
}

const isBigInts = (data: unknown): boolean => data instanceof BigInt64Array || data instanceof BigUint64Array;

/** Zeros. Throws a RangeError for a shape that is none, or too large, before anything is allocated. */
export function zeros<const S extends Shape>(shape: S, options: TensorOptions = {}): Tensor<Mutable<S>> {
  return leaf(zerosFor("zeros", shape, options), [...shape], options);
}

/** Ones. */
export function ones<const S extends Shape>(shape: S, options: TensorOptions = {}): Tensor<Mutable<S>> {
  return leaf(zerosFor("ones", shape, options).fill(1), [...shape], options);
}

/** One number everywhere. */
export function full<const S extends Shape>(
  shape: S,
  value: number,
  options: TensorOptions = {},
): Tensor<Mutable<S>> {
  if (typeof value !== "number") throw new TypeError(`full: expected a number, got ${describe(value)}.`);
  return leaf(zerosFor("full", shape, options).fill(value), [...shape], options);
}

/**
 * start, start + step, ... before end; of one number that many from 0.
 *
 * @example
 * arange(1, 2, 0.25).toArray() // => [1, 1.25, 1.5, 1.75]
 */
export function arange(end: number, options?: TensorOptions): Tensor<[number]>;
export function arange(start: number, end: number, step?: number, options?: TensorOptions): Tensor<[number]>;
export function arange(first: number, ...rest: unknown[]): Tensor<[number]> {
  const at = rest.findIndex((found) => typeof found === "object");
  if (at >= 0 && at < rest.length - 1) throw new TypeError("arange: the options come last.");
  const options = (at < 0 ? {} : rest[at]) as TensorOptions;
  const [end, step = 1] = (at < 0 ? rest : rest.slice(0, at)) as number[];
  const [from, to] = end === undefined ? [0, first] : [first, end];
  if (![from, to, step].every(Number.isFinite) || step === 0 || (to - from) / step < 0) {
    throw new RangeError(
      `arange: expected finite numbers and a step that leads from ${from} to ${to}, got ${step}.`,
    );
  }
  const shape = [Math.ceil((to - from) / step)];
  const data = zerosFor("arange", shape, options);
  for (let i = 0; i < data.length; i++) data[i] = from + i * step;
  return leaf(data, shape, options);
}

/** The matrix with ones on the diagonal, n x n. */
export function eye<const N extends number>(n: N, options: TensorOptions = {}): Tensor<[N, N]> {
  const data = zerosFor("eye", [n, n], options);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return leaf(data, [n, n], options);
}

/** Numbers evenly spread in [0, 1): the next ones of `random`, in their order. */
export function rand<const S extends Shape>(
  shape: S,
  random: Random,
  options: TensorOptions = {},
): Tensor<Mutable<S>> {
  return drawn("rand", shape, random, () => random.uniform(), options) as Tensor<Mutable<S>>;
}

/** Normally distributed numbers of mean 0 and standard deviation 1: the next ones of `random`, in their order. */
export function randn<const S extends Shape>(
  shape: S,
  random: Random,
  options: TensorOptions = {},
): Tensor<Mutable<S>> {
  return drawn("randn", shape, random, () => random.normal(), options) as Tensor<Mutable<S>>;
}

function drawn(
  where: string,
  shape: Shape,
  random: Random,
  draw: () => number,
  options: TensorOptions,
): Tensor {
  if (!(random instanceof Random)) {
    throw new TypeError(`${where}: expected random numbers such as random(1), got ${describe(random)}.`);
  }
  const data = zerosFor(where, shape, options);
  everyRun(() => {
    for (let i = 0; i < data.length; i++) data[i] = draw();
  });
  return leaf(data, [...shape], options);
}
