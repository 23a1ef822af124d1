import type { Traced, TracedNode } from "@outgrad/engine/backend";
import { type Formula, opOf } from "@outgrad/ops";
import type { Text, Writer } from "../kernel/writer.js";
import { partialFormula } from "../kernels/elementwise.js";
import { firstUses } from "./sample.js";

/** What a graph is written with. */
export type GraphWriter = Pick<Writer, "float" | "set" | "number" | "formula">;

/** Writes the value of each node, and gives their texts. `leaf` is the text of a leaf's number. */
export function writeValues(
  w: GraphWriter,
  { nodes }: Traced,
  leaf: (node: number) => Text,
): readonly Text[] {
  const constants = new Map<number, Text>();
  const values: Text[] = [];
  // What has a name is no constant to a compiler, which would refuse to divide by one that is 0.
  const named = (node: number, text: Text): Text => w.float(`v${node}`, text);
  nodes.forEach((node, k) => {
    if (node.kind === "leaf") values.push(named(k, leaf(k)));
    else if (node.kind === "stop") values.push(values[node.input] as Text);
    else if (node.kind === "op") {
      values.push(named(k, w.formula(opOf(node.op).formula, reader(node, values))));
    } else {
      const text = constants.get(node.number) ?? named(k, w.number(node.number));
      constants.set(node.number, text);
      values.push(text);
    }
  });
  return values;
}

/**
 * Writes the gradients that lead to the leaves in `wanted`, from the last node to the first, each handed on to a node's
 * inputs in order. `take` is given the text of each as soon as it is complete, and its place in `wanted`.
 */
export function writeGradients(
  w: GraphWriter,
  traced: Traced,
  values: readonly Text[],
  wanted: readonly number[],
  take: (gradient: Text, place: number) => void,
): void {
  const { nodes, outputs, reached } = traced;
  const leads = leadsTo(nodes, wanted);
  const gradients = new Map<number, Text>();
  const output = outputs[0] as number;
  gradients.set(output, w.float(`g${output}`, w.number(1)));
  const uses = firstUses(traced);
  const complete = new Map<number, number[]>();
  wanted.forEach((leaf, place) => {
    const use = uses.get(leaf) ?? never;
    complete.set(use, [...(complete.get(use) ?? []), place]);
  });
  const taken = (k: number): void => {
    for (const place of complete.get(k) ?? []) {
      take(gradients.get(wanted[place] as number) ?? w.number(0), place);
    }
  };
  for (let k = output; k >= 0; k--) {
    const node = nodes[k] as TracedNode;
    const g = gradients.get(k);
    if (node.kind !== "op" || g === undefined || !reached(k)) continue;
    const read = reader(node, values, values[k]);
    opOf(node.op).partialFormulas.forEach((partial, i) => {
      const input = node.inputs[i] as number;
      if (!leads.has(input)) return;
      const term = termOf(w, partial, (name) => (name === "g" ? g : read(name)));
      const before = gradients.get(input);
      if (before === undefined) gradients.set(input, w.float(`g${input}`, term));
      else w.set(before, `${before} + ${term}`);
    });
    taken(k);
  }
  taken(never);
}

/** The use of what nobody uses. */
const never = -1;

/** The gradient times a partial. */
function termOf(w: GraphWriter, partial: Formula, read: (name: string) => Text): Text {
  if (partial.kind === "number" && partial.value === 1) return read("g");
  return w.formula(partialFormula(partial), read);
}

/** The nodes that are computed from those in `wanted`, and these. */
function leadsTo(nodes: readonly TracedNode[], wanted: readonly number[]): ReadonlySet<number> {
  const found = new Set(wanted);
  nodes.forEach((node, k) => {
    if (node.kind === "op" && node.inputs.some((input) => found.has(input))) found.add(k);
  });
  return found;
}

/** What the names in an op's formulas stand for: its arguments, its parameters, and y. */
function reader(
  { op, inputs, params }: TracedNode & { kind: "op" },
  values: readonly Text[],
  y?: Text,
): (name: string) => Text {
  const { args, params: known } = opOf(op);
  const names = new Map<string, Text>(y === undefined ? [] : [["y", y]]);
  args.forEach((name, i) => {
    names.set(name, values[inputs[i] as number] as Text);
  });
  Object.keys(known).forEach((name, i) => {
    names.set(name, values[params[i] as number] as Text);
  });
  return (name) => names.get(name) as Text;
}
