import type { Bytes } from "./bytes.js";
import { refusal } from "./error.js";
import { Global, globalOf, storageOf, type Thing } from "./globals.js";
import type { Storage } from "./storage.js";

/** Where a list of things on the stack begins. */
const mark = Symbol("mark");
type Item = Thing | typeof mark;

/** The longest pickle, in bytes. What it makes takes more memory than itself; numbers by the million are in storages. */
const longestPickle = 2 ** 24;

/** The longest integer, in bytes: above what seeds and states of random numbers need. */
const longestInteger = 64;

/** A pickle that is being read. */
interface Run {
  readonly bytes: Bytes;
  readonly stack: Item[];
  readonly memo: Item[];
  /** The storages that it has referred to, by key. */
  readonly storages: Map<string, Storage>;
  /** How many more lists and dicts it may make. */
  room: number;
}

/**
 * Reads a pickle, from where `bytes` stands to its end: the opcodes that Python writes for data, in protocols 2 to 5. What it
 * asks for by name is looked up in a short list, and nothing else is called.
 *
 * `room` is how many lists, tuples and dicts it may have: each takes more memory than the byte that asks for it. The storages
 * that it refers to are added to `storages`, by key.
 */
export function unpickle(bytes: Bytes, room: number, storages: Map<string, Storage> = new Map()): Thing {
  const run: Run = { bytes, stack: [], memo: [], storages, room };
  const end = bytes.at + longestPickle;
  for (;;) {
    if (bytes.at > end) {
      throw refusal(
        `the file's pickle has more than ${longestPickle} bytes; keep long lists of numbers as tensors`,
      );
    }
    const code = bytes.u8();
    if (code === STOP) break;
    const opcode = opcodes.get(code);
    if (!opcode) {
      throw refusal(
        `the file's pickle has the opcode 0x${code.toString(16)}, which data do not need; save it with PyTorch's default protocol`,
      );
    }
    opcode(run);
  }
  const result = thing(run);
  if (run.stack.length > 0) throw damaged();
  return result;
}

const damaged = (): Error => refusal("the file's pickle is damaged");

function thing({ stack }: Run): Thing {
  const top = stack.pop();
  if (top === undefined || top === mark) throw damaged();
  return top;
}

/** What is under the top, which stays. */
function under({ stack }: Run): Item | undefined {
  return stack[stack.length - 1];
}

/** What stands above the last mark. */
function marked({ stack }: Run): Thing[] {
  const at = stack.lastIndexOf(mark);
  if (at < 0) throw damaged();
  const items = stack.splice(at) as Thing[];
  items.shift();
  return items;
}

function make<Container extends Thing>(run: Run, container: Container): Container {
  if (--run.room < 0) throw refusal("the file has more lists and dicts than a file of its size may have");
  run.stack.push(container);
  return container;
}

const tuple = (run: Run, size: number): void => {
  const items = Array.from({ length: size }, () => thing(run)).reverse();
  make(run, items);
};

function append(run: Run, items: readonly Thing[]): void {
  const list = under(run);
  if (!Array.isArray(list)) throw damaged();
  for (const item of items) list.push(item);
}

function set(run: Run, items: readonly Thing[]): void {
  const dict = under(run);
  if (!(dict instanceof Map) || items.length % 2 !== 0) throw damaged();
  for (let i = 0; i < items.length; i += 2) {
    const key = items[i] as Thing;
    if (typeof key === "object" && key !== null) {
      throw refusal("a dict has a key that is neither text nor number");
    }
    if (dict.has(key)) throw refusal("a dict has a key twice");
    dict.set(key, items[i + 1] as Thing);
  }
}

function call(run: Run): void {
  const args = thing(run);
  const called = thing(run);
  if (!(called instanceof Global) || !called.call || !Array.isArray(args)) throw damaged();
  make(run, called.call(args));
}

function put(run: Run, place: number): void {
  const top = under(run);
  // No pickle has more to remember than bytes.
  if (top === undefined || top === mark || place >= run.bytes.length) throw damaged();
  run.memo[place] = top;
}

function get(run: Run, place: number): void {
  const item = run.memo[place];
  if (item === undefined) throw damaged();
  run.stack.push(item);
}

