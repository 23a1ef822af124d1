import { isRecord } from "../text/found.js";

/** From an input to what was computed from it. `x.mul(x)` has two of them from x. */
export interface Edge {
  /** The id of the input. */
  readonly id: number;
  /** The local derivative of the result with respect to this input; 0 for a constant, which takes no gradient. */
  readonly slope: number;
  /** How many slopes fall together in an edge between groups, if more than one: `slope` is their Euclidean norm. */
  readonly count?: number;
}

/** One value of a traced graph, or a group of values where `group` is there. */
export interface Vertex {
  readonly id: number;
  /** A name of the op table; "" for a leaf or a constant. */
  readonly op: string;
  /** The op as the node shows it: `*`, `ReLU`; "" for a leaf or a constant. */
  readonly opLabel: string;
  readonly label: string;
  readonly data: number;
  readonly grad: number;
  readonly params: readonly number[];
  /** In the order of the op's arguments. */
  readonly inputs: readonly Edge[];
  /** Whether no op made it. */
  readonly isLeaf: boolean;
  /** Whether it was a plain number in the program. */
  readonly isConstant: boolean;
  /**
   * What it stands for, if that is more than one value; it then has no op, the id of its last output, and as data
   * and grad those of its output; of several outputs, the mean of their data and the length of their gradient.
   */
  readonly group?: Group;
  /** In a grouped graph, the row of a value in the tape of all values: what it is called by without a label. */
  readonly row?: number;
}

/** A computation as plain data: no handles, no functions, so that it can be sent to a worker or kept. */
export interface Graph {
  /** In the order of creation, so inputs come before what was computed from them. */
  readonly nodes: readonly Vertex[];
  /** The ids of the values that the trace started from. */
  readonly roots: readonly number[];
}

/** What a vertex of a grouped graph stands for. */
export interface Group {
  /** "values" is what lies around the neurons of a net, such as its loss, or what a function put together. */
  readonly kind: "neuron" | "layer" | "inputs" | "values";
  /** What it computes, in a few signs: `Σwx + b → tanh`; of values how many they are. */
  readonly computes: string;
  /** The ids of the values that it stands for, parameters and constants among them, in the order of creation. */
  readonly members: readonly number[];
  /** Those of them that are used outside, or are the result. */
  readonly outputs: readonly Output[];
  /** Between which numbers an output can lie, if it cannot be any number. */
  readonly range?: readonly [low: number, high: number];
}

/** A value that a group gives to others. */
export interface Output {
  readonly id: number;
  readonly data: number;
  readonly grad: number;
}

/** Whether something is a traced graph. */
export function isGraph(given: unknown): given is Graph {
  return isRecord(given) && Array.isArray(given.nodes) && Array.isArray(given.roots);
}
