// Damaged safetensors files, the same for the same seed: bytes changed, inserted, removed, moved or cut off, and
// pieces of the header replaced by what breaks parsers.
import { random } from "@outgrad/engine/random";

const pieces = [
  ..."{}[],:\"\\0-.e \n\u0000",
  "[[[[[[[[", "{\"a\":", "1e999", "-1", "0.5", "01", "9007199254740992", "18446744073709551615", "\\u0000", "\\ud800",
  '"__proto__"', '"constructor"', '"__metadata__"', '"toString"', '"dtype"', '"shape"', '"data_offsets"', "null",
  '"F16"', '"F8_E4M3"', "[0,9007199254740991,9007199254740991]", "[4294967296,4294967296]", ",\"w\":{}", "\u00ff",
].map((text) => new TextEncoder().encode(text)); // biome-ignore format: one row per kind

/** `count` damaged files, each made of one of `files` by one to four mutations. */
export function* mutants(files, count, seed) {
  const stream = random(seed);
  for (let i = 0; i < count; i++) {
    let bytes = files[stream.integer(files.length)];
    for (let n = 1 + stream.integer(4); n > 0; n--) bytes = mutant(bytes, stream);
    yield bytes;
  }
}

function mutant(bytes, stream) {
  // Most of the damage goes to the length and the header: the data may hold anything.
  const at = stream.integer(
    Math.max(1, Math.min(bytes.length, stream.integer(3) === 0 ? bytes.length : 400)),
  );
  const to = Math.min(bytes.length, at + 1 + stream.integer(12));
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  switch (stream.integer(7)) {
    case 0: {
      const changed = bytes.slice();
      changed[at] ^= 1 << stream.integer(8);
      return changed;
    }
    case 1: {
      const changed = bytes.slice();
      changed[at] = stream.integer(256);
      return changed;
    }
    case 2:
      return bytes.slice(0, at);
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(to));
    case 4:
      return joined(bytes.subarray(0, to), bytes.subarray(at));
    case 5:
      return joined(bytes.subarray(0, at), pieces[stream.integer(pieces.length)], bytes.subarray(to));
    default:
      return withLength(
        joined(bytes.subarray(0, at), pieces[stream.integer(pieces.length)], bytes.subarray(at)),
      );
  }
}

/** The file with the length that its header seems to have, so that damage behind it is reached. */
function withLength(bytes) {
  if (bytes.length < 8) return bytes;
  const fixed = bytes.slice();
  const end = fixed.lastIndexOf(0x7d);
  new DataView(fixed.buffer).setUint32(0, Math.max(0, end + 1 - 8), true);
  return fixed;
}
