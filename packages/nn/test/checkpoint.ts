import { readSafetensors, type StoredTensor, writeSafetensors } from "../src/index.js";

/** Plain data as one safetensors file: its typed arrays as tensors named by where they stand, the rest as JSON. */
export function pack(data: unknown): Uint8Array {
  const tensors: Record<string, StoredTensor> = {};
  const strip = (item: unknown, path: string): unknown => {
    if (item instanceof Float64Array) {
      tensors[path] = { dtype: "F64", shape: [item.length], data: item };
      return { tensor: path };
    }
    if (typeof item !== "object" || item === null) return item;
    if (Array.isArray(item)) return item.map((inner, i) => strip(inner, `${path}/${i}`));
    return Object.fromEntries(
      Object.entries(item).map(([key, inner]) => [key, strip(inner, `${path}/${key}`)]),
    );
  };
  const json = JSON.stringify(strip(data, ""));
  return writeSafetensors(tensors, { json });
}

/** What `pack` was given. */
export function unpack(bytes: Uint8Array): never {
  const { tensors, metadata } = readSafetensors(bytes);
  return JSON.parse(metadata.json as string, (_, item) =>
    typeof item?.tensor === "string" ? tensors[item.tensor]?.data : item,
  ) as never;
}
