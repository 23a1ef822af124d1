import type { Description, Plan } from "./contract.js";
import type { Graph, Vertex } from "./graph.js";
import { hiddenLeaves } from "./leaves.js";
import { placesOf } from "./places.js";

/**
 * What stands together at the level of layers, of a graph of neurons: the neurons of a layer, the inputs of a layer,
 * and all that lies around the layers, such as the loss.
 */
export function layerPlan(graph: Graph, layers: ReadonlyMap<number, string>): Plan {
  const { nodes } = graph;
  const place = placesOf(nodes);
  const keys: (string | undefined)[] = nodes.map(({ id, isLeaf, group }) => {
    if (isLeaf) return undefined;
    return group?.kind === "neuron" ? `layer ${layers.get(id)}` : group ? `group ${id}` : "rest";
  });
  for (const [v, { inputs }] of nodes.entries()) {
    for (const { id } of inputs) {
      const u = place.get(id) as number;
      const { isLeaf, isConstant, group } = nodes[u] as Vertex;
      if (isLeaf && (!isConstant || group)) keys[u] ??= `inputs ${keys[v]}`;
    }
  }
  return {
    keys,
    hidden: hiddenLeaves(graph, keys, new Set()),
    describe: (key, members, turn, count) => {
      const all = members.map((v) => nodes[v] as Vertex);
      const about = key.startsWith("layer ")
        ? layerOf(key.slice("layer ".length), all)
        : key.startsWith("inputs ")
          ? inputsOf(all)
          : restOf(all);
      return count > 1 ? { ...about, label: `${about.label} (${turn + 1})` } : about;
    },
  };
}

function layerOf(label: string, neurons: readonly Vertex[]): Description {
  const [first] = neurons;
  const formulas = new Set(neurons.map(({ opLabel }) => opLabel));
  const { range } = first?.group ?? {};
  const computes = [...formulas].join(", ");
  return { label, kind: "layer", computes, ...(range && formulas.size === 1 ? { range } : {}) };
}

function inputsOf(leaves: readonly Vertex[]): Description {
  const [first = "", last = ""] = [leaves[0]?.label, leaves.at(-1)?.label];
  const label = first === "" ? "inputs" : first === last ? first : `${first} … ${last}`;
  return { label, kind: "inputs", computes: `${leaves.length} inputs` };
}

function restOf(values: readonly Vertex[]): Description {
  const last = values.at(-1) as Vertex;
  if (last.group) return { label: last.label, kind: last.group.kind, computes: last.opLabel };
  return { label: last.label || "rest", kind: "values", computes: "" };
}
