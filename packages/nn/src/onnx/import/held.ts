import { type Tensor, tensor } from "@outgrad/engine";
import { quoted } from "../../quoted.js";
import { OnnxError } from "../error.js";
import type { TensorProto } from "../proto/schema.js";

/** What a value of a graph is: numbers, integers, or true and false as 1 and 0. All are Tensors here. */
export interface Held {
  readonly t: Tensor;
  readonly kind: "float" | "int" | "bool";
  /** Whether it depends on shapes and constants only, so that its numbers may be looked at. */
  readonly known: boolean;
}

/** Integers, as a list. */
export const heldIntegers = (
  numbers: readonly number[],
  shape: readonly number[] = [numbers.length],
): Held => ({
  t: tensor(Float64Array.from(numbers), { shape: [...shape] as number[], dtype: "float64" }),
  kind: "int",
  known: true,
});

/** The numbers of something known. */
export function numbersIn(what: string, { t, known }: Held): number[] {
  if (known) return Array.from(t.numbersNow());
  throw new OnnxError(`${what} depends on the numbers of an input, and must be known from shapes alone`);
}

/** More numbers than that, which no file holds, are a mistake, or meant ill. */
const most = 2 ** 27;

/** The product of sizes. Throws a sentence for what is no shape. */
function productOf(what: string, shape: readonly number[]): number {
  const wrong = shape.find((size) => !Number.isSafeInteger(size) || size < 0);
  if (wrong !== undefined) throw new OnnxError(`${what} has a size of ${wrong}`);
  return shape.reduce((product, size) => product * size, 1);
}

/** How many numbers a result will have. Throws a sentence for what is no shape, and for more than there should be. */
export function countOf(what: string, shape: readonly number[]): number {
  const count = productOf(what, shape);
  if (count <= most) return count;
  throw new OnnxError(`${what} has the shape [${shape.join(", ")}], more numbers than fit`);
}

type Numbers = Float32Array | Float64Array;

/** How one format lies in a file: how many bytes each number has, and what they are. */
interface Format {
  readonly kind: Held["kind"];
  readonly bytes: number;
  read(view: DataView, at: number): number;
  /** Where numbers are if they are not given as bytes. */
  readonly field: "floatData" | "int32Data" | "int64Data" | "doubleData";
}

const int64 = (view: DataView, at: number): number =>
  view.getInt32(at + 4, true) * 4294967296 + view.getUint32(at, true);

/** By ONNX's numbers for them. */
const formats: Readonly<Record<number, Format>> = {
  1: { kind: "float", bytes: 4, read: (view, at) => view.getFloat32(at, true), field: "floatData" },
  2: { kind: "int", bytes: 1, read: (view, at) => view.getUint8(at), field: "int32Data" },
  3: { kind: "int", bytes: 1, read: (view, at) => view.getInt8(at), field: "int32Data" },
  4: { kind: "int", bytes: 2, read: (view, at) => view.getUint16(at, true), field: "int32Data" },
  5: { kind: "int", bytes: 2, read: (view, at) => view.getInt16(at, true), field: "int32Data" },
  6: { kind: "int", bytes: 4, read: (view, at) => view.getInt32(at, true), field: "int32Data" },
  7: { kind: "int", bytes: 8, read: int64, field: "int64Data" },
  9: { kind: "bool", bytes: 1, read: (view, at) => view.getUint8(at), field: "int32Data" },
  11: { kind: "float", bytes: 8, read: (view, at) => view.getFloat64(at, true), field: "doubleData" },
};

/** What a format's numbers are; undefined for a format that is not known here. */
export const kindOf = (dataType: number): Held["kind"] | undefined => formats[dataType]?.kind;

/** The dtype that holds a format's numbers. */
export const dtypeOf = (dataType: number): "float32" | "float64" => (dataType === 1 ? "float32" : "float64");

/** A tensor of a file. The sizes are checked before there is an array for it. */
export function heldTensor(proto: TensorProto): Held {
  const { name = "", dims, dataType = 0, rawData, dataLocation = 0 } = proto;
  const what = name === "" ? "a tensor" : `the tensor ${quoted(name)}`;
  if (dataLocation !== 0) {
    throw new OnnxError(`${what} has its numbers in another file; save the model with all of them in one`);
  }
  const format = formats[dataType];
  if (format === undefined) {
    throw new OnnxError(`${what} has the format ${dataType}; float, double, bool and integers can be read`);
  }
  const count = productOf(what, dims);
  const { kind, bytes, read, field } = format;
  const list = proto[field];
  const found = rawData === undefined ? list.length : rawData.length / bytes;
  if (found !== count) {
    throw new OnnxError(
      `${what} has the shape [${dims.join(", ")}] and so ${count} numbers, but the file has ${found}`,
    );
  }
  const numbers: Numbers =
    dtypeOf(dataType) === "float32" ? new Float32Array(count) : new Float64Array(count);
  if (rawData === undefined) numbers.set(list);
  else {
    const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
    for (let i = 0; i < count; i++) numbers[i] = read(view, i * bytes);
  }
  return { t: tensor(numbers, { shape: [...dims], dtype: dtypeOf(dataType) }), kind, known: true };
}
