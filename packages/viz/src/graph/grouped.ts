import { found } from "../text/found.js";
import { contract, type Plan } from "./contract.js";
import { type Graph, isGraph, type Vertex } from "./graph.js";
import { checkGroup, type GroupBy, type GroupLevel, isGrouped } from "./group.js";
import { layerPlan } from "./layer-plan.js";
import { hiddenLeaves } from "./leaves.js";
import { neuronPlan } from "./neuron-plan.js";

/**
 * The same graph with one vertex for each neuron or layer, or for what a function of a value puts together, in linear
 * time. Where the graph has no neuron, "neuron" and "layer" change nothing, and "value" never does. Each sample's
 * neuron is a vertex of its own; a layer is one for all samples. Weights and biases are seen as parts of their
 * neurons; plain numbers that neurons read become input cards.
 *
 * Values that a function gives one name stand together only as far as that makes no circle: those that come later
 * stand apart again.
 *
 * @throws TypeError for what is no graph; RangeError for another way to group; Error for a graph that is grouped already.
 */
export function grouped(graph: Graph, by: GroupBy): Graph {
  if (!isGraph(graph)) {
    throw new TypeError(`grouped: expected a graph, as trace(value) gives it; got ${found(graph)}.`);
  }
  checkGroup("grouped", by);
  if (by === "value" || by === undefined) return graph;
  if (isGrouped(graph)) {
    throw new Error("grouped: the graph is grouped already; give the graph of values that it was made from.");
  }
  if (typeof by === "function") return contract(graph, customPlan(graph, by));
  const levels = known.get(graph) ?? levelsOf(graph);
  known.set(graph, levels);
  return levels[by]();
}

/** A page asks for the same graph's neurons again and again. Graphs do not change, so the answers do not. */
const known = new WeakMap<Graph, ReturnType<typeof levelsOf>>();

function levelsOf(graph: Graph): Readonly<Record<"neuron" | "layer", () => Graph>> {
  const { plan, layers } = neuronPlan(graph);
  if (layers.size === 0) return { neuron: () => graph, layer: () => graph };
  const neurons = contract(graph, plan);
  let made: Graph | undefined;
  const layer = () => {
    made ??= contract(neurons, layerPlan(neurons, layers));
    return made;
  };
  return { neuron: () => neurons, layer };
}

/**
 * The level at which a graph has few enough cards to read: values up to 150, neurons up to 1,000, else layers; values
 * too where the graph has no neuron.
 */
export function groupingFor(graph: Graph): GroupLevel {
  const cards = ({ nodes }: Graph) => nodes.filter((node) => !node.isConstant || node.group).length;
  if (cards(graph) <= 150) return "value";
  const neurons = grouped(graph, "neuron");
  if (neurons === graph) return "value";
  return cards(neurons) <= 1000 ? "neuron" : "layer";
}

function customPlan(graph: Graph, by: (node: Vertex) => string | undefined): Plan {
  const keys = graph.nodes.map((node) => by(node));
  return {
    keys,
    hidden: hiddenLeaves(graph, keys, new Set()),
    describe: (key) => ({ label: key, kind: "values", computes: "" }),
  };
}
