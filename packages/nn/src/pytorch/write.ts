import { stridesOf } from "@outgrad/engine/backend";
import type { StoredTensor } from "../safetensors/dtype.js";
import { isWellFormed } from "../safetensors/scanner.js";
import { isStored, storedBytes } from "../safetensors/stored-bytes.js";
import { shown } from "../shown.js";
import { storageDtypes } from "./names.js";
import { Pickler } from "./pickler.js";
import type { PytorchData } from "./plain.js";
import { zipOf } from "./zip-write.js";

/** Deeper data than this are a mistake: most likely they contain themselves. */
const deepest = 100;

const classes = new Map([...storageDtypes].map(([name, dtype]) => [dtype, name]));

/**
 * Writes a file that `torch.load(path)` reads, also with weights_only=True, the default since PyTorch 2.6: a state dict, or a
 * checkpoint of state dicts, numbers, texts, lists, objects and Maps.
 *
 * Every bit of tensors is kept; F16, BF16 and the unsigned formats but U8 cannot be written. Two tensors with one array
 * share their storage in PyTorch too. Whole numbers become ints, others floats; Maps dicts with keys of any kind. The same
 * data give the same bytes.
 *
 * @example
 * const net = new Linear(2, 1);
 * const file = writePytorch(net.stateDict()); // model.load_state_dict(torch.load("net.pt"))
 * new Linear(2, 1).loadStateDict(readPytorch(file)) // => { missing: [], unexpected: [] }
 *
 * @throws TypeError for what it cannot write, with its place; RangeError for a tensor that is none and above 4 GiB.
 */
export function writePytorch(data: PytorchData): Uint8Array {
  const writer = new Writer();
  writer.write(data, "", 0);
  const entries = new Map([["archive/data.pkl", writer.pickler.bytes()]]);
  const text = (value: string) => Uint8Array.from(value, (character) => character.charCodeAt(0));
  entries.set("archive/byteorder", text("little"));
  for (const [i, bytes] of writer.storages.entries()) entries.set(`archive/data/${i}`, bytes);
  entries.set("archive/version", text("3\n"));
  const file = zipOf(entries);
  if (file) return file;
  throw new RangeError(
    "writePytorch: the file would be above 4 GiB or 65,000 tensors; use writeSafetensors.",
  );
}

class Writer {
  readonly pickler = new Pickler();
  readonly storages: Uint8Array[] = [];
  readonly #keys = new Map<unknown, number>();

  write(item: unknown, path: string, depth: number): void {
    const { pickler } = this;
    const what = path === "" ? "the data" : JSON.stringify(path);
    if (depth > deepest) {
      throw new TypeError(`writePytorch: ${what} is nested more than ${deepest} levels deep.`);
    }
    if (item === null) pickler.none();
    else if (typeof item === "boolean") pickler.boolean(item);
    else if (typeof item === "number") pickler.number(item);
    else if (typeof item === "bigint" && BigInt.asIntN(512, item) === item) pickler.integer(item);
    else if (typeof item === "string") this.#text(item, what);
    else if (isStored(item)) this.#tensor(item, what);
    else if (Array.isArray(item)) {
      pickler.list(() => {
        for (const [i, part] of item.entries()) this.write(part, inside(path, i), depth + 1);
      });
    } else if (isDict(item)) {
      const entries = item instanceof Map ? item : Object.entries(item);
      pickler.dict(() => {
        for (const [key, part] of entries) {
          if (typeof key === "object" && key !== null) throw refusal(what, "has the key", key);
          this.write(key, inside(path, key), depth + 1);
          this.write(part, inside(path, key), depth + 1);
        }
      });
    } else throw refusal(what, "is", item);
  }

  #text(text: string, what: string): void {
    if (!isWellFormed(text)) {
      throw new TypeError(`writePytorch: ${what} has half of a surrogate pair, which UTF-8 cannot write.`);
    }
    this.pickler.text(text);
  }

  #tensor(tensor: StoredTensor, what: string): void {
    const { dtype, shape, data } = tensor;
    const name = classes.get(dtype);
    const { bytes } = storedBytes(`writePytorch: ${what}`, tensor);
    if (name === undefined) {
      throw new TypeError(`writePytorch: ${what} has the dtype ${dtype}, which PyTorch has no storages of.`);
    }
    const key = this.#keys.get(data) ?? this.storages.push(bytes) - 1;
    this.#keys.set(data, key);
    const { pickler } = this;
    pickler.global("torch._utils", "_rebuild_tensor_v2");
    pickler.tuple(() => {
      pickler.tuple(() => {
        pickler.text("storage");
        pickler.global("torch", name);
        pickler.text(String(key));
        pickler.text("cpu");
        pickler.number(data.length);
      });
      pickler.persistent();
      pickler.number(0);
      // PyTorch takes a size of 0 for 1 here.
      for (const sizes of [shape, stridesOf(shape.map((size) => Math.max(1, size)))]) {
        pickler.tuple(() => {
          for (const size of sizes) pickler.number(size);
        });
      }
      pickler.boolean(false);
      pickler.global("collections", "OrderedDict");
      pickler.tuple(() => {});
      pickler.call();
    });
    pickler.call();
  }
}

const inside = (path: string, key: unknown): string => (path === "" ? String(key) : `${path}.${String(key)}`);

function isDict(item: unknown): item is object {
  if (typeof item !== "object" || item === null) return false;
  const prototype = Object.getPrototypeOf(item);
  return item instanceof Map || prototype === Object.prototype || prototype === null;
}

const refusal = (what: string, is: string, item: unknown): Error =>
  new TypeError(
    `writePytorch: ${what} ${is} ${shown(item)}; a file holds stored tensors, such as those of stateDict(), lists, objects, ` +
      "Maps, numbers, texts, true, false and null.",
  );
