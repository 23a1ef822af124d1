import { describe } from "../describe.js";
import { addKernel } from "../kernels/shape-kernels.js";
import { noGrad } from "../mode.js";
import { random } from "../random.js";
import { gradients } from "./backward.js";
import type { Floats } from "./dtype.js";
import type { ShapeOp } from "./entry.js";
import { allocateZeros } from "./memory.js";
import { type Shape, show, sizeOf } from "./shape.js";
import { addRule, applyShapeOp, isKnownRule } from "./shape-op.js";
import { contiguous, dense, type Strided } from "./strided.js";
import { Tensor } from "./tensor.js";

/** An operand as a user's kernel sees it: its numbers one after the other, last dim first to change. */
export interface Operand {
  readonly data: Floats;
  readonly shape: Shape;
}

/** An op on Tensors of a user's own: an entry as in the table, with its kernel. */
export interface TensorOpDef<Options> extends Omit<ShapeOp<Options>, "doc"> {
  readonly name: string;
  readonly doc?: string;
  /** Writes the result's numbers, one after the other, to `out`, which holds zeros. Must not write to the operands. */
  kernel(out: Floats, operands: readonly Operand[], options: Options): void;
}

/**
 * Defines an op on Tensors from its shape rule, its kernel and its gradients, and gives it as a function of the inputs
 * and the options. The gradients are checked against differences of the kernel on the samples, so there must be one.
 *
 * @example
 * const outer = defineTensorOp({
 *   name: "outer",
 *   args: ["a", "b"],
 *   shape: ([a, b]) => [a[0], b[0]],
 *   kernel: (out, [a, b]) => out.forEach((_, k) => {
 *     out[k] = a.data[Math.floor(k / b.data.length)] * b.data[k % b.data.length];
 *   }),
 *   vjp: [(g, use) => g.matmul(use.input(1)), (g, use) => use.input(0).matmul(g)],
 *   samples: [{ shapes: [[2], [3]], options: undefined }],
 * });
 * outer([tensor([1, 2]), tensor([3, 4])]).toArray() // => [[3, 4], [6, 8]]
 *
 * @throws Error for a name that is taken, or a gradient that is wrong, naming the input and the sample.
 */
export function defineTensorOp<Options = undefined>(
  def: TensorOpDef<Options>,
): (inputs: readonly Tensor[], ...options: Options extends undefined ? [] : [options: Options]) => Tensor {
  checkDef(def);
  const { name, args, vjp, samples, kernel } = def;
  if (typeof name !== "string" || !/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) {
    throw new Error(`defineTensorOp: an op needs a name such as "outer", got ${JSON.stringify(name)}.`);
  }
  if (isKnownRule(name) || name in Tensor.prototype) {
    throw new Error(`defineTensorOp: "${name}" is the name of an op already; choose another name.`);
  }
  if (vjp.length > 0 && samples.length === 0) {
    throw new Error(
      `defineTensorOp: ${name} has gradients but no samples to check them on; give at least one.`,
    );
  }
  const entry: ShapeOp<Options> = { doc: `${name}, a user's own op.`, ...def };
  const run = (inputs: readonly Strided[], to: Shape, options: Options): Strided => {
    const operands = inputs.map((input) => {
      const { data, offset, size } = contiguous(input);
      return { data: data.subarray(offset, offset + size), shape: input.shape };
    });
    const { dtype } = inputs[0] as Strided;
    const out = allocateZeros(dtype, sizeOf(to));
    kernel(out, operands, options);
    return dense(out, dtype, to);
  };
  const apply = (inputs: readonly Tensor[], options: Options): Tensor => {
    if (inputs.length === args.length || args[0]?.startsWith("..."))
      return applyShapeOp(name, inputs, options);
    throw new TypeError(
      `${name}: expected ${args.length} inputs (${args.join(", ")}), got ${inputs.length}.`,
    );
  };
  // Only known once it has been checked.
  const forget = addRule(name, entry as never);
  addKernel(name, run as never);
  try {
    for (const sample of samples)
      check(name, sample.shapes, (inputs) => apply(inputs, sample.options), vjp, sample.domain);
  } catch (error) {
    forget();
    throw error;
  }
  return ((inputs: readonly Tensor[], options: Options) => apply(inputs, options)) as never;
}

function checkDef(def: object): void {
  const needed = {
    args: Array.isArray,
    vjp: Array.isArray,
    samples: Array.isArray,
    shape: isFunction,
    kernel: isFunction,
  };
  for (const [part, fits] of Object.entries(needed)) {
    if (fits(def?.[part as never])) continue;
    const wanted = fits === isFunction ? "a function" : "a list";
    throw new TypeError(
      `defineTensorOp: an op needs ${wanted} as ${part}, got ${describe(def?.[part as never])}.`,
    );
  }
}

const isFunction = (found: unknown): boolean => typeof found === "function";

/** How far along a direction differences are taken, and how much they may disagree with the gradient. */
const step = 1e-4;
const tolerance = 1e-5;

/** The gradient along a random direction for each input, against a difference of second order. */
function check(
  name: string,
  shapes: readonly Shape[],
  f: (inputs: readonly Tensor[]) => Tensor,
  vjp: readonly unknown[],
  [low, high]: readonly [low: number, high: number] = [-2, 2],
): void {
  const numbers = random(1);
  const draw = (shape: Shape, from: number, to: number, requiresGrad = false): Tensor => {
    const data = Float64Array.from({ length: sizeOf(shape) }, () => numbers.uniform(from, to));
    return new Tensor(dense(data, "float64", shape), requiresGrad);
  };
  const inputs = shapes.map((shape) => draw(shape, low, high, true));
  const y = f(inputs);
  if (!y.requiresGrad) return;
  const weights = draw(y.shape, -1, 1);
  const found = gradients(y, inputs, { cotangent: weights });
  inputs.forEach((input, i) => {
    const own = found[i];
    if (!vjp[Math.min(i, vjp.length - 1)] || !own) return;
    const direction = draw(input.shape, -1, 1);
    const wanted = noGrad(() => {
      const at = (h: number): Tensor =>
        f(inputs.map((other, k) => (k === i ? other.add(direction.mul(h)) : other)));
      return at(step).sub(at(-step)).mul(weights).sum().item() / (2 * step);
    });
    const slope = own.mul(direction).sum().item();
    if (Math.abs(slope - wanted) <= tolerance * Math.max(1, Math.abs(wanted))) return;
    throw new Error(
      `defineTensorOp: the gradient of ${name} with respect to input ${i} is ${slope} along a direction at inputs of ` +
        `${shapes.map(show).join(" and ")}; by differences it is ${wanted}.`,
    );
  });
}
