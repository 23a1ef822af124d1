/**
 * How a field is written: `int` an integer of up to 64 bits, `float` and `double` a number, `bytes` bytes as they are,
 * `string` text; those with an s are lists, as are messages, of the kind that the third part of the field says.
 */
export type Kind =
  | "int"
  | "ints"
  | "float"
  | "floats"
  | "double"
  | "doubles"
  | "bytes"
  | "string"
  | "strings"
  | "messages";

/** One field of a message: its number in the file, how it is written, and what messages it holds. */
export type Field = readonly [number: number, kind: Kind, message?: Schema];

/** The fields of a message by name. */
export interface Schema {
  readonly [name: string]: Field;
}

interface Kinds {
  int: number;
  float: number;
  double: number;
  bytes: Uint8Array;
  string: string;
  ints: readonly number[];
  floats: readonly number[];
  doubles: readonly number[];
  strings: readonly string[];
}

type ListKind = "ints" | "floats" | "doubles" | "strings" | "messages";

type Content<F extends Field> = F extends readonly [number, "messages", infer M extends Schema]
  ? readonly Message<M>[]
  : Kinds[F[1] & keyof Kinds];

/** A message as an object. Fields that a file does not have are absent; lists may be, and then are empty when read. */
export type Message<S extends Schema> = { readonly [Name in keyof S]?: Content<S[Name]> };

/** A message as it is read: lists are always there. */
export type Read<S extends Schema> = {
  readonly [Name in keyof S as S[Name][1] extends ListKind ? Name : never]: S[Name] extends readonly [
    number,
    "messages",
    infer M extends Schema,
  ]
    ? readonly Read<M>[]
    : Content<S[Name]>;
} & { readonly [Name in keyof S as S[Name][1] extends ListKind ? never : Name]?: Content<S[Name]> };

// The numbers are those of onnx.proto, ONNX's own description of its files. Of what is left out nothing is read.

const entry = { key: [1, "string"], value: [2, "string"] } as const satisfies Schema;

export const tensorSchema = {
  dims: [1, "ints"],
  dataType: [2, "int"],
  floatData: [4, "floats"],
  int32Data: [5, "ints"],
  int64Data: [7, "ints"],
  name: [8, "string"],
  rawData: [9, "bytes"],
  doubleData: [10, "doubles"],
  dataLocation: [14, "int"],
} as const satisfies Schema;

const attributeSchema = {
  name: [1, "string"],
  f: [2, "float"],
  i: [3, "int"],
  s: [4, "bytes"],
  t: [5, "messages", tensorSchema],
  graph: [6, "bytes"],
  floats: [7, "floats"],
  ints: [8, "ints"],
  graphs: [11, "bytes"],
  type: [20, "int"],
} as const satisfies Schema;

const nodeSchema = {
  input: [1, "strings"],
  output: [2, "strings"],
  name: [3, "string"],
  opType: [4, "string"],
  attribute: [5, "messages", attributeSchema],
  domain: [7, "string"],
} as const satisfies Schema;

const dimSchema = { value: [1, "int"], param: [2, "string"] } as const satisfies Schema;
const shapeSchema = { dim: [1, "messages", dimSchema] } as const satisfies Schema;
const tensorTypeSchema = {
  elemType: [1, "int"],
  shape: [2, "messages", shapeSchema],
} as const satisfies Schema;
const typeSchema = { tensorType: [1, "messages", tensorTypeSchema] } as const satisfies Schema;
const valueSchema = { name: [1, "string"], type: [2, "messages", typeSchema] } as const satisfies Schema;

const graphSchema = {
  node: [1, "messages", nodeSchema],
  name: [2, "string"],
  initializer: [5, "messages", tensorSchema],
  input: [11, "messages", valueSchema],
  output: [12, "messages", valueSchema],
  sparseInitializer: [15, "bytes"],
} as const satisfies Schema;

const opsetSchema = { domain: [1, "string"], version: [2, "int"] } as const satisfies Schema;

export const modelSchema = {
  irVersion: [1, "int"],
  producerName: [2, "string"],
  producerVersion: [3, "string"],
  docString: [6, "string"],
  graph: [7, "messages", graphSchema],
  opset: [8, "messages", opsetSchema],
  metadata: [14, "messages", entry],
  functions: [25, "bytes"],
} as const satisfies Schema;

/** What is written. */
export type NodeToWrite = Message<typeof nodeSchema>;
export type AttributeToWrite = Message<typeof attributeSchema>;
export type TensorToWrite = Message<typeof tensorSchema>;
export type ValueToWrite = Message<typeof valueSchema>;

/** What is read. */
export type GraphProto = Read<typeof graphSchema>;
export type NodeProto = Read<typeof nodeSchema>;
export type AttributeProto = Read<typeof attributeSchema>;
export type TensorProto = Read<typeof tensorSchema>;
export type ValueProto = Read<typeof valueSchema>;

/** What an attribute holds, by its `type`. */
export const attributeTypes = { float: 1, int: 2, string: 3, tensor: 4, floats: 6, ints: 7 } as const;

/** The formats of numbers, as `dataType` and `elemType` say them. */
export const dataTypes = { float32: 1, int64: 7, bool: 9, float64: 11 } as const;
