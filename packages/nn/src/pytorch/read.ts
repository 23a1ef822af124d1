import type { StateDict } from "../module-state.js";
import { Bytes } from "./bytes.js";
import { refusal } from "./error.js";
import { readLegacy } from "./legacy.js";
import { plain } from "./plain.js";
import { unpickle } from "./unpickle.js";
import { isZip, Zip } from "./zip.js";

/**
 * Reads a file of `torch.save`: a state dict, or a checkpoint of state dicts, numbers and texts.
 *
 * A state dict comes as `net.loadStateDict` takes it and `readSafetensors` gives it: tensors by name, F16 and BF16 widened
 * to Float32Arrays. Data says what else is expected; it is not checked here. Dicts with texts for keys are objects without a
 * prototype, other dicts Maps; lists and tuples arrays; None is null, integers beyond 2⁵³ bigints, bytes a Uint8Array, a dtype
 * or device a text. What is one object in the file is one here: tied weights share their array. Gradients' flags, hooks and
 * devices are left out.
 *
 * A pickle is a program, and `torch.load` may run whatever a file asks for. Nothing of a file is run here: what it names is
 * looked up in a short list, and all else is refused by name, such as a whole model (`torch.save(model, path)`). The bytes may
 * come from anywhere: zip archives are not unpacked, but read where they lie, checksums are compared, and before any array is
 * made each tensor has been found inside its storage, and all of them to need at most twice the bytes of the file.
 *
 * @example
 * const file = writePytorch({ epoch: 3, model: new Linear(2, 1).stateDict() });
 * const { epoch, model } = readPytorch<{ epoch: number; model: object }>(file);
 * epoch // => 3
 * Object.keys(model) // => [ 'weight', 'bias' ]
 *
 * @throws PytorchError, one sentence, for a file that is damaged or asks for more. TypeError for what is no Uint8Array.
 */
export function readPytorch<Data = StateDict>(bytes: Uint8Array): Data {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      "readPytorch: expected a Uint8Array; make one of an ArrayBuffer by new Uint8Array(buffer).",
    );
  }
  const room = 10_000 + bytes.length / 16;
  const { data, bytesOf } = isZip(bytes) ? readArchive(bytes, room) : readOther(bytes, room);
  return plain(data, bytesOf, 2 * bytes.length) as Data;
}

type Parts = ReturnType<typeof readLegacy>;

function readOther(bytes: Uint8Array, room: number): Parts {
  if (bytes[0] === 0x80) return readLegacy(bytes, room);
  throw refusal("this is no file of torch.save: it is neither a zip archive nor a pickle");
}

function readArchive(bytes: Uint8Array, room: number): Parts {
  const zip = new Zip(bytes);
  const pickles = zip.names().filter((name) => /^[^/]*\/data\.pkl$/.test(name));
  const pickle = pickles.length === 1 ? zip.entry(pickles[0] as string) : undefined;
  if (!pickle)
    throw refusal("this zip archive was not written by torch.save: it has no data.pkl in a folder");
  const folder = (pickles[0] as string).slice(0, -"data.pkl".length);
  const order = zip.entry(`${folder}byteorder`);
  if (order && String.fromCharCode(...order.subarray(0, 6)) !== "little") {
    throw refusal(
      "the numbers were written with their highest byte first; save the file on a machine that has the lowest first",
    );
  }
  const data = unpickle(new Bytes(pickle, "the file's pickle"), room);
  return { data, bytesOf: ({ key }) => zip.entry(`${folder}data/${key}`) };
}
