import { clip } from "../limits.js";
import { isDrawing, isValue } from "./modules.js";

const most = { entries: 50, depth: 3 };

/** Anything at all as text, as `console.log` would show it. Runs no getter, and never throws. */
export function print(thing: unknown): string {
  if (typeof thing === "string") return clip(thing);
  try {
    return clip(show(thing, 0));
  } catch {
    return "[something that cannot be read]";
  }
}

function show(thing: unknown, depth: number): string {
  if (Object.is(thing, -0)) return "-0";
  if (typeof thing === "string") return JSON.stringify(clip(thing, 200));
  if (typeof thing === "bigint") return `${thing}n`;
  if (typeof thing === "function") return `[function ${thing.name || "without a name"}]`;
  if (typeof thing !== "object" || thing === null) return String(thing);
  if (isDrawing(thing)) return thing.text();
  if (isValue(thing)) return thing.toString();
  if (thing instanceof Error) return `${thing.name}: ${thing.message}`;
  if (hasOwnText(thing)) return String(thing);
  if (depth === most.depth) return Array.isArray(thing) ? "[…]" : "{…}";
  if (Array.isArray(thing) || ArrayBuffer.isView(thing)) return list(thing as ArrayLike<unknown>, depth);
  if (thing instanceof Set) return `Set ${list([...first(thing)], depth, thing.size)}`;
  if (thing instanceof Map) {
    const pairs = [...first(thing)].map(
      ([key, value]) => `${show(key, depth + 1)} => ${show(value, depth + 1)}`,
    );
    return `Map { ${cut(pairs, thing.size)} }`;
  }
  return record(thing, depth);
}

/** Reports, tensors and expressions say themselves what they are. */
function hasOwnText(thing: object): boolean {
  const isPlain = thing.toString === undefined || thing.toString === Object.prototype.toString;
  return !isPlain && !Array.isArray(thing) && !ArrayBuffer.isView(thing);
}

function list(things: ArrayLike<unknown>, depth: number, length = things.length): string {
  const shown = Array.from({ length: Math.min(things.length, most.entries) }, (_, i) =>
    show(things[i], depth + 1),
  );
  return shown.length === 0 ? "[]" : `[ ${cut(shown, length)} ]`;
}

function record(thing: object, depth: number): string {
  const names = Object.keys(thing);
  const shown = names.slice(0, most.entries).map((name) => {
    const { value, get } = Object.getOwnPropertyDescriptor(thing, name) ?? {};
    return `${clip(name, 200)}: ${get ? "[getter]" : show(value, depth + 1)}`;
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
