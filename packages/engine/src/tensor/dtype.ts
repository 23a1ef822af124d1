/** The kinds of numbers that a Tensor holds: doubles, or singles, which take half the memory and half the time. */
export type DType = "float64" | "float32";

/** A flat array of a tensor's numbers. */
export type Floats = Float64Array | Float32Array;

/** The dtype of a typed array. */
export const dtypeOf = (data: Floats): DType => (data instanceof Float64Array ? "float64" : "float32");

/** The dtype as it was given; throws a sentence for anything else. */
export function checkDtype(where: string, dtype: unknown): DType {
  if (dtype === "float64" || dtype === "float32") return dtype;
  throw new TypeError(`${where}: expected dtype "float64" or "float32", got ${JSON.stringify(dtype)}.`);
}
