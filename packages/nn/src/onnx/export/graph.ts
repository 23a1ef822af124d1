import {
  type AttributeToWrite,
  attributeTypes,
  dataTypes,
  type NodeToWrite,
  type TensorToWrite,
} from "../proto/schema.js";
import { type Size, Varying } from "./size.js";
import type { Symbols } from "./symbols.js";

/** What numbers a graph computes with. */
export type FloatType = "float32" | "float64";

/** What an attribute of a node may be: an integer, a number, integers, text or a tensor. */
export type Attribute =
  | { readonly i: number }
  | { readonly f: number }
  | { readonly ints: readonly number[] }
  | { readonly t: TensorToWrite };

/** An ONNX graph in the making: nodes, and the constants and sizes that they need. Values are known by their names. */
export class Graph {
  readonly dtype: FloatType;
  readonly nodes: NodeToWrite[] = [];
  readonly #symbols: Symbols;
  readonly #names: Set<string>;
  /** How many names each word has been the beginning of. */
  readonly #counts = new Map<string, number>();
  readonly #known = new Map<string, string>();
  readonly #conditions = new Map<string, string>();
  readonly #integers = new Set<string>();

  /** The names are those that inputs, leaves and outputs have already. */
  constructor(dtype: FloatType, symbols: Symbols, names: Iterable<string>) {
    this.dtype = dtype;
    this.#symbols = symbols;
    this.#names = new Set(names);
  }

  /** The format of its numbers, as ONNX numbers them. */
  get floatType(): number {
    return dataTypes[this.dtype];
  }

  /** One more node; gives the name of its result. Of several results, use `nodeOf`. */
  node(
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    return this.nodeOf(opType, input, attributes, 1)[0] as string;
  }

  nodeOf(
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    results: number,
  ): readonly string[] {
    const output = Array.from({ length: results }, () => this.fresh(opType));
    const attribute = Object.entries(attributes).map(([name, found]) => attributeOf(name, found));
    this.nodes.push({ input, output, name: output[0] as string, opType, attribute });
    return output;
  }

  /** A name that nothing has yet. */
  fresh(like: string): string {
    const stem = like.charAt(0).toLowerCase() + like.slice(1);
    let count = this.#counts.get(stem) ?? 0;
    let name: string;
    do {
      count++;
      name = count === 1 ? stem : `${stem}_${count}`;
    } while (this.#names.has(name));
    this.#counts.set(stem, count);
    this.#names.add(name);
    return name;
  }

  /** Numbers that are the same at every run. */
  constant(numbers: ArrayLike<number>, dims: readonly number[] = []): string {
    const rawData = new Uint8Array(
      (this.dtype === "float64" ? Float64Array : Float32Array).from(numbers).buffer,
    );
    return this.#constant({ dims, dataType: this.floatType, rawData });
  }

  /** Integers that are the same at every run: a list, or one alone. */
  integers(numbers: readonly number[], dims: readonly number[] = [numbers.length]): string {
    const rawData = new Uint8Array(BigInt64Array.from(numbers, BigInt).buffer);
    return this.#constant({ dims, dataType: dataTypes.int64, rawData });
  }

  /** A list of sizes as integers, computed where they depend on the inputs. */
  sizes(sizes: readonly Size[]): string {
    if (sizes.every((size) => typeof size === "number")) return this.integers(sizes);
    const parts = sizes.map((size) => (size instanceof Varying ? this.#size(size) : this.integers([size])));
    return parts.length === 1 ? (parts[0] as string) : this.node("Concat", parts, { axis: { i: 0 } });
  }

  /** One number, computed where it depends on the sizes of the inputs. */
  number(x: Size): string {
    if (!(x instanceof Varying)) return this.constant([x]);
    const scalar = this.node("Squeeze", [this.#size(x), this.integers([0])]);
    return this.node("Cast", [scalar], { to: { i: this.floatType } });
  }

  /** Says that a value holds integers. */
  addInteger(name: string): void {
    this.#integers.add(name);
  }

  isInteger(name: string): boolean {
    return this.#integers.has(name);
  }

  /** A value as integers. */
  asIntegers(name: string): string {
    return this.#integers.has(name) ? name : this.node("Cast", [name], { to: { i: dataTypes.int64 } });
  }

  /** 1 where a condition holds and 0 elsewhere; the condition can be had back. */
  ofCondition(condition: string): string {
    const numbers = this.node("Cast", [condition], { to: { i: this.floatType } });
    this.#conditions.set(numbers, condition);
    return numbers;
  }

  /** Whether numbers are not 0. */
  condition(numbers: string): string {
    const known = this.#conditions.get(numbers);
    return known ?? this.node("Not", [this.node("Equal", [numbers, this.constant([0])])]);
  }

  #constant(t: TensorToWrite): string {
    const { dims, dataType, rawData = new Uint8Array() } = t;
    const make = (): string => this.node("Constant", [], { value: { t } });
    // Large ones are seldom the same.
    if (rawData.length > 64) return make();
    const key = JSON.stringify([dims, dataType, Array.from(rawData)]);
    const name = this.#known.get(key) ?? make();
    this.#known.set(key, name);
    return name;
  }

  /** A size that depends on the inputs, as a list of one integer. */
  #size(size: Varying): string {
    const { factor, names, offset } = this.#symbols.expression(size);
    const key = JSON.stringify([factor, names, offset]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let found = names.map((name) => this.#axis(name)).reduce((a, b) => this.node("Mul", [a, b]));
    if (factor !== 1) found = this.node("Mul", [found, this.integers([factor])]);
    if (offset !== 0) found = this.node("Add", [found, this.integers([offset])]);
    this.#known.set(key, found);
    return found;
  }

  #axis(wanted: string): string {
    const key = `axis ${wanted}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const axis = this.#symbols.axes.find(({ name }) => name === wanted);
    if (axis === undefined) throw new RangeError(`Graph: there is no axis ${wanted}.`);
    const found = this.node("Gather", [this.node("Shape", [axis.input]), this.integers([axis.dim])]);
    this.#known.set(key, found);
    return found;
  }
}

function attributeOf(name: string, found: Attribute): AttributeToWrite {
  if ("i" in found) return { name, i: found.i, type: attributeTypes.int };
  if ("f" in found) return { name, f: found.f, type: attributeTypes.float };
  if ("ints" in found) return { name, ints: found.ints, type: attributeTypes.ints };
  return { name, t: [found.t], type: attributeTypes.tensor };
}
