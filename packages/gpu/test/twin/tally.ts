import { anyShapeOps, elementwiseCode, elementwiseOp } from "@outgrad/engine/backend";
import { ops } from "@outgrad/ops";
import type { Call } from "./question.js";

/** How much of what tests ask is compared: a number of calls each. */
export interface Depth {
  /** Of one kind, in all tests. */
  readonly perKind: number;
  /** Of kinds that were not compared before, in one test: each is one more kernel. */
  readonly newPerTest: number;
  /** Of all that a test asks: the first ones. */
  readonly perTest: number;
}

/** Counts what was asked, and what of it was compared. The first call of an op with options of its kind always is. */
export class Tally {
  /** Calls of ops that a GPU knows. */
  asked = 0;
  compared = 0;
  readonly #depth: Depth;
  readonly #kinds = new Map<string, number>();
  readonly #names = new Set<string>();
  readonly #variants = new Set<string>();
  #inTest = 0;
  #newInTest = 0;

  constructor(depth: Depth) {
    this.#depth = depth;
  }

  /** A test begins. */
  begin(): void {
    this.#inTest = 0;
    this.#newInTest = 0;
  }

  /** Whether a call is to be compared. */
  takes(call: Call): boolean {
    const { name, options } = call;
    if (!isOfGpu(name, options)) return false;
    this.asked++;
    this.#inTest++;
    const variant = variantOf(call);
    const isNew = !this.#variants.has(variant);
    if (!isNew && this.#inTest > this.#depth.perTest) return false;
    const kind = call.kind();
    const before = this.#kinds.get(kind) ?? 0;
    if (!isNew && before >= this.#depth.perKind) return false;
    if (!isNew && before === 0 && ++this.#newInTest > this.#depth.newPerTest) return false;
    this.#variants.add(variant);
    this.#kinds.set(kind, before + 1);
    this.#names.add(name);
    this.compared++;
    return true;
  }

  get summary(): string {
    return `${this.compared} of ${this.asked} calls of ops compared, in ${this.#kinds.size} shapes and layouts; ${this.#names.size} ops, ${this.#variants.size} with their kinds of options`;
  }

  /** The ops of both tables, and the partials, that were not compared. */
  get missing(): string[] {
    return [...known].filter((name) => !this.#names.has(name));
  }
}

/** An op with the kind of its options: how many operands it has, what is on or off, and what is 0, 1 or more. */
function variantOf({ name, operands, options, element }: Call): string {
  let text = `${name} ${operands.length}`;
  if (element || options === undefined) return text;
  for (const [key, value] of Object.entries(options as object)) text += ` ${key} ${sizeOf(key, value)}`;
  return text;
}

function sizeOf(key: string, value: unknown): string {
  if (typeof value === "number") return value === 0 || value === 1 ? String(value) : "n";
  if (!Array.isArray(value)) return typeof value === "object" ? "" : String(value);
  if (!pairs.has(key)) return "";
  return value.every((each) => each === 0) ? "0" : value.every((each) => each === 1) ? "1" : "n";
}

/** Options of windows that are one number for each dim. */
const pairs = new Set(["stride", "padding", "dilation"]);

/** The elementwise ops of the table, and their partials that are not 1. */
const elementwise = Object.keys(ops).flatMap((name) => {
  const { partials } = elementwiseOp(elementwiseCode(name));
  return [name, ...partials.flatMap((reads, i) => (reads === null ? [] : [`${name}'${i}`]))];
});

const known = new Set([...Object.keys(anyShapeOps), ...elementwise]);

/** Not what is float64, nor JavaScript functions of users. */
const isOfGpu = (name: string, options: unknown): boolean =>
  name === "to" ? (options as { dtype: string }).dtype === "float32" : known.has(name);
