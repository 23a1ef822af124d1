import { checkOptions, type Tensor, type Value } from "@outgrad/engine";
import { pow } from "@outgrad/ops/intrinsics";
import { shown } from "../shown.js";
import { type Block, blocksOf, checkGradients } from "./blocks.js";
import { changeThere, factorThere, normThere, withGradients } from "./clip-elsewhere.js";
import { type Parameter, parametersOf } from "./parameters.js";

/** Options of `clipGradNorm`. */
export interface ClipGradNormOptions {
  /** The p of the p-norm, above 0; Infinity for the largest magnitude. 2 by default. */
  normType?: number;
}

/**
 * Scales all gradients by one factor, so that their norm together is at most maxNorm, and gives the norm that they
 * had; torch.nn.utils.clip_grad_norm_. Call it between backward() and step().
 *
 * The factor is maxNorm / (norm + 1e-6), but at most 1. Parameters without a gradient do not count. The norm does
 * not overflow on the way. Throws, and changes nothing, if a gradient is NaN or infinite, naming the parameter.
 *
 * Where another backend keeps one of the gradients, such as a GPU, nothing is read: all are scaled there, the norm is a
 * Tensor of one number, and a NaN among them makes all of them NaN. So is the norm typed for Tensors; on the CPU
 * `Number(clipGradNorm(...))` is the number.
 *
 * @example
 * const [a, b] = [value(3), value(4)];
 * a.square().add(b.square()).mul(0.5).backward();
 * clipGradNorm([a, b], 1) // => 5
 * [a.grad.toFixed(3), b.grad.toFixed(3)] // => [ '0.600', '0.800' ]
 */
export function clipGradNorm(
  parameters: Iterable<Value>,
  maxNorm: number,
  options?: ClipGradNormOptions,
): number;
export function clipGradNorm(
  parameters: Iterable<Parameter>,
  maxNorm: number,
  options?: ClipGradNormOptions,
): number | Tensor<[]>;
export function clipGradNorm(
  parameters: Iterable<Parameter>,
  maxNorm: number,
  options: ClipGradNormOptions = {},
): number | Tensor<[]> {
  checkOptions("clipGradNorm", options, ["normType"]);
  const { normType = 2 } = options;
  checkBound("clipGradNorm: maxNorm", maxNorm);
  if (!(normType > 0)) {
    throw new RangeError(`clipGradNorm: normType is a number above 0 or Infinity; got ${shown(normType)}.`);
  }
  const { blocks, away } = gradientsOf("clipGradNorm", parameters);
  if (away) {
    const norm = normThere(away, normType);
    if (maxNorm < Infinity) {
      const factor = factorThere(norm, maxNorm);
      changeThere(away, (g) => g.mul(factor));
    }
    return norm;
  }
  const norm = normOf(blocks, normType);
  if (norm === Infinity) {
    throw new RangeError(
      "clipGradNorm: the norm of the gradients is above all numbers; nothing was changed.",
    );
  }
  const factor = maxNorm / (norm + 1e-6);
  if (factor < 1) for (const block of blocks) block.changeGrad((g) => g * factor);
  return norm;
}

/**
 * Moves every gradient that is outside of [-clipValue, clipValue] to the end that it is beyond;
 * torch.nn.utils.clip_grad_value_. Throws, and changes nothing, if a gradient is NaN or infinite, naming the parameter;
 * but where another backend keeps one of the gradients nothing is read, and a NaN stays one.
 */
export function clipGradValue(parameters: Iterable<Parameter>, clipValue: number): void {
  checkBound("clipGradValue: clipValue", clipValue);
  const { blocks, away } = gradientsOf("clipGradValue", parameters);
  if (away) changeThere(away, (g) => g.clamp(-clipValue, clipValue));
  else for (const block of blocks) block.changeGrad((g) => Math.max(-clipValue, Math.min(clipValue, g)));
}

function checkBound(name: string, bound: unknown): void {
  if (!(typeof bound === "number" && bound >= 0)) {
    throw new RangeError(`${name} is a number >= 0; got ${shown(bound)}.`);
  }
}

/** The blocks, read; or, if one is away, the parameters with a gradient, which are all changed there. */
function gradientsOf(
  name: string,
  parameters: Iterable<Parameter>,
): { blocks: readonly Block[]; away: readonly Tensor[] | null } {
  const list = parametersOf(name, parameters);
  const blocks = blocksOf(list);
  for (const block of blocks) block.read(name);
  checkGradients(name, blocks);
  const isAway = blocks.some((block) => block.away?.grad);
  return { blocks, away: isAway ? withGradients(name, list) : null };
}

/** The numbers of a block that have a gradient, as [from, to) of its arrays. */
function* reached(block: Block): Generator<readonly [from: number, to: number]> {
  const { count, size } = block;
  for (let k = 0; k < count; k++) {
    const first = k;
    while (k < count && block.hasGrad(k)) k++;
    if (k > first) yield [first * size, k * size];
  }
}

/** The p-norm of all gradients. */
function normOf(blocks: readonly Block[], p: number): number {
  if (p === 2) {
    const sum = sumOfSquares(blocks, 1);
    if (sum > 1e-280 && sum < Infinity) return Math.sqrt(sum);
  }
  // Squares and powers are within range when all are divided by the largest.
  const largest = largestOf(blocks);
  if (largest === 0 || p === Infinity) return largest;
  return (
    largest *
    (p === 2 ? Math.sqrt(sumOfSquares(blocks, largest)) : pow(sumOfPowers(blocks, largest, p), 1 / p))
  );
}

function largestOf(blocks: readonly Block[]): number {
  let largest = 0;
  for (const block of blocks) {
    const { grad } = block;
    for (const [from, to] of reached(block)) {
      for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(grad[i] as number));
    }
  }
  return largest;
}

function sumOfSquares(blocks: readonly Block[], unit: number): number {
  let sum = 0;
  for (const block of blocks) {
    const { grad } = block;
    for (const [from, to] of reached(block)) {
      for (let i = from; i < to; i++) {
        const part = (grad[i] as number) / unit;
        sum += part * part;
      }
    }
  }
  return sum;
}

function sumOfPowers(blocks: readonly Block[], unit: number, p: number): number {
  let sum = 0;
  for (const block of blocks) {
    const { grad } = block;
    for (const [from, to] of reached(block)) {
      for (let i = from; i < to; i++) sum += pow(Math.abs(grad[i] as number) / unit, p);
    }
  }
  return sum;
}
