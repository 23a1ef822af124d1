import { quoted } from "../quoted.js";
import type { StoredTensor } from "../safetensors/dtype.js";
import { refusal } from "./error.js";
import { Global, type Thing } from "./globals.js";
import { checkView, memoryOf, numbersOf } from "./numbers.js";
import { Storage, View } from "./storage.js";

/** What a file of torch.save may hold: see `readPytorch`. */
export type PytorchData =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | StoredTensor
  | readonly PytorchData[]
  | { readonly [key: string]: PytorchData }
  | ReadonlyMap<string | number | bigint | boolean | null, PytorchData>;

/** Deeper data than this are a mistake, or an attack. */
const deepest = 100;

/** Gives the bytes of a storage; undefined where the file has none. */
export type BytesOf = (storage: Storage) => Uint8Array | undefined;

/**
 * What a pickle made as plain data, with the tensors' numbers. All tensors are checked before an array is made: each inside
 * its storage, all of them in at most `memory` bytes. What is one object in the file is one here too.
 */
export function plain(root: Thing, bytesOf: BytesOf, memory: number): PytorchData {
  const walk = new Walk(bytesOf, memory);
  walk.check(root, "", 0);
  return walk.convert(root);
}

class Walk {
  readonly #bytesOf: BytesOf;
  readonly #memory: number;
  #needed = 0;
  /** The checked ones of all views: the first of equal ones, whose numbers they share. */
  readonly #checkedViews = new Map<View, Checked>();
  readonly #firsts = new Map<string, Checked>();
  readonly #checked = new Set<Thing>();
  readonly #around = new Set<Thing>();
  readonly #converted = new Map<Thing, PytorchData>();

  constructor(bytesOf: BytesOf, memory: number) {
    this.#bytesOf = bytesOf;
    this.#memory = memory;
  }

  check(thing: Thing, path: string, depth: number): void {
    if (thing instanceof View) this.#checkView(thing, path);
    if (thing instanceof Storage || (thing instanceof Global && thing.kind !== "dtype")) {
      throw refusal(`${place(path)} is no data, but a part of a tensor's description`);
    }
    if (!isContainer(thing)) return;
    if (this.#around.has(thing)) throw refusal(`${place(path)} is inside itself`);
    if (this.#checked.has(thing)) return;
    if (depth > deepest) throw refusal(`its data are nested more than ${deepest} levels deep`);
    this.#around.add(thing);
    for (const [key, item] of thing.entries()) {
      if (typeof item !== "object" || item === null) continue;
      this.check(item, path === "" ? String(key) : `${path}.${String(key)}`, depth + 1);
    }
    this.#around.delete(thing);
    this.#checked.add(thing);
  }

  convert(thing: Thing): PytorchData {
    if (thing instanceof View) return this.#tensor(thing);
    if (thing instanceof Global) return thing.name;
    if (!isContainer(thing)) return thing as PytorchData;
    const known = this.#converted.get(thing);
    if (known !== undefined) return known;
    const made = Array.isArray(thing) ? thing.map((item) => this.convert(item)) : this.#dict(thing);
    this.#converted.set(thing, made);
    return made;
  }

  #dict(dict: Map<Thing, Thing>): PytorchData {
    const entries = Array.from(dict, ([key, item]) => [key, this.convert(item)] as const);
    if (!entries.every(([key]) => typeof key === "string")) return new Map(entries) as PytorchData;
    const record: Record<string, PytorchData> = Object.create(null);
    for (const [key, item] of entries) record[key as string] = item;
    return record;
  }

  #checkView(view: View, path: string): void {
    const id = identity(view);
    const first = this.#firsts.get(id) ?? this.#newlyChecked(view, path);
    this.#firsts.set(id, first);
    this.#checkedViews.set(view, first);
  }

  #newlyChecked(view: View, path: string): Checked {
    const what = path === "" ? "the tensor" : `tensor ${quoted(path)}`;
    const bytes = this.#bytesOf(view.storage);
    if (!bytes)
      throw refusal(`${what} is in storage ${quoted(view.storage.key)}, which the file does not have`);
    checkView(what, view, bytes);
    this.#needed += memoryOf(view);
    if (this.#needed > this.#memory) {
      throw refusal(
        `the tensors share storages and would take more than ${this.#memory} bytes apart, twice the file; save them as clones`,
      );
    }
    return { bytes, tensor: undefined };
  }

  #tensor(view: View): StoredTensor {
    const checked = this.#checkedViews.get(view) as Checked;
    checked.tensor ??= numbersOf(view, checked.bytes);
    return checked.tensor;
  }
}

interface Checked {
  readonly bytes: Uint8Array;
  tensor: StoredTensor | undefined;
}

const isContainer = (thing: Thing): thing is Thing[] | Map<Thing, Thing> =>
  Array.isArray(thing) || thing instanceof Map;

const place = (path: string): string => (path === "" ? "what the file holds" : quoted(path));

const identity = ({ storage, dtype, offset, shape, strides }: View): string =>
  JSON.stringify([storage.key, storage.dtype, storage.count, dtype, offset, shape, strides]);
