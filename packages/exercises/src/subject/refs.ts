import type { Ref, Thing } from "./subject.js";

/** How deep lists in lists are looked through for Values, and how many items of one are looked at. */
const [deepest, longest] = [3, 10_000];

/** Numbers for the learner's objects, and the objects for the numbers. */
export class Refs {
  readonly #isValue: (thing: unknown) => boolean;
  readonly #refs = new Map<unknown, Ref>();
  #objects: object[] = [];

  constructor(isValue: (thing: unknown) => boolean) {
    this.#isValue = isValue;
  }

  objectOf(ref: Ref): Record<string, unknown> {
    return this.#objects[ref.ref] as Record<string, unknown>;
  }

  thingOf(thing: unknown): Thing {
    if (typeof thing === "number") return { kind: "number", number: thing };
    if (thing === undefined || thing === null) return { kind: "nothing" };
    if (this.#holds(thing)) return { kind: "value", ref: this.refOf(thing as object) };
    if (typeof thing === "function") return { kind: "function" };
    return { kind: "other", called: calledOf(thing), text: textOf(thing) };
  }

  refOf(object: object): Ref {
    const known = this.#refs.get(object);
    if (known !== undefined) return known;
    const ref: Ref = { ref: this.#objects.length };
    this.#objects.push(object);
    this.#refs.set(object, ref);
    return ref;
  }

  /** The Values in a thing, through lists, sets, maps and plain objects. */
  valuesIn(thing: unknown, depth = 0): Ref[] {
    if (this.#holds(thing)) return [this.refOf(thing as object)];
    if (depth === deepest || typeof thing !== "object" || thing === null) return [];
    return itemsOf(thing).flatMap((item) => this.valuesIn(item, depth + 1));
  }

  clear(): void {
    this.#refs.clear();
    this.#objects = [];
  }

  #holds(thing: unknown): boolean {
    try {
      return typeof thing === "object" && this.#isValue(thing);
    } catch {
      return false;
    }
  }
}

/** What a container of the language holds; nothing for other objects. */
function itemsOf(thing: object): unknown[] {
  try {
    if (Array.isArray(thing)) return thing.slice(0, longest);
    if (thing instanceof Set || thing instanceof Map) return [...thing.values()].slice(0, longest);
    if (Object.getPrototypeOf(thing) === Object.prototype) return Object.values(thing).slice(0, longest);
  } catch {
    // Whatever a getter throws, nothing is seen there.
  }
  return [];
}

function calledOf(thing: unknown): string {
  if (typeof thing !== "object") return `a ${typeof thing}`;
  if (Array.isArray(thing)) return "an array";
  try {
    return `an object of class ${String((thing as object).constructor.name)}`;
  } catch {
    return "an object";
  }
}

function textOf(thing: unknown): string {
  try {
    return String(thing).slice(0, 60);
  } catch {
    return "";
  }
}
