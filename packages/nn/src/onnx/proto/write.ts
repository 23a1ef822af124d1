import { joined, lengthOf } from "../../joined.js";
import { encodeUtf8 } from "../../utf8.js";
import type { Field, Message, Schema } from "./schema.js";

/** A piece of a file, in parts that are put together once at the end. */
type Parts = Uint8Array[];

/** A message as bytes. Fields that are not there are not written; lists of numbers are packed. */
export function writeMessage<const S extends Schema>(message: Message<S>, schema: S): Uint8Array {
  const parts: Parts = [];
  addFields(message as Readonly<Record<string, unknown>>, schema, parts);
  return joined(parts);
}

function addFields(message: Readonly<Record<string, unknown>>, schema: Schema, parts: Parts): void {
  for (const [name, field] of Object.entries(schema)) {
    const found = message[name];
    if (found !== undefined) addField(found, field, parts);
  }
}

function addField(found: unknown, [number, kind, inner]: Field, parts: Parts): void {
  if (inner !== undefined) {
    for (const message of found as readonly Readonly<Record<string, unknown>>[]) {
      const content: Parts = [];
      addFields(message, inner, content);
      parts.push(Uint8Array.from([...varint(number * 8 + 2), ...varint(lengthOf(content))]));
      for (const part of content) parts.push(part);
    }
    return;
  }
  if (kind === "strings") {
    for (const text of found as readonly string[]) addField(text, [number, "string"], parts);
    return;
  }
  if (kind === "int") parts.push(Uint8Array.from([...varint(number * 8), ...varint(found as number)]));
  else if (kind === "float")
    parts.push(Uint8Array.from([...varint(number * 8 + 5), ...float(found as number)]));
  else if (kind === "double")
    parts.push(Uint8Array.from([...varint(number * 8 + 1), ...double(found as number)]));
  else {
    const content = contentOf(found, kind);
    if (content.length === 0 && kind !== "bytes" && kind !== "string") return;
    parts.push(Uint8Array.from([...varint(number * 8 + 2), ...varint(content.length)]), content);
  }
}

function contentOf(found: unknown, kind: Field[1]): Uint8Array {
  if (kind === "bytes") return found as Uint8Array;
  if (kind === "string") return encodeUtf8(found as string);
  const code = kind === "ints" ? varint : kind === "floats" ? float : double;
  return Uint8Array.from((found as readonly number[]).flatMap((number) => [...code(number)]));
}

/** A signed integer of 64 bits: seven bits to a byte, the lowest first. */
function varint(integer: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(integer));
  const bytes: number[] = [];
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}

const float = (number: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, number, true);
  return bytes;
};

const double = (number: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, number, true);
  return bytes;
};
