/** What a stored tensor's numbers come in, by the dtype that the file gives. Half floats are widened, exactly. */
interface ArrayOf {
  F64: Float64Array;
  F32: Float32Array;
  F16: Float32Array;
  BF16: Float32Array;
  I64: BigInt64Array;
  I32: Int32Array;
  I16: Int16Array;
  I8: Int8Array;
  U64: BigUint64Array;
  U32: Uint32Array;
  U16: Uint16Array;
  U8: Uint8Array;
  BOOL: Uint8Array;
}

/** A number format of safetensors, under its name in the files. */
export type StoredDType = keyof ArrayOf;

/**
 * A tensor as it lies in a safetensors file: `data` has its numbers in row-major order, as many as the product of
 * `shape`, which is [] for a single number. BOOL is bytes, 0 and 1.
 */
export type StoredTensor<D extends StoredDType = StoredDType> = {
  [K in D]: { readonly dtype: K; readonly shape: readonly number[]; readonly data: ArrayOf[K] };
}[D];

export type StoredArray = ArrayOf[StoredDType];

interface Format {
  /** Bytes of one number. */
  readonly width: number;
  /** What holds the numbers as they lie in the file. */
  readonly array: new (
    buffer: ArrayBuffer,
  ) => StoredArray;
  /** Makes numbers of the bytes in the file; only for formats that JavaScript has no array for. */
  readonly widen?: (bytes: Uint8Array) => Float32Array;
}

const formats: { readonly [D in StoredDType]: Format } = {
  F64: { width: 8, array: Float64Array },
  F32: { width: 4, array: Float32Array },
  F16: { width: 2, array: Uint16Array, widen: widenF16 },
  BF16: { width: 2, array: Uint16Array, widen: widenBF16 },
  I64: { width: 8, array: BigInt64Array },
  I32: { width: 4, array: Int32Array },
  I16: { width: 2, array: Int16Array },
  I8: { width: 1, array: Int8Array },
  U64: { width: 8, array: BigUint64Array },
  U32: { width: 4, array: Uint32Array },
  U16: { width: 2, array: Uint16Array },
  U8: { width: 1, array: Uint8Array },
  BOOL: { width: 1, array: Uint8Array },
};

/** The names of all formats, for error messages. */
export const dtypeNames: string = Object.keys(formats).join(" ");

/** The format of that name, if there is one. */
export const formatOf = (dtype: unknown): Format | undefined =>
  typeof dtype === "string" && Object.hasOwn(formats, dtype) ? formats[dtype as StoredDType] : undefined;

/** The 16 bits of number `i`, lowest byte first. */
const wordAt = (bytes: Uint8Array, i: number): number =>
  (bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8);

/** bfloat16 is the upper half of a float32. */
function widenBF16(bytes: Uint8Array): Float32Array {
  const wide = new Float32Array(bytes.length / 2);
  const bits = new Uint32Array(wide.buffer);
  for (let i = 0; i < wide.length; i++) bits[i] = wordAt(bytes, i) << 16;
  return wide;
}

/** IEEE half: 1 sign bit, 5 of exponent (bias 15, 31 for infinity and NaN), 10 of mantissa. NaNs keep their bits. */
function widenF16(bytes: Uint8Array): Float32Array {
  const wide = new Float32Array(bytes.length / 2);
  const bits = new Uint32Array(wide.buffer);
  for (let i = 0; i < wide.length; i++) {
    const half = wordAt(bytes, i);
    const exponent = (half >>> 10) & 31;
    const mantissa = half & 1023;
    const sign = (half & 0x8000) << 16;
    if (exponent === 0) wide[i] = (sign === 0 ? mantissa : -mantissa) * 2 ** -24;
    else bits[i] = sign | ((exponent === 31 ? 255 : exponent + 112) << 23) | (mantissa << 13);
  }
  return wide;
}
