// One damaged input: read it, and see that nothing happened that must not.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { getHeapStatistics } from "node:v8";

/** Milliseconds of computing that one input may take. */
const patience = 100;

/** So often it is read again to tell a slow input from a busy machine. */
const retries = 6;

const shared = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Uint8Array.prototype,
];

/** Everything that is on the objects that all others share. */
const worldOf = () =>
  shared.map((object) => {
    const own = Object.getOwnPropertyDescriptors(object);
    return Reflect.ownKeys(own).map((key) => [key, own[key], Object.isExtensible(object)]);
  });

const isSame = (a, b) =>
  a.every((keys, i) => {
    const others = b[i];
    return (
      keys.length === others.length &&
      keys.every(([key, { value, get, set }], at) => {
        const [otherKey, other] = others[at];
        return key === otherKey && Object.is(value, other.value) && get === other.get && set === other.set;
      })
    );
  });

const countOf = () => shared.reduce((sum, object) => sum + Reflect.ownKeys(object).length, 0);

/** Bytes that this thread has in use: objects, and the buffers beside them. */
function used() {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

const ownClock = "/proc/thread-self/schedstat";

/** Milliseconds that this thread has computed, where the system tells; else those that have gone by. */
const clock = existsSync(ownClock)
  ? () => Number(readFileSync(ownClock, "utf8").split(" ")[0]) / 1e6
  : () => performance.now();

const digestOf = (data) => createHash("sha1").update(JSON.stringify(data, exact)).digest("hex");

/** Every bit of the numbers, which JSON alone would not keep. */
function exact(_, thing) {
  if (ArrayBuffer.isView(thing))
    return Buffer.from(thing.buffer, thing.byteOffset, thing.byteLength).toString("hex");
  if (typeof thing === "bigint") return `${thing}n`;
  if (typeof thing !== "number" || (Number.isFinite(thing) && !Object.is(thing, -0))) return thing;
  return { number: Object.is(thing, -0) ? "-0" : String(thing) };
}

/** Tries the inputs of a target one by one, and remembers what reading allocated and took at most. */
export class Trial {
  #target;
  #world = worldOf();
  #count = countOf();
  #digests;
  #isRead = false;
  /** How many inputs were read, were refused, took how many ms and bytes beyond their own at most. */
  read = 0;
  refused = 0;
  slowest = 0;
  slow = 0;
  hungriest = 0;

  constructor(target) {
    this.#target = target;
    // Twice: what is made once and kept is there before anything is measured.
    for (const bytes of target.corpus) target.read(bytes);
    this.#digests = target.corpus.map((bytes) => digestOf(target.read(bytes)));
  }

  /** What is wrong with how this input is read, as a sentence; undefined if nothing is. */
  try(bytes) {
    const { room, times = 2 } = this.#target;
    const most = times * bytes.length + room;
    let { wrong, took, allocated } = this.#measured(bytes);
    // A busy machine is slow too, what is compiled allocates, and a collection of garbage hides what was: several readings
    // have the input's own time as their least, and its own memory in their middle.
    if (took > patience / 5 || allocated > most) {
      const again = Array.from({ length: retries }, () => this.#measured(bytes, clock));
      took = Math.min(took, ...again.map((each) => each.took));
      allocated = again.map((each) => each.allocated).sort((a, b) => a - b)[retries >> 1];
    }
    if (took > this.slowest) [this.slowest, this.slow] = [took, this.read + this.refused];
    this.hungriest = Math.max(this.hungriest, allocated - times * bytes.length);
    if (took > patience) wrong ??= `took ${Math.round(took)} ms`;
    if (allocated > most) wrong ??= `allocated ${allocated} bytes for an input of ${bytes.length}`;
    if (countOf() !== this.#count) wrong ??= "changed a prototype that everything shares";
    if (wrong === undefined && this.#isRead) this.read++;
    else this.refused++;
    return wrong;
  }

  /** What is wrong with the world after many inputs; undefined if it is as it was. */
  look() {
    if (!isSame(this.#world, worldOf())) return "changed a prototype that everything shares";
    const other = this.#target.corpus.findIndex(
      (bytes, i) => bytes.length < 20_000 && digestOf(this.#target.read(bytes)) !== this.#digests[i],
    );
    return other < 0 ? undefined : `left something behind: corpus file ${other} is read otherwise now`;
  }

  #measured(bytes, now = () => performance.now()) {
    const before = used();
    const start = now();
    const wrong = this.#outcome(bytes);
    const took = now() - start;
    return { wrong, took, allocated: used() - before };
  }

  #outcome(bytes) {
    this.#isRead = false;
    try {
      this.#target.read(bytes);
      this.#isRead = true;
    } catch (error) {
      if (!(error instanceof Error)) return `threw ${String(error)}, which is no Error`;
      if (!this.#target.refuses(error)) return `threw ${error.stack ?? error}`;
    }
    return undefined;
  }
}
