// Damage to files: what a careless disk, a careless program and a careful attacker would do.

/** Integers at which arithmetic turns over, in the widths that files write them in. */
const numbers = [
  0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648, 4294967295,
];

const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A place in a file, as often near its beginning, where the headers are, as anywhere. */
function place(bytes, stream) {
  const most = stream.below(2) === 0 ? bytes.length : Math.min(bytes.length, 64 << stream.below(5));
  return stream.below(most + 1);
}

/** A piece of a file: mostly short. */
function piece(bytes, stream) {
  const from = place(bytes, stream);
  return [from, Math.min(bytes.length, from + 1 + stream.below(4 << stream.below(6)))];
}

function overwritten(bytes, at, part) {
  const changed = bytes.slice();
  changed.set(part.subarray(0, bytes.length - at), at);
  return changed;
}

/** An integer of 1, 2, 4 or 8 bytes, either end first, or as a protocol buffer writes it. */
function integer(stream) {
  const number = BigInt(stream.one(numbers)) + BigInt(stream.below(3) - 1);
  const kind = stream.below(7);
  if (kind === 6) return varint(BigInt.asUintN(64, number));
  const part = new Uint8Array(8);
  const little = kind < 3;
  new DataView(part.buffer).setBigInt64(0, number, little);
  const width = 2 << (kind % 3);
  return little ? part.subarray(0, width) : part.subarray(8 - width);
}

function varint(number) {
  const part = [];
  let rest = number;
  for (; rest > 127n; rest >>= 7n) part.push(Number(rest & 127n) | 128);
  return Uint8Array.of(...part, Number(rest));
}

const flip = (bytes, stream) => {
  const at = Math.min(place(bytes, stream), bytes.length - 1);
  return overwritten(bytes, at, Uint8Array.of(bytes[at] ^ (1 << stream.below(8))));
};
const set = (bytes, stream) => overwritten(bytes, place(bytes, stream), Uint8Array.of(stream.below(256)));
const cut = (bytes, stream) => bytes.slice(0, place(bytes, stream));
const remove = (bytes, stream) => {
  const [from, to] = piece(bytes, stream);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};
const repeat = (bytes, stream) => {
  const [from, to] = piece(bytes, stream);
  const times = 1 + stream.below(stream.below(20) === 0 ? 300 : 3);
  return joined(bytes.subarray(0, to), ...Array(times).fill(bytes.subarray(from, to)), bytes.subarray(to));
};
const move = (bytes, stream) => {
  const [from, to] = piece(bytes, stream);
  const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
  const at = place(rest, stream);
  return joined(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at));
};
const noise = (bytes, stream) => {
  const at = place(bytes, stream);
  const part = Uint8Array.from({ length: 1 + stream.below(16) }, () => stream.below(256));
  return joined(bytes.subarray(0, at), part, bytes.subarray(at));
};
const odd = (bytes, stream) => overwritten(bytes, place(bytes, stream), integer(stream));
const word = (bytes, stream, { words }) => {
  const at = place(bytes, stream);
  const to = stream.below(2) === 0 ? at : piece(bytes, stream)[1];
  return joined(bytes.subarray(0, at), stream.one(words), bytes.subarray(Math.max(at, to)));
};
const spelled = (bytes, stream, { words }) => overwritten(bytes, place(bytes, stream), stream.one(words));
/** The beginning of one file, the end of another. */
const crossed = (bytes, stream, { corpus }) => {
  const other = stream.one(corpus);
  return joined(bytes.subarray(0, place(bytes, stream)), other.subarray(place(other, stream)));
};

const ways = [flip, flip, set, set, cut, remove, repeat, move, noise, odd, word, word, spelled, crossed];

/** The longest that damage may make an input of `length` bytes: cases are many, and must be cheap. */
const longest = (length) => 4 * length + 4096;

/** One of the target's corpus files damaged in one to six places, half of them in one, the same for the same stream. */
export function damaged(stream, target) {
  const { corpus } = target;
  // Large files take long, and damage to small ones hits more.
  let source = stream.one(corpus);
  if (source.length > 20_000 && stream.below(40) > 0) source = stream.one(corpus);
  if (source.length > 20_000 && stream.below(40) > 0) source = corpus[0];
  let bytes = source;
  for (let left = stream.below(2) === 0 ? 1 : 1 + stream.below(6); left > 0; left--) {
    bytes = bytes.length === 0 ? noise(bytes, stream) : stream.one(ways)(bytes, stream, target);
    if (bytes.length > longest(source.length)) bytes = bytes.slice(0, longest(source.length));
  }
  return target.mend && stream.below(2) === 0 ? target.mend(bytes) : bytes;
}