/** An integer with its lowest byte first and its sign in the highest bit. */
function long(bytes: Uint8Array): number | bigint {
  if (bytes.length > longestInteger) throw refusal(`the file has an integer of ${bytes.length} bytes`);
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number);
  value = BigInt.asIntN(8 * bytes.length, value);
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

function text(run: Run, length: number): void {
  run.stack.push(run.bytes.text(length));
}

function binary(run: Run, length: number): void {
  run.stack.push(new Uint8Array(run.bytes.take(length)));
}

const STOP = 0x2e;

/** What each opcode does, with its name in Python's pickletools. */
const opcodes = new Map<number, (run: Run) => void>([
  [0x80, ({ bytes }) => void bytes.u8()], // PROTO
  [0x95, ({ bytes }) => bytes.skip(8)], // FRAME
  [0x28, ({ stack }) => void stack.push(mark)], // MARK
  [0x30, ({ stack }) => void stack.pop()], // POP
  [0x4e, ({ stack }) => void stack.push(null)], // NONE
  [0x88, ({ stack }) => void stack.push(true)], // NEWTRUE
  [0x89, ({ stack }) => void stack.push(false)], // NEWFALSE
  [0x4b, ({ stack, bytes }) => void stack.push(bytes.u8())], // BININT1
  [0x4d, ({ stack, bytes }) => void stack.push(bytes.u16())], // BININT2
  [0x4a, ({ stack, bytes }) => void stack.push(bytes.i32())], // BININT
  [0x8a, ({ stack, bytes }) => void stack.push(long(bytes.take(bytes.u8())))], // LONG1
  [0x47, ({ stack, bytes }) => void stack.push(bytes.f64())], // BINFLOAT
  [0x8c, (run) => text(run, run.bytes.u8())], // SHORT_BINUNICODE
  [0x58, (run) => text(run, run.bytes.u32())], // BINUNICODE
  [0x43, (run) => binary(run, run.bytes.u8())], // SHORT_BINBYTES
  [0x42, (run) => binary(run, run.bytes.u32())], // BINBYTES
  [0x5d, (run) => void make(run, [])], // EMPTY_LIST
  [0x29, (run) => void make(run, [])], // EMPTY_TUPLE
  [0x7d, (run) => void make(run, new Map())], // EMPTY_DICT
  [0x74, (run) => void make(run, marked(run))], // TUPLE
  [0x85, (run) => tuple(run, 1)], // TUPLE1
  [0x86, (run) => tuple(run, 2)], // TUPLE2
  [0x87, (run) => tuple(run, 3)], // TUPLE3
  [0x61, (run) => append(run, [thing(run)])], // APPEND
  [0x65, (run) => append(run, marked(run))], // APPENDS
  [0x73, (run) => set(run, [thing(run), thing(run)].reverse())], // SETITEM
  [0x75, (run) => set(run, marked(run))], // SETITEMS
  [0x63, (run) => void run.stack.push(globalOf(run.bytes.line(), run.bytes.line()))], // GLOBAL
  [0x93, (run) => stackGlobal(run)], // STACK_GLOBAL
  [0x52, (run) => call(run)], // REDUCE
  // The attributes of an object: those of a state dict, its versions, say nothing that is needed here.
  [0x62, (run) => void thing(run)], // BUILD
  [0x51, (run) => storage(run)], // BINPERSID
  [0x71, (run) => put(run, run.bytes.u8())], // BINPUT
  [0x72, (run) => put(run, run.bytes.u32())], // LONG_BINPUT
  [0x94, (run) => put(run, run.memo.length)], // MEMOIZE
  [0x68, (run) => get(run, run.bytes.u8())], // BINGET
  [0x6a, (run) => get(run, run.bytes.u32())], // LONG_BINGET
]);

function storage(run: Run): void {
  const made = make(run, storageOf(thing(run)));
  run.storages.set(made.key, made);
}

function stackGlobal(run: Run): void {
  const name = thing(run);
  const module = thing(run);
  if (typeof name !== "string" || typeof module !== "string") throw damaged();
  run.stack.push(globalOf(module, name));
}
