import { shown } from "../shown.js";
import { encodeUtf8 } from "../utf8.js";
import type { StoredDType, StoredTensor } from "./dtype.js";
import { LONGEST_HEADER, METADATA } from "./header.js";
import { isWellFormed } from "./scanner.js";
import { storedBytes } from "./stored-bytes.js";

/**
 * Writes tensors in the safetensors format (https://github.com/huggingface/safetensors), which PyTorch's users read
 * with `safetensors.torch.load_file`.
 *
 * All formats that `readSafetensors` reads, except F16 and BF16. Every bit of the numbers is kept. Wide numbers lie
 * before narrow ones, and by name within a width, so that all are aligned; the same content gives the same bytes.
 * metadata: texts by key, kept in the header.
 *
 * Throws if a dtype has another kind of array, a shape another number of entries, BOOL something but 0 and 1, or a
 * name is "__metadata__" or has half of a surrogate pair.
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, StoredTensor>>,
  metadata?: Readonly<Record<string, string>>,
): Uint8Array {
  if (typeof tensors !== "object" || tensors === null || tensors instanceof Map) {
    throw new TypeError(
      "writeSafetensors: expected an object with the tensors by name; Object.fromEntries makes one of a Map.",
    );
  }
  const parts = Object.entries(tensors).map(([name, tensor]) => part(name, tensor));
  const begins = layout(parts);
  const members = parts.map(({ name, dtype, shape, bytes }) => {
    const begin = begins.get(name) as number;
    return `${JSON.stringify(name)}:${JSON.stringify({ dtype, shape, data_offsets: [begin, begin + bytes.length] })}`;
  });
  if (metadata !== undefined) members.unshift(`${JSON.stringify(METADATA)}:${texts(metadata)}`);
  const header = encodeUtf8(`{${members.join(",")}}`);
  // The data begin at a multiple of 8, where every format is aligned.
  const length = Math.ceil(header.length / 8) * 8;
  if (length > LONGEST_HEADER) {
    throw new RangeError(
      `writeSafetensors: the header would have ${length} bytes, and at most ${LONGEST_HEADER} are allowed.`,
    );
  }
  const total = parts.reduce((sum, { bytes }) => sum + bytes.length, 8 + length);
  const file = new Uint8Array(total);
  new DataView(file.buffer).setUint32(0, length, true);
  file.set(header, 8);
  file.fill(0x20, 8 + header.length, 8 + length);
  for (const { name, bytes } of parts) file.set(bytes, 8 + length + (begins.get(name) as number));
  return file;
}

interface Part {
  readonly name: string;
  readonly dtype: StoredDType;
  readonly shape: readonly number[];
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** Where each tensor begins, by name. */
function layout(parts: readonly Part[]): Map<string, number> {
  let at = 0;
  const begins = new Map<string, number>();
  for (const { name, bytes } of parts.toSorted((a, b) => b.width - a.width || (a.name < b.name ? -1 : 1))) {
    begins.set(name, at);
    at += bytes.length;
  }
  return begins;
}

function part(name: string, tensor: StoredTensor): Part {
  const what = `writeSafetensors: tensor ${JSON.stringify(name)}`;
  checkText(what, name);
  if (name === METADATA)
    throw new RangeError(`${what} cannot be written: the format keeps this name for texts.`);
  const { width, bytes } = storedBytes(what, tensor);
  const { dtype, shape } = tensor;
  return { name, dtype, shape, width, bytes };
}

/** Metadata as JSON. Not by JSON.stringify of the whole, which would call a key toJSON. */
function texts(metadata: Readonly<Record<string, string>>): string {
  const members = Object.entries(metadata).map(([key, text]) => {
    const what = `writeSafetensors: metadata ${JSON.stringify(key)}`;
    if (typeof text !== "string") throw new TypeError(`${what} is ${shown(text)}; only texts can be kept.`);
    checkText(what, key);
    checkText(what, text);
    return `${JSON.stringify(key)}:${JSON.stringify(text)}`;
  });
  return `{${members.join(",")}}`;
}

function checkText(what: string, text: string): void {
  if (!isWellFormed(text)) {
    throw new RangeError(`${what} has half of a surrogate pair, which UTF-8 cannot write.`);
  }
}
