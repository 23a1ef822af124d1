import { type Floats, type Tensor, Value } from "@outgrad/engine";
import type { Parameter } from "./parameters.js";
import { TensorBlock } from "./tensor-block.js";
import { ValueBlock } from "./value-block.js";

/**
 * Parameters whose numbers an optimiser sees as one array: `count` of them with `size` numbers each.
 *
 * Whoever changes weights does it through this: `read()`, then change `data` in place, then `write`. So one rule over
 * arrays serves every kind of parameter.
 */
export interface Block {
  readonly count: number;
  readonly size: number;
  readonly dtype: "float64" | "float32";
  /** The numbers as they were at the last read(), parameter after parameter. */
  readonly data: Floats;
  /** The gradients as they were then; whatever where `hasGrad` is false. */
  readonly grad: Floats;
  /** The Tensor that it is, if its numbers or its gradient were kept elsewhere then; `data` and `grad` are empty. */
  readonly away: Tensor | null;
  /** Whether parameter k had a gradient at the last read(). */
  hasGrad(k: number): boolean;
  /** Parameter k, as an error message calls it. */
  nameOf(k: number): string;
  /** Brings data, grad and hasGrad up to date. Throws for a gradient of another shape; `where` begins the sentence. */
  read(where: string): void;
  /** Gives the parameters from `first` up to `last`, without it, the numbers in `data`. */
  write(first: number, last: number): void;
  /** Replaces all gradients that there were at the last read(), number by number. */
  changeGrad(rule: (g: number, i: number) => number): void;
}

/** The blocks of a list of parameters, in its order: each Tensor by itself, Values with their neighbours. */
export function blocksOf(parameters: readonly Parameter[]): Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < parameters.length; ) {
    const parameter = parameters[first] as Parameter;
    let last = first + 1;
    if (parameter instanceof Value) {
      while (parameters[last] instanceof Value) last++;
      blocks.push(new ValueBlock(parameters.slice(first, last) as Value[], first));
    } else blocks.push(new TensorBlock(parameter, first));
    first = last;
  }
  return blocks;
}

/** Throws if a gradient is NaN or infinite, and names the parameter. The blocks have been read; those away are not looked at. */
export function checkGradients(where: string, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.away) continue;
    for (let k = 0; k < block.count; k++) {
      if (block.hasGrad(k)) checkFinite(`${where}: the gradient of parameter`, block, block.grad, k);
    }
  }
}

/** Throws if one of the numbers of parameter k is NaN or infinite; `what` says what they are. */
export function checkFinite(what: string, block: Block, numbers: Floats, k: number): void {
  const { size } = block;
  for (let i = k * size; i < (k + 1) * size; i++) {
    if (Number.isFinite(numbers[i])) continue;
    const place = size === 1 ? "" : `, at number ${i - k * size} of its ${size},`;
    throw new RangeError(`${what} ${block.nameOf(k)}${place} is ${numbers[i]}; nothing was changed.`);
  }
}
