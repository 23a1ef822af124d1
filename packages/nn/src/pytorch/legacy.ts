import { quoted } from "../quoted.js";
import { formatOf } from "../safetensors/dtype.js";
import { Bytes } from "./bytes.js";
import { refusal } from "./error.js";
import type { Thing } from "./globals.js";
import type { Storage } from "./storage.js";
import { unpickle } from "./unpickle.js";

/** The number that files begin with which are no zip archives. */
const magic = 0x1950a86a20f9469cfc6cn;

/**
 * Reads the format before PyTorch 1.6: five pickles, one after the other (a number that says so, the version, facts about the
 * machine, the data, a list of storages), then each storage of the list: how many numbers, and the numbers.
 */
export function readLegacy(
  bytes: Uint8Array,
  room: number,
): { data: Thing; bytesOf(storage: Storage): Uint8Array | undefined } {
  const reader = new Bytes(bytes, "the file");
  if (unpickle(reader, room) !== magic) {
    throw refusal("the file is a pickle, but not one of torch.save; save it with torch.save");
  }
  unpickle(reader, room);
  const system = unpickle(reader, room);
  if (system instanceof Map && system.get("little_endian") === false) {
    throw refusal(
      "the numbers were written with their highest byte first; save the file again with a newer PyTorch",
    );
  }
  const storages = new Map<string, Storage>();
  const data = unpickle(reader, room, storages);
  const keys = unpickle(reader, room);
  const parts = new Map<string, Uint8Array>();
  for (const key of Array.isArray(keys) ? keys : []) {
    const storage = typeof key === "string" ? storages.get(key) : undefined;
    if (!storage) throw refusal("the file has a storage that none of its tensors is in");
    const count = reader.u64();
    const width = formatOf(storage.dtype)?.width ?? 1;
    if (count !== storage.count) {
      throw refusal(
        `storage ${quoted(storage.key)} should have ${storage.count} numbers, but the file has ${count}`,
      );
    }
    parts.set(storage.key, reader.take(count * width));
  }
  return { data, bytesOf: ({ key }) => parts.get(key) };
}
