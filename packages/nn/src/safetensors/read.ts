import { quoted } from "../quoted.js";
import { decodeUtf8 } from "../utf8.js";
import { formatOf, type StoredTensor } from "./dtype.js";
import { refusal } from "./error.js";
import { type Entry, LONGEST_HEADER, parseHeader } from "./header.js";

/** What a safetensors file holds. */
export interface Safetensors {
  /** The tensors by name, in the order of the header. Without a prototype, so that any name is only a name. */
  readonly tensors: Record<string, StoredTensor>;
  /** Texts of the writer's choice, by key. Without a prototype too. */
  readonly metadata: Record<string, string>;
}

/**
 * Reads a file in the safetensors format (https://github.com/huggingface/safetensors), such as the state dict of a
 * PyTorch model.
 *
 * All numbers come back bit for bit, NaN payloads too; F16 and BF16 come back in a Float32Array, which holds each
 * of them exactly. The arrays are copies: they share nothing with `bytes`. A tensor may begin at any byte.
 *
 * The bytes may come from anywhere. Before any array is made, this has been checked: a header of at most 100 MB
 * inside the file, in the format's subset of JSON, no key twice, known dtypes, sizes that are integers and do not
 * overflow, as many bytes as dtype and shape need, tensors that lie one after the other without gap or overlap and
 * end with the file. If something is wrong, throws a SafetensorsError, one sentence.
 *
 * @example
 * const file = writeSafetensors({ bias: { dtype: "F32", shape: [2], data: new Float32Array([0.5, -0]) } });
 * const { tensors } = readSafetensors(file);
 * tensors.bias.shape // => [ 2 ]
 * Array.from(tensors.bias.data, Number) // => [ 0.5, -0 ]
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      "readSafetensors: expected a Uint8Array; make one of an ArrayBuffer by new Uint8Array(buffer).",
    );
  }
  if (bytes.length < 8) {
    throw refusal(`the file has ${bytes.length} bytes, and 8 alone give the length of its header`);
  }
  const start = 8 + headerLength(bytes);
  const { entries, metadata } = parseHeader(decoded(copy(bytes, 8, start)));
  checkLayout(entries, bytes.length - start);
  const tensors: Record<string, StoredTensor> = Object.create(null);
  for (const { name, dtype, shape, begin, end } of entries) {
    const { array: Numbers, widen } = formatOf(dtype) as NonNullable<ReturnType<typeof formatOf>>;
    const [from, to] = [start + begin, start + end];
    const data = widen ? widen(bytes.subarray(from, to)) : new Numbers(copy(bytes, from, to).buffer);
    tensors[name] = { dtype, shape, data } as StoredTensor;
  }
  return { tensors, metadata };
}

/** Bytes of their own. Not by `slice`, which for a Buffer of Node shares its memory with others. */
const copy = (bytes: Uint8Array, begin: number, end: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(bytes.subarray(begin, end));

/** The first 8 bytes: how many bytes the header has, lowest byte first. */
function headerLength(bytes: Uint8Array): number {
  let length = 0;
  for (let i = 7; i >= 0; i--) length = 256 * length + (bytes[i] as number);
  if (length > LONGEST_HEADER) {
    throw refusal(`the header claims ${length} bytes, and at most ${LONGEST_HEADER} are allowed`);
  }
  if (length > bytes.length - 8) {
    throw refusal(
      `the header claims ${length} bytes, but only ${bytes.length - 8} follow: the file is truncated`,
    );
  }
  return length;
}

function decoded(header: Uint8Array): string {
  if (header[0] !== 0x7b) throw refusal("the header does not begin with '{': this is not a safetensors file");
  try {
    return decodeUtf8(header);
  } catch {
    throw refusal("the header is not valid UTF-8");
  }
}

/** Throws unless the tensors fill `size` bytes of data, one after the other. */
function checkLayout(entries: readonly Entry[], size: number): void {
  let last = "the header";
  let at = 0;
  for (const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin < at) {
      throw refusal(
        `tensor ${quoted(name)} begins at byte ${begin} of the data, but ${last} ends at ${at}: they overlap`,
      );
    }
    if (begin > at) throw refusal(`the bytes ${at} to ${begin} of the data belong to no tensor`);
    last = `tensor ${quoted(name)}`;
    at = end;
  }
  if (at > size)
    throw refusal(`${last} ends at byte ${at} of the data, which has ${size}: the file is truncated`);
  if (at < size) throw refusal(`${last} ends at byte ${at} of the data, which goes on to ${size}`);
}
