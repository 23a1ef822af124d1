import { shown } from "../shown.js";

/** How many numbers feed one output of a layer, and how many outputs one input feeds. */
export interface Fan {
  readonly fanIn: number;
  readonly fanOut: number;
}

/**
 * The fan of a weight with the shape [outputs, inputs, ...kernel], as PyTorch has it: fanIn = inputs · kernel and
 * fanOut = outputs · kernel, where kernel is the product of the further sizes. Throws for fewer than two sizes.
 */
export function fan(shape: readonly number[]): Fan {
  checkShape("init.fan", shape);
  const [outputs, inputs, ...kernel] = shape;
  if (outputs === undefined || inputs === undefined) {
    throw new RangeError(
      `init.fan: a shape needs two sizes or more, [outputs, inputs, ...kernel]; got ${shown(shape)}.`,
    );
  }
  const field = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: inputs * field, fanOut: outputs * field };
}

/** How many numbers a shape has. Throws unless it is a list of integers >= 0 with a product up to 2³². */
export function checkShape(where: string, shape: readonly number[]): number {
  if (!Array.isArray(shape) || !shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new RangeError(`${where}: a shape is a list of integers >= 0; got ${shown(shape)}.`);
  }
  const size = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  if (size > 2 ** 32)
    throw new RangeError(`${where}: the shape ${shown(shape)} has more than 2**32 numbers.`);
  return size;
}
