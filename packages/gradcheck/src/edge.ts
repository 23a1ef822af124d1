import { allOps, type Op } from "@outgrad/ops";
import { expectedSlope } from "./expected-slope.js";
import { agree, type Estimate } from "./extrapolation.js";
import { type GraphNode, named, type Use } from "./graph.js";
import { type Slope, slopeOf } from "./slope.js";
import { type Doubt, judge } from "./verdict.js";

/** Values of ops that are not in the table, by name: functions of the inputs, then the parameters. */
export type Values = Readonly<Record<string, (...inputsThenParams: number[]) => number>>;

/** What one use of a node adds to the node's gradient. */
export interface Edge {
  readonly use: Use;
  readonly slope: number;
  /** The gradient of the user times the local slope, and how far that may be off. */
  readonly share: number;
  readonly error: number;
}

/** Why an edge can't be told; no words for an op that nothing is known of. */
export interface Blind {
  readonly kind: Doubt | "unknown";
  readonly why: string;
}

/** Knows what nodes should hold: by the functions it was given, then by the op table. */
export class Referee {
  readonly #values: Values;
  readonly #ops = new Map(allOps().map((op) => [op.name, op]));

  constructor(values: Values) {
    this.#values = values;
  }

  /** What the node's value should be; undefined for an unknown op. */
  valueOf(node: GraphNode): number | undefined {
    return this.#value(node, inputsOf(node));
  }

  /** What the use adds to the gradient of the input, by a slope that no engine computed. */
  edgeOf(use: Use): Edge | Blind {
    const { by, index } = use;
    if (!Number.isFinite(by.grad)) return blind("non-finite", by, `its gradient is ${by.grad}`);
    const slope = this.#slope(by, index);
    if ("kind" in slope) return slope;
    const { value, error } = slope;
    return { use, slope: value, share: by.grad * value, error: Math.abs(by.grad) * error };
  }

  /** Before the edge is held against anybody: what differences say against its slope, at atan2(0, 0), for example. */
  doubtOf({ use: { by, index }, slope }: Edge): Blind | undefined {
    const { verdict, doubt, why } = judge(this.#differences(by, index), slope, { relative: 1e-6 });
    if (verdict === "OK" || doubt === "cancellation") return undefined;
    return blind(doubt ?? "kink", by, why);
  }

  #slope(node: GraphNode, index: number): Estimate | Blind {
    const op = this.#op(node);
    if (this.#own(node)) {
      const slope = this.#differences(node, index);
      if (!Number.isFinite(slope.error)) return blind("non-finite", node);
      return agree(slope.left, slope.right) ? slope : blind("kink", node);
    }
    if (!op) return { kind: "unknown", why: node.op };
    const slope = expectedSlope(op, [...inputsOf(node), ...paramsOf(node, op)], index);
    if (typeof slope !== "string") return slope;
    return blind(Number.isFinite(node.data) ? "kink" : "non-finite", node, slope);
  }

  #differences(node: GraphNode, index: number): Slope {
    const inputs = inputsOf(node);
    const curve = (x: number) => this.#value(node, inputs.with(index, x)) as number;
    return slopeOf(curve, inputs[index] as number);
  }

  #value(node: GraphNode, inputs: readonly number[]): number | undefined {
    const own = this.#own(node);
    if (own) return own(...inputs, ...(node.params ?? []));
    const op = this.#op(node);
    return op?.value(...inputs, ...paramsOf(node, op));
  }

  #own(node: GraphNode): Values[string] | undefined {
    return Object.hasOwn(this.#values, node.op) ? this.#values[node.op] : undefined;
  }

  #op(node: GraphNode): Op | undefined {
    const op = this.#ops.get(node.op);
    return op?.args.length === node.inputs.length ? op : undefined;
  }
}

const inputsOf = (node: GraphNode): number[] => node.inputs.map(({ data }) => data);

const paramsOf = (node: GraphNode, op: Op): number[] =>
  Object.values(op.params).map((usual, i) => node.params?.[i] ?? usual);

function blind(
  kind: Doubt,
  node: GraphNode,
  why = "its slope is not the same on both sides, or not finite",
): Blind {
  return { kind, why: `${named(node)}: ${why}` };
}
