import { pow } from "@outgrad/ops/intrinsics";
import { shown } from "../shown.js";
import { type Block, blocksOf, checkGradients } from "./blocks.js";
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
 * @example
 * const [a, b] = [value(3), value(4)];
 * a.square().add(b.square()).mul(0.5).backward();
 * clipGradNorm([a, b], 1) // => 5
 * [a.grad.toFixed(3), b.grad.toFixed(3)] // => [ '0.600', '0.800' ]
 */
export function clipGradNorm(
  parameters: Iterable<Parameter>,
  maxNorm: number,
  { normType = 2 }: ClipGradNormOptions = {},
): number {
  checkBound("clipGradNorm: maxNorm", maxNorm);
  if (!(normType > 0)) {
    throw new RangeError(`clipGradNorm: normType is a number above 0 or Infinity; got ${shown(normType)}.`);
  }
  const blocks = gradientsOf("clipGradNorm", parameters);
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
 * torch.nn.utils.clip_grad_value_. Throws, and changes nothing, if a gradient is NaN or infinite, naming the parameter.
 */
export function clipGradValue(parameters: Iterable<Parameter>, clipValue: number): void {
  checkBound("clipGradValue: clipValue", clipValue);
  const blocks = gradientsOf("clipGradValue", parameters);
  for (const block of blocks) block.changeGrad((g) => Math.max(-clipValue, Math.min(clipValue, g)));
}

function checkBound(name: string, bound: unknown): void {
  if (!(typeof bound === "number" && bound >= 0)) {
    throw new RangeError(`${name} is a number >= 0; got ${shown(bound)}.`);
  }
}

function gradientsOf(name: string, parameters: Iterable<Parameter>): Block[] {
  const blocks = blocksOf(parametersOf(name, parameters));
  for (const block of blocks) block.read();
  checkGradients(name, blocks);
  return blocks;
}

/** Calls `visit` with the place of every number whose parameter has a gradient. */
function everyGradient(blocks: readonly Block[], visit: (block: Block, i: number) => void): void {
  for (const block of blocks) {
    for (let k = 0; k < block.count; k++) {
      if (!block.hasGrad(k)) continue;
      for (let i = k * block.size; i < (k + 1) * block.size; i++) visit(block, i);
    }
  }
}

/** The p-norm of all gradients. All are divided by the largest first, so that no power is out of range. */
function normOf(blocks: readonly Block[], p: number): number {
  let largest = 0;
  everyGradient(blocks, ({ grad }, i) => {
    largest = Math.max(largest, Math.abs(grad[i] as number));
  });
  if (largest === 0 || p === Infinity) return largest;
  let sum = 0;
  everyGradient(blocks, ({ grad }, i) => {
    const part = Math.abs(grad[i] as number) / largest;
    sum += p === 2 ? part * part : pow(part, p);
  });
  return largest * (p === 2 ? Math.sqrt(sum) : pow(sum, 1 / p));
}
