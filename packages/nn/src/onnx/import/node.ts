import type { Tensor } from "@outgrad/engine";
import { quoted } from "../../quoted.js";
import { decodeWithoutMark } from "../../utf8.js";
import { OnnxError } from "../error.js";
import type { AttributeProto, NodeProto } from "../proto/schema.js";
import { type Held, heldTensor, numbersIn } from "./held.js";

/** What a node gives: one value, or several. */
export type Results = Held | readonly Held[];

/** Computes a node from its inputs. */
export type Handler = (node: Node) => Results;

/** Handlers by the type of node. */
export type Handlers = Readonly<Record<string, Handler>>;

/** A node of a graph: what it is, its attributes, and, while it is computed, its inputs. */
export class Node {
  readonly opType: string;
  readonly opset: number;
  /** The names of its inputs, "" for one that is left out. */
  readonly inputNames: readonly string[];
  /** The names of its results, "" for one that nobody needs. */
  readonly outputNames: readonly string[];
  /** What sentences call it. */
  readonly where: string;
  inputs: readonly (Held | undefined)[] = [];
  readonly #attributes: ReadonlyMap<string, AttributeProto>;

  constructor(proto: NodeProto, opset: number) {
    const { opType = "", name = "" } = proto;
    this.opType = opType;
    this.opset = opset;
    this.inputNames = proto.input;
    this.outputNames = proto.output;
    const known = name || proto.output[0] || "";
    const op = /^\w{1,60}$/.test(opType) ? opType : quoted(opType);
    this.where = known === "" ? op : `${op} ${quoted(known)}`;
    this.#attributes = new Map(proto.attribute.map((attribute) => [attribute.name ?? "", attribute]));
  }

  /** Whether it has a graph inside. */
  get hasGraph(): boolean {
    return [...this.#attributes.values()].some(
      ({ graph, graphs }) => graph !== undefined || graphs !== undefined,
    );
  }

  /** Whether somebody may need its second result. */
  get hasMore(): boolean {
    return this.outputNames.slice(1).some((name) => name !== "");
  }

  /** Refuses what it asks for. */
  refuse(why: string): never {
    throw new OnnxError(why);
  }

  /** Input i; throws if it is left out. */
  held(i: number): Held {
    return this.inputs[i] ?? this.refuse(`input ${i} is missing`);
  }

  /** Input i as a Tensor. */
  tensor(i: number): Tensor {
    return this.held(i).t;
  }

  /** Input i, if it is there. */
  optional(i: number): Tensor | undefined {
    return this.inputs[i]?.t;
  }

  /** The numbers of input i, which must be known from shapes alone; undefined if it is left out. */
  numbers(i: number): number[] | undefined {
    const held = this.inputs[i];
    return held && numbersIn(`input ${i}`, held);
  }

  /** A value of the same kind as input i. */
  like(t: Tensor, i = 0): Held {
    return { t, kind: this.held(i).kind, known: this.isKnown };
  }

  /** Numbers. */
  float(t: Tensor): Held {
    return { t, kind: "float", known: this.isKnown };
  }

  /** True and false. */
  bool(t: Tensor): Held {
    return { t: t.detach(), kind: "bool", known: this.isKnown };
  }

  /** Integers. */
  int(t: Tensor): Held {
    return { t: t.detach(), kind: "int", known: this.isKnown };
  }

  /** Whether all its inputs are known from shapes alone. */
  get isKnown(): boolean {
    return this.inputs.every((input) => input === undefined || input.known);
  }

  integer(name: string, usual: number): number {
    const found = this.#attributes.get(name);
    return found === undefined ? usual : (found.i ?? 0);
  }

  number(name: string, usual: number): number {
    const found = this.#attributes.get(name);
    return found === undefined ? usual : (found.f ?? 0);
  }

  integers(name: string): readonly number[] | undefined {
    return this.#attributes.get(name)?.ints;
  }

  floats(name: string): readonly number[] | undefined {
    return this.#attributes.get(name)?.floats;
  }

  text(name: string, usual: string): string {
    const found = this.#attributes.get(name)?.s;
    return found === undefined ? usual : decodeWithoutMark(found, true);
  }

  value(name: string): Held | undefined {
    const [found] = this.#attributes.get(name)?.t ?? [];
    return found && heldTensor(found);
  }

  /** Whether an attribute is there. */
  has(name: string): boolean {
    return this.#attributes.has(name);
  }
}

/** A dim, counted from the end if it is negative. */
export function dimIn(node: Node, dim: number, rank: number): number {
  const found = dim < 0 ? dim + rank : dim;
  return found >= 0 && found < rank ? found : node.refuse(`there is no axis ${dim} where there are ${rank}`);
}

/** The integers of an attribute, or, in later opsets, of an input. */
export const integersOf = (node: Node, name: string, input: number): readonly number[] | undefined =>
  node.integers(name) ?? node.numbers(input);
