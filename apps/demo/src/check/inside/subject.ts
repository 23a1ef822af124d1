import { Value, value } from "@outgrad/engine";
import { complexSlopes } from "./graph.ts";

/** What a file with a function exports. */
export interface Source {
  readonly f?: unknown;
  readonly gradient?: unknown;
  readonly range?: unknown;
}

/** A function that can be checked. */
export interface Subject {
  readonly names: readonly string[];
  /** Where to look, for each input. */
  readonly range: readonly (readonly [low: number, high: number])[];
  f(x: readonly number[]): number;
  /** The gradient by backward(); absent for a function of plain numbers. */
  engine?(x: readonly number[]): number[];
  /** The gradient worked out by hand, if there is one. */
  own?(x: readonly number[]): number[];
  /** The gradient by complex step; null where the graph has none. */
  complex(x: readonly number[]): number[] | null;
  /** The result with its graph, and the leaves, for who wants to look at them. */
  graph?(x: readonly number[]): { readonly root: Value; readonly leaves: readonly Value[] };
}

type Callable = (...args: unknown[]) => unknown;
const isCallable = (thing: unknown): thing is Callable => typeof thing === "function";

/** Reads what was exported. Throws a sentence for what cannot be checked. */
export function readSubject({ f, gradient, range }: Source): Subject {
  if (!isCallable(f)) throw new Error("The code has to export a function f.");
  const names = namesOf(f);
  if (names.length === 0) throw new Error("f has no parameters, so it has no gradient.");
  const own = isCallable(gradient) ? ownGradient(gradient, names) : undefined;
  const subject = { names, range: readRange(range, names.length), ...(own && { own }) };

  const run = (x: readonly number[]) => {
    const leaves = x.map((each, i) => value(each, names[i]));
    return { leaves, root: f(...leaves) as unknown };
  };
  const middle = subject.range.map(([low, high]) => low + (high - low) * 0.6);
  if (takesValues(() => run(middle).root, own !== undefined)) {
    const graph = (x: readonly number[]) => run(x) as { root: Value; leaves: Value[] };
    return {
      ...subject,
      graph,
      f: (x) => graph(x).root.data,
      engine(x) {
        const { root, leaves } = graph(x);
        root.backward();
        return leaves.map(({ grad }) => grad);
      },
      complex(x) {
        const { root, leaves } = graph(x);
        return complexSlopes(root, leaves);
      },
    };
  }
  if (!own) {
    throw new Error(
      "f does not return a Value. Write it with their methods, x.mul(w) for x * w, or export its gradient too, to have that judged.",
    );
  }
  return { ...subject, f: (x) => plain(f(...x)), complex: () => null };
}

/** Whether f gives a Value for Values. One that does sums with plain operators says so by throwing. */
function takesValues(run: () => unknown, hasOwn: boolean): boolean {
  try {
    return run() instanceof Value;
  } catch (error) {
    if (hasOwn && error instanceof TypeError) return false;
    throw error;
  }
}

function plain(y: unknown): number {
  if (typeof y === "number") return y;
  throw new Error(
    `f has to return a Value or a number; it gave ${y === undefined ? "nothing" : `a ${typeof y}`}.`,
  );
}

/** A function's parameters, by their names. */
function namesOf(f: Callable): string[] {
  const [, inside = ""] = /^[^(]*\(([^)]*)\)/.exec(String(f)) ?? [];
  const written = inside.split(",").map((part) => part.trim().replace(/\s*=.*$/, ""));
  const names = written.filter((name) => /^[\w$]+$/.test(name));
  return names.length >= f.length ? names : Array.from({ length: f.length }, (_, i) => `x${i}`);
}

function ownGradient(gradient: Callable, names: readonly string[]) {
  return (x: readonly number[]): number[] => {
    const found = gradient(...x);
    const list = Array.isArray(found) ? found : [found];
    if (list.length === names.length && list.every((each) => typeof each === "number")) return list;
    throw new Error(`gradient has to return ${names.length} numbers, one for each of ${names.join(", ")}.`);
  };
}

function readRange(range: unknown, count: number): Subject["range"] {
  const pairs = Array.isArray(range) ? range : [];
  return Array.from({ length: count }, (_, i) => {
    const [low, high] = Array.isArray(pairs[i]) ? (pairs[i] as unknown[]) : [];
    return typeof low === "number" && typeof high === "number" && low < high ? [low, high] : [-3, 3];
  });
}
