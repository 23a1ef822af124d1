import { isTensor } from "@outgrad/engine";
import { numbersOf } from "../elsewhere.js";
import type { StoredTensor } from "../safetensors/dtype.js";
import { SafetensorsError } from "../safetensors/error.js";
import { isStored } from "../safetensors/stored-bytes.js";

/** Deeper data than this are a mistake, or an attack. */
const deepest = 100;

const dtypes = new Map<unknown, StoredTensor["dtype"]>([
  [Float64Array, "F64"],
  [Float32Array, "F32"],
  [Int32Array, "I32"],
  [Uint8Array, "U8"],
]);

/**
 * Plain data as text, with its arrays and Tensors apart, each under the path to it: `optimizer.memory.0.arrays.mean`.
 * In the text an object with the one key "$" stands for what JSON has no word for: {"$": "tensor", ...}, {"$": "NaN"}.
 */
export function flatten(
  where: string,
  data: unknown,
): { text: string; tensors: Record<string, StoredTensor> } {
  const tensors: Record<string, StoredTensor> = Object.create(null);
  const put = (path: string, tensor: StoredTensor): string => {
    let name = path;
    while (name in tensors) name += "_";
    tensors[name] = tensor;
    return name;
  };
  const strip = (item: unknown, path: string, depth: number): unknown => {
    if (depth > deepest) throw new TypeError(`${where}: ${path} is nested more than ${deepest} levels deep.`);
    if (item === null || typeof item === "string" || typeof item === "boolean") return item;
    if (typeof item === "number") {
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : { $: Object.is(item, -0) ? "-0" : String(item) };
    }
    if (isTensor(item)) {
      const dtype = item.dtype === "float64" ? "F64" : "F32";
      return {
        $: "Tensor",
        name: put(path, {
          dtype,
          shape: [...item.shape],
          data: numbersOf(where, path, item),
        } as StoredTensor),
      };
    }
    if (isStored(item)) return { $: "Tensor", name: put(path, item) };
    const dtype = dtypes.get((item as object)?.constructor);
    if (dtype !== undefined) {
      const array = item as Float64Array;
      return { $: "array", name: put(path, { dtype, shape: [array.length], data: array } as StoredTensor) };
    }
    if (Array.isArray(item)) return item.map((part, i) => strip(part, `${path}.${i}`, depth + 1));
    const prototype = typeof item === "object" ? Object.getPrototypeOf(item) : undefined;
    if (prototype === Object.prototype || prototype === null) {
      const entries = Object.entries(item as object).filter(([, part]) => part !== undefined);
      const stripped = entries.map(([key, part]) => [
        key,
        strip(part, path ? `${path}.${key}` : key, depth + 1),
      ]);
      const found = Object.fromEntries(stripped);
      return "$" in found ? { $: "object", found } : found;
    }
    throw new TypeError(
      `${where}: ${path || "the data"} is ${String(item)}; a checkpoint holds plain data, typed arrays and Tensors.`,
    );
  };
  return { text: JSON.stringify(strip(data, "", 0)), tensors };
}

/** What `flatten` was given; Tensors come back as they are stored. Throws a SafetensorsError for anything else. */
export function unflatten(
  where: string,
  text: string,
  tensors: Readonly<Record<string, StoredTensor>>,
): unknown {
  const refuse = (why: string): never => {
    throw new SafetensorsError(`${where}: ${why}.`);
  };
  const named = (name: unknown): StoredTensor => {
    if (typeof name !== "string" || !Object.hasOwn(tensors, name))
      return refuse("a tensor that it names is missing");
    return tensors[name] as StoredTensor;
  };
  const build = (item: unknown, depth: number): unknown => {
    if (depth > deepest) return refuse(`its data are nested more than ${deepest} levels deep`);
    if (typeof item !== "object" || item === null) return item;
    if (Array.isArray(item)) return item.map((part) => build(part, depth + 1));
    const marked = item as { $?: unknown; name?: unknown; found?: unknown };
    if (Object.hasOwn(item, "$")) {
      switch (marked.$) {
        case "NaN":
        case "Infinity":
        case "-Infinity":
        case "-0":
          return Number(marked.$);
        case "array":
          return named(marked.name).data;
        case "Tensor":
          return named(marked.name);
        case "object":
          return members(marked.found, depth);
        default:
          return refuse("it holds something that this version does not know");
      }
    }
    return members(item, depth);
  };
  const members = (item: unknown, depth: number): unknown => {
    if (typeof item !== "object" || item === null) return refuse("its data are damaged");
    return Object.fromEntries(Object.entries(item).map(([key, part]) => [key, build(part, depth + 1)]));
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse("its data are damaged");
  }
  return build(parsed, 0);
}
