import { compare, type Formula, mapParts, opOf } from "@outgrad/ops";
import type { TracedNode } from "../compile/traced.js";
import type { ExportGraph } from "./graph.js";
import type { Syntax } from "./syntax.js";

/** The lines of a function's body, and the texts of what it gives. */
export interface Body {
  readonly lines: readonly string[];
  /** The inputs that the lines read. */
  readonly reads: ReadonlySet<string>;
  readonly outputs: readonly string[];
  /** For each input its gradient: of a list one for each number. Empty for the value alone. */
  readonly gradients: readonly (readonly string[])[];
}

type OpNode = Extract<TracedNode, { kind: "op" }>;

const span = [0, 0] as const;
const nameOf = (name: string): Formula => ({ kind: "name", name, span });
/** The name of the gradient of the result in the formulas of the chain rule, which no argument of an op has. */
const upstream = "upstream gradient";

/**
 * Writes a recorded function as one line after the other: first the values in the order of recording, then on request the
 * gradients from the last node to the first, added up in the order of replay.
 */
export class Statements {
  private readonly graph: ExportGraph;
  private readonly syntax: Syntax;
  private readonly texts: string[] = [];
  private readonly forward: string[] = [];
  private readonly reads = new Set<string>();

  constructor(graph: ExportGraph, syntax: Syntax) {
    this.graph = graph;
    this.syntax = syntax;
    this.nameLeaves();
    const { nodes, labels } = graph.traced;
    let count = 0;
    nodes.forEach((node, k) => {
      if (node.kind === "constant") this.texts[k] = syntax.printer.number(node.number);
      else if (node.kind === "stop") this.texts[k] = this.texts[node.input] as string;
      else if (node.kind === "op") {
        const text = this.print(k, node, opOf(node.op).formula);
        const name = graph.identifiers.take(labels.get(k) ?? `v${++count}`);
        this.texts[k] = name;
        this.forward.push(syntax.declare(name, text));
      }
    });
  }

  value(): Body {
    const { forward: lines, reads } = this;
    return { lines, reads, outputs: this.outputs(), gradients: [] };
  }

  valueAndGradient(): Body {
    const { syntax, forward, reads } = this;
    const { traced, inputs, identifiers } = this.graph;
    const { nodes, reached, outputs } = traced;
    const wanted = this.leadsToInput();
    const gradients: (string | undefined)[] = [];
    const lines: string[] = [];
    const hand = (k: number, text: string): void => {
      const known = gradients[k];
      if (known !== undefined) {
        lines.push(syntax.add(known, text));
        return;
      }
      const name = identifiers.take(`grad_${this.plainName(k)}`);
      gradients[k] = name;
      lines.push(syntax.variable(name, text));
    };
    const [root] = outputs as [number];
    if (wanted[root]) hand(root, syntax.printer.number(1));
    for (let k = nodes.length - 1; k >= 0; k--) {
      const node = nodes[k] as TracedNode;
      const own = gradients[k];
      if (node.kind !== "op" || own === undefined || !reached(k)) continue;
      node.inputs.forEach((input, i) => {
        const partial = opOf(node.op).partialFormulas[i] as Formula;
        if (wanted[input]) hand(input, this.print(k, node, times(partial), own));
      });
    }
    let next = 0;
    const found = inputs.map(({ size }) =>
      Array.from({ length: size ?? 1 }, () => {
        const own = gradients[next++];
        // Plus 0: a sum of nothing but -0 is 0.
        return own === undefined ? syntax.printer.number(0) : `${own} + ${syntax.printer.number(0)}`;
      }),
    );
    return { lines: [...forward, ...lines], reads, outputs: this.outputs(), gradients: found };
  }

  private outputs(): string[] {
    return this.graph.traced.outputs.map((k) => this.text(k));
  }

  private nameLeaves(): void {
    const { inputs, constants } = this.graph;
    for (const { name, size } of inputs) {
      if (size === null) this.texts.push(name);
      else for (let i = 0; i < size; i++) this.texts.push(this.syntax.element(name, i));
    }
    const { syntax } = this;
    constants.forEach((x, i) => {
      const isHeld = syntax.holds(x);
      this.texts.push(isHeld ? syntax.element(syntax.table(this.graph.name), i) : syntax.printer.number(x));
    });
  }

  /** The text of a node; notes what it reads. */
  private text(k: number): string {
    const text = this.texts[k] as string;
    const kind = this.graph.traced.nodes[k]?.kind;
    if (kind === "leaf" || kind === "stop") this.reads.add(text.replace(/\W.*/s, ""));
    return text;
  }

  private plainName(k: number): string {
    return (this.texts[k] as string).replace(/\W+/g, "_").replace(/_$/, "");
  }

  /** A formula of node k, which reads its operands, its parameters, y, and the gradient `own`. */
  private print(k: number, node: OpNode, formula: Formula, own = ""): string {
    const { nodes } = this.graph.traced;
    const { args, params } = opOf(node.op);
    const places = new Map<string, number>([["y", k]]);
    args.forEach((arg, i) => {
      places.set(arg, node.inputs[i] as number);
    });
    Object.keys(params).forEach((param, i) => {
      places.set(param, node.params[i] as number);
    });
    const withNumbers = (part: Formula): Formula => {
      const found = part.kind === "name" ? nodes[places.get(part.name) ?? -1] : undefined;
      if (found?.kind === "constant") return { kind: "number", value: found.number, span };
      return decided(mapParts(part, withNumbers));
    };
    const read = (name: string): string => (name === upstream ? own : this.text(places.get(name) as number));
    return this.syntax.printer.print(withNumbers(formula), read);
  }

  /** Whether a gradient of a node is part of that of an input. */
  private leadsToInput(): Uint8Array {
    const { traced, constants } = this.graph;
    const { nodes, inputs, outside } = traced;
    const leaves = inputs + (constants.length > 0 ? 0 : outside.length);
    const leads = new Uint8Array(nodes.length).fill(1, 0, leaves);
    nodes.forEach((node, k) => {
      if (node.kind === "op" && node.inputs.some((input) => leads[input] === 1)) leads[k] = 1;
    });
    return leads;
  }
}

/** A choice between numbers is made here: some compilers refuse what they see the end of. */
function decided(formula: Formula): Formula {
  if (formula.kind !== "choose") return formula;
  const { comparison, left, right, then, otherwise } = formula;
  if (left.kind !== "number" || right.kind !== "number") return formula;
  return compare[comparison](left.value, right.value) ? then : otherwise;
}

/** The upstream gradient times a partial; times 1 and -1 are written as what they are. */
function times(partial: Formula): Formula {
  const g = nameOf(upstream);
  if (isOne(partial)) return g;
  if (partial.kind === "negate" && isOne(partial.of)) return { kind: "negate", of: g, span };
  return { kind: "binary", operator: "*", left: g, right: partial, span };
}

const isOne = (formula: Formula): boolean => formula.kind === "number" && formula.value === 1;
