import { clip } from "../limits.js";

const most = { entries: 50, depth: 3 };

/** What a thing of a special kind says of itself; undefined for any other. */
export type OwnWords = (thing: object) => string | undefined;

/** Anything at all as text, as `console.log` would show it. Runs no getter, and never throws. */
export function print(thing: unknown, words: OwnWords = () => undefined): string {
  if (typeof thing === "string") return clip(thing);
  try {
    return clip(show(thing, 0, words));
  } catch {
    return "[something that cannot be read]";
  }
}

function show(thing: unknown, depth: number, words: OwnWords): string {
  if (Object.is(thing, -0)) return "-0";
  if (typeof thing === "string") return JSON.stringify(clip(thing, 200));
  if (typeof thing === "bigint") return `${thing}n`;
  if (typeof thing === "function") return `[function ${thing.name || "without a name"}]`;
  if (typeof thing !== "object" || thing === null) return String(thing);
  const own = words(thing);
  if (own !== undefined) return own;
  if (thing instanceof Error) return `${thing.name}: ${thing.message}`;
  if (hasOwnText(thing)) return String(thing);
  if (depth === most.depth) return Array.isArray(thing) ? "[…]" : "{…}";
  const inner = (each: unknown) => show(each, depth + 1, words);
  if (Array.isArray(thing) || ArrayBuffer.isView(thing)) return list(thing as ArrayLike<unknown>, inner);
  if (thing instanceof Set) return `Set ${list([...first(thing)], inner, thing.size)}`;
  if (thing instanceof Map) {
    const pairs = [...first(thing)].map(([key, value]) => `${inner(key)} => ${inner(value)}`);
    return `Map { ${cut(pairs, thing.size)} }`;
  }
  return record(thing, inner);
}

/** Reports, tensors, Values and expressions say themselves what they are. */
function hasOwnText(thing: object): boolean {
  const isPlain = thing.toString === undefined || thing.toString === Object.prototype.toString;
  return !isPlain && !Array.isArray(thing) && !ArrayBuffer.isView(thing);
}

type Inner = (thing: unknown) => string;

function list(things: ArrayLike<unknown>, inner: Inner, length = things.length): string {
  const shown = Array.from({ length: Math.min(things.length, most.entries) }, (_, i) => inner(things[i]));
  return shown.length === 0 ? "[]" : `[ ${cut(shown, length)} ]`;
}

function record(thing: object, inner: Inner): string {
  const names = Object.keys(thing);
  const shown = names.slice(0, most.entries).map((name) => {
    const { value, get } = Object.getOwnPropertyDescriptor(thing, name) ?? {};
    return `${clip(name, 200)}: ${get ? "[getter]" : inner(value)}`;
  });
  return shown.length === 0 ? "{}" : `{ ${cut(shown, names.length)} }`;
}

function cut(shown: readonly string[], length: number): string {
  const rest = length - shown.length;
  return rest > 0 ? `${shown.join(", ")}, … ${rest} more` : shown.join(", ");
}

function* first<T>(things: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const thing of things) {
    if (taken++ === most.entries) return;
    yield thing;
  }
}
