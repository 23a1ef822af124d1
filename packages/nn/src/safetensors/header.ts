import { quoted } from "../quoted.js";
import { dtypeNames, formatOf, type StoredDType } from "./dtype.js";
import { refusal } from "./error.js";
import { Scanner } from "./scanner.js";

/** What a header says of one tensor: its numbers are the bytes [begin, end) of the data. */
export interface Entry {
  readonly name: string;
  readonly dtype: StoredDType;
  readonly shape: number[];
  readonly begin: number;
  readonly end: number;
}

/** A header, checked in itself: every entry has a known dtype and as many bytes as its shape needs. */
export interface Header {
  readonly entries: Entry[];
  readonly metadata: Record<string, string>;
}

/** The key of a header that is no tensor. */
export const METADATA = "__metadata__";

/** The longest header that is read or written, in bytes. */
export const LONGEST_HEADER = 100_000_000;

/** Reads the JSON text of a header. */
export function parseHeader(text: string): Header {
  const scanner = new Scanner(text);
  const entries: Entry[] = [];
  const metadata: Record<string, string> = Object.create(null);
  scanner.object("the header", (name) => {
    if (name !== METADATA) entries.push(entry(scanner, name));
    else
      scanner.object(METADATA, (key) => {
        metadata[key] = scanner.string(METADATA);
      });
  });
  scanner.end();
  return { entries, metadata };
}

function entry(scanner: Scanner, name: string): Entry {
  const what = `tensor ${quoted(name)}`;
  let dtype: string | undefined;
  let shape: number[] | undefined;
  let offsets: number[] | undefined;
  scanner.object(what, (key) => {
    if (key === "dtype") dtype = scanner.string(`the dtype of ${what}`);
    else if (key === "shape") shape = scanner.integers(`the sizes of ${what}`);
    else if (key === "data_offsets") offsets = scanner.integers(`the data_offsets of ${what}`);
    else throw refusal(`${what} has the unknown key ${quoted(key)}`);
  });
  if (dtype === undefined || shape === undefined || offsets === undefined) {
    throw refusal(`${what} lacks one of dtype, shape and data_offsets`);
  }
  const format = formatOf(dtype);
  if (!format) throw refusal(`${what} has the unknown dtype ${quoted(dtype)}; known are ${dtypeNames}`);
  const [begin, end] = offsets;
  if (begin === undefined || end === undefined || offsets.length !== 2 || begin > end) {
    throw refusal(`${what} has the data_offsets [${brief(offsets)}], which are not a begin and an end`);
  }
  const bytes = sizeOf(shape) * format.width;
  if (!Number.isSafeInteger(bytes)) {
    throw refusal(`${what} has the shape [${brief(shape)}], which is too large for any file`);
  }
  if (end - begin !== bytes) {
    throw refusal(
      `${what} needs ${bytes} bytes for ${dtype} numbers of shape [${brief(shape)}], but its data_offsets [${begin}, ${end}] give it ${end - begin}`,
    );
  }
  return { name, dtype: dtype as StoredDType, shape, begin, end };
}

/** How many numbers a shape has; NaN where its sizes other than 0 multiply to 2⁵³ or more. */
export function sizeOf(shape: readonly number[]): number {
  let product = 1;
  for (const size of shape) if (size !== 0) product *= size;
  if (!Number.isSafeInteger(product)) return Number.NaN;
  return shape.includes(0) ? 0 : product;
}

const brief = (list: readonly number[]): string =>
  list.length > 8 ? `${list.slice(0, 8).join(", ")}, …` : list.join(", ");
