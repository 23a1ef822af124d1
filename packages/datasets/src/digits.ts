/**
 * The handwritten digits: 1,797 pictures of 8 by 8 pixels, packed into this module, so that no network is needed.
 * @packageDocumentation
 */
import { packedDigits } from "./generated/packed-digits.js";
import { LevelModel } from "./level-model.js";
import { RangeDecoder } from "./range-decoder.js";

/** Handwritten digits, picture by picture. */
export interface Digits {
  /** 1,797 pictures of 64 pixels, row by row; 0 is paper, 16 is all ink. Picture i starts at 64 · i. */
  readonly images: Uint8Array;
  /** The digit, 0 to 9, of each picture. */
  readonly labels: Uint8Array;
}

/** Whom to name wherever the digits are shown, as their licence asks. */
export const digitsAttribution =
  "Optical Recognition of Handwritten Digits (test set), E. Alpaydin and C. Kaynak, 1998, " +
  "UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, licensed under CC BY 4.0 " +
  "(https://creativecommons.org/licenses/by/4.0/). Packed without loss; no picture was changed.";

const COUNT = 1797;
const PIXELS = 64;

/**
 * The test set of the UCI digits: written by 13 people, none of whom wrote the training set.
 *
 * Each pixel counts the ink in a block of 4 by 4 cells of a 32 by 32 bitmap, 0 to 16; divide by 16 for the range
 * 0 to 1. Classes 0 to 9 have 178, 182, 177, 183, 181, 182, 181, 179, 174 and 180 pictures. Unpacked anew
 * by every call; the arrays are yours to change. Licence and authors: `digitsAttribution`.
 *
 * @example
 * const { images, labels } = digits();
 * images.length // => 115008
 * labels[0] // => 0
 */
export function digits(): Digits {
  const images = new Uint8Array(COUNT * PIXELS);
  const labels = new Uint8Array(COUNT);
  const model = new LevelModel();
  const decoder = new RangeDecoder(bytesOf(packedDigits));
  const row = new Uint8Array(LevelModel.columns);
  for (let picture = 0; picture < COUNT; picture++) {
    for (let column = 0; column < LevelModel.columns; column++) {
      model.enter(row, column);
      const total = model.total();
      const target = decoder.peek(total);
      let level = 0;
      while (model.below(level + 1) <= target) level++;
      decoder.skip(model.below(level), model.below(level + 1), total);
      model.learn(level);
      row[column] = level;
    }
    images.set(row.subarray(0, PIXELS), picture * PIXELS);
    labels[picture] = row[PIXELS] as number;
  }
  return { images, labels };
}

/** In browsers, workers and Node alike; not part of the language, so not of its types. */
declare function atob(base64: string): string;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
