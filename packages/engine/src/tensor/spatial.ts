import { describe } from "../describe.js";
import { type Shape, show } from "./shape.js";
import { Tensor } from "./tensor.js";

// Checks that ops on images share: x is [n, c, h, w], or [n, c, l] for those of one dim.

/** One number for all dims, or one for each. */
export type Sizes = number | readonly number[];

/** How many dims an image has. */
export type Rank = 1 | 2;

/** The letters of the dims. */
const letters = { 1: "l", 2: "h, w" } as const;

/** Throws a sentence for what is no Tensor. */
export function checkTensor(where: string, name: string, found: unknown): void {
  if (!(found instanceof Tensor))
    throw new TypeError(`${where}: expected a Tensor as ${name}, got ${describe(found)}.`);
}

/** x as [n, c, h, w], and what brings a result of such a shape back to x's dims. */
export function asImages(where: string, x: Tensor, rank: Rank): readonly [Tensor, (y: Tensor) => Tensor] {
  checkTensor(where, "x", x);
  const { shape } = x;
  const single = shape.length === rank + 1;
  if (!single && shape.length !== rank + 2) {
    const dims = letters[rank];
    throw new RangeError(
      `${where}: expected x of shape [n, c, ${dims}] or [c, ${dims}], got ${show(shape)}.`,
    );
  }
  if (!single && rank === 2) return [x, (y) => y];
  const [n, c] = single ? [1, shape[0] as number] : (shape as readonly [number, number]);
  const size = shape.slice(-rank);
  const images = x.reshape([n, c, ...(rank === 1 ? [1] : []), ...size]);
  return [images, (y) => y.reshape([...(single ? [] : [n]), y.shape[1] as number, ...y.shape.slice(-rank)])];
}

/** Sizes along height and width; of the height of what has none, `none`. */
export function pairOf(
  where: string,
  name: string,
  found: Sizes,
  rank: Rank,
  least: number,
  none: number,
): readonly [number, number] {
  const list = typeof found === "number" ? Array.from({ length: rank }, () => found) : found;
  const fits = Array.isArray(list) && list.length === rank;
  if (!fits || list.some((size) => !Number.isInteger(size) || size < least)) {
    const many = rank === 1 ? "" : `, or ${rank} of them`;
    const got = Array.isArray(found) ? show(found) : describe(found);
    throw new RangeError(`${where}: expected an integer >= ${least} as ${name}${many}, got ${got}.`);
  }
  return rank === 1 ? [none, list[0] as number] : [list[0] as number, list[1] as number];
}

/** Throws a sentence if a list's sizes are not those. */
export function checkList(where: string, name: string, found: Tensor | undefined, size: number): void {
  if (found === undefined) return;
  checkTensor(where, name, found);
  if (found.shape.length === 1 && found.shape[0] === size) return;
  throw new RangeError(`${where}: expected a ${name} of shape [${size}], got ${show(found.shape)}.`);
}

/** The height and width of images. */
export const sizeOfImages = (shape: Shape): readonly [number, number] =>
  shape.slice(-2) as unknown as readonly [number, number];
