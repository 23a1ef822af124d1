import { quoted } from "../quoted.js";
import type { StoredDType } from "../safetensors/dtype.js";
import { refusal } from "./error.js";
import { dtypes, storageDtypes } from "./names.js";
import { Storage, View } from "./storage.js";

/** What a pickle may make. Tuples are lists, every dict is a Map. */
export type Thing =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Storage
  | View
  | Global
  | Thing[]
  | Map<Thing, Thing>;

/** What a pickle may name. */
export class Global {
  readonly name: string;
  readonly kind: "function" | "storage" | "dtype";
  /** Of storages and dtypes: which numbers, if that is known. */
  readonly dtype: StoredDType | undefined;
  /** Of functions: what a call gives. */
  readonly call: ((args: readonly Thing[]) => Thing) | undefined;

  constructor(
    name: string,
    kind: "storage" | "dtype" | ((args: readonly Thing[]) => Thing),
    dtype?: StoredDType,
  ) {
    this.name = name;
    this.kind = typeof kind === "function" ? "function" : kind;
    this.call = typeof kind === "function" ? kind : undefined;
    this.dtype = dtype;
  }
}

const known = new Map<string, Global>();
const add = (...args: ConstructorParameters<typeof Global>): void => {
  known.set(args[0], new Global(...args));
};

add("collections.OrderedDict", (args) => {
  if (args.length > 0) throw misused("collections.OrderedDict");
  return new Map();
});
// The milestones of MultiStepLR.
add("collections.Counter", ([counts]) => {
  if (!(counts instanceof Map)) throw misused("collections.Counter");
  return counts;
});
add("torch.Size", ([sizes]) => {
  if (!Array.isArray(sizes)) throw misused("torch.Size");
  return sizes;
});
add("torch.device", ([type, index]) => {
  if (typeof type !== "string") throw misused("torch.device");
  return typeof index === "number" ? `${type}:${index}` : type;
});
// Protocol 2 writes bytes as text in Latin-1.
add("_codecs.encode", ([text, encoding]) => {
  if (typeof text !== "string" || encoding !== "latin1" || /[^\0-\xff]/.test(text)) {
    throw misused("_codecs.encode");
  }
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
});
add("torch._utils._rebuild_tensor_v2", ([storage, offset, shape, strides]) =>
  viewOf(storage, offset, shape, strides),
);
add("torch._utils._rebuild_tensor_v3", ([storage, offset, shape, strides, , , dtype]) =>
  viewOf(storage, offset, shape, strides, dtype),
);
for (const name of ["_rebuild_parameter", "_rebuild_parameter_with_state"]) {
  add(`torch._utils.${name}`, ([view]) => {
    if (!(view instanceof View)) throw misused(name);
    return view;
  });
}
for (const [name, dtype] of storageDtypes) add(`torch.${name}`, "storage", dtype);
for (const name of ["UntypedStorage", "_UntypedStorage"]) add(`torch.storage.${name}`, "storage");
for (const [name, dtype] of dtypes) add(`torch.${name}`, "dtype", dtype);

/** What a pickle names, if it is one of the few things that are known; nothing else is ever called. */
export function globalOf(module: string, name: string): Global {
  const found = known.get(`${module}.${name}`);
  if (found) return found;
  throw refusal(
    `the file asks for ${quoted(`${module}.${name}`)}; a pickle is a program, and none is run here: only state dicts, ` +
      "lists, dicts, numbers and texts are read, such as torch.save(model.state_dict(), path) writes",
  );
}

const misused = (name: string): Error => refusal(`${name} is called in a way that PyTorch does not call it`);

const isCount = (found: unknown): found is number => Number.isSafeInteger(found) && (found as number) >= 0;
const isShape = (found: unknown): found is number[] =>
  Array.isArray(found) && found.length <= 64 && found.every(isCount);

function viewOf(storage?: Thing, offset?: Thing, shape?: Thing, strides?: Thing, as?: Thing): View {
  const dtype =
    as instanceof Global && as.kind === "dtype"
      ? as.dtype
      : storage instanceof Storage
        ? storage.dtype
        : undefined;
  const isView =
    storage instanceof Storage &&
    dtype !== undefined &&
    isCount(offset) &&
    isShape(shape) &&
    isShape(strides) &&
    strides.length === shape.length;
  if (!isView) throw refusal("a tensor is described in a way that PyTorch does not describe it");
  return new View(storage, dtype, offset, [...shape], [...strides]);
}

/** The storage that a pickle refers to: ("storage", class, key, device, count). */
export function storageOf(id: Thing): Storage {
  const [kind, type, key, , count, slice] = Array.isArray(id) ? id : [];
  const isStorage =
    kind === "storage" &&
    type instanceof Global &&
    type.kind === "storage" &&
    typeof key === "string" &&
    isCount(count);
  if (!isStorage) throw refusal("a storage is described in a way that PyTorch does not describe it");
  // Only files of the format before PyTorch 1.6 have one.
  if (slice !== undefined && slice !== null) {
    throw refusal("the file has a storage that is a part of another one; save the tensors as clones");
  }
  return new Storage(type.dtype, key, count);
}
