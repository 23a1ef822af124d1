import type { Graph, Vertex } from "../graph/graph.js";
import { isGrouped } from "../graph/group.js";
import { namesOf } from "../graph/names.js";
import { describe } from "../graph/texts.js";
import { clean } from "../text/clean.js";
import { formatNumber } from "../text/number.js";
import type { Gradient } from "./scene.js";

/** The graph in one sentence: its accessible name. */
export function headline(graph: Graph): string {
  const names = namesOf(graph);
  const roots = graph.nodes.filter(({ id }) => graph.roots.includes(id));
  if (isGrouped(graph)) return groupedHeadline(graph, roots, names);
  const count = graph.nodes.filter(({ isConstant }) => !isConstant).length;
  const results = roots.map((root) => `${describe(root, names)} = ${formatNumber(root.data)}`);
  return `Graph of ${count} value${count === 1 ? "" : "s"}: ${results.join("; ")}`;
}

function groupedHeadline(
  { nodes }: Graph,
  roots: readonly Vertex[],
  names: ReadonlyMap<number, string>,
): string {
  const members = new Set(nodes.flatMap(({ id, group }) => group?.members ?? [id]));
  const results = roots.map((root) => `${clean(names.get(root.id) ?? "")} = ${formatNumber(root.data)}`);
  return `Graph of ${members.size} values on ${nodes.length} cards: ${results.join("; ")}`;
}

/** One value in words, as its card is announced. */
export function cardWords(
  node: Vertex,
  names: ReadonlyMap<number, string>,
  gradient: Gradient,
  isKnown = true,
): string {
  const count = node.group?.outputs.length ?? 1;
  const many = count > 1 ? `${count} outputs, mean ` : "";
  const value = isKnown ? `${many}value ${formatNumber(node.data)}` : "not computed yet";
  const name = nameAndSize(node, names);
  if (node.isConstant) return `${name}, ${node.group ? "input" : "constant"}, ${value}`;
  return `${name}, ${value}, ${count > 1 ? "length of the " : ""}gradient ${gradientWords(gradient)}`;
}

/** What it is, and of a group how many values it stands for. */
function nameAndSize(node: Vertex, names: ReadonlyMap<number, string>): string {
  const { group } = node;
  const said = describe(node, names);
  const size = group && `${group.members.length} value${group.members.length === 1 ? "" : "s"}`;
  return size === undefined || size === group?.computes || group?.kind === "inputs"
    ? said
    : `${said}, ${size}`;
}

function gradientWords({ value, isComplete }: Gradient): string {
  if (value === undefined) return "not known yet";
  return isComplete ? formatNumber(value) : `${formatNumber(value)} so far`;
}

/** The graph in sentences, one a line. */
export function sentences(graph: Graph): string {
  const names = namesOf(graph);
  const constants = new Set(graph.nodes.filter(({ isConstant }) => isConstant).map(({ id }) => id));
  const lines = graph.nodes
    .filter(({ isConstant }) => !isConstant)
    .map((node) => {
      const slopes = node.inputs
        .filter(({ id }) => !constants.has(id))
        .map(({ id, slope }) => `${formatNumber(slope)} for ${clean(names.get(id) ?? "")}`);
      const local = slopes.length === 0 ? "" : `; local slope ${slopes.join(", ")}`;
      return `${cardWords(node, names, { value: node.grad, isComplete: true })}${local}.`;
    });
  return [`${headline(graph)}.`, ...lines].join("\n");
}
