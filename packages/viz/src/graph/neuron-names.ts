import type { Graph, Vertex } from "./graph.js";
import type { Neuron } from "./neurons.js";
import { placesOf } from "./places.js";

/**
 * What neurons are called: as their parameters say, else as their output is labelled. The same neuron on several
 * samples is numbered in the order of creation.
 */
export function namesOf(neurons: readonly Neuron[], nodes: readonly Vertex[]): string[] {
  const names = neurons.map(({ owner, output }) => owner || nodes[output]?.label || "neuron");
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const turns = new Map<string, number>();
  return names.map((name) => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    return counts.get(name) === 1 ? name : `${name} (${turn})`;
  });
}

/**
 * The layer of every neuron, by the id of its output: as the labels of its parameters say, "l0" of "l0.n1", else by
 * how many neurons lie on the longest way to it.
 */
export function layersOf(neurons: readonly Neuron[], { nodes }: Graph): Map<number, string> {
  const place = placesOf(nodes);
  const ofOutput = new Map(neurons.map((neuron) => [neuron.output, neuron]));
  const passed = new Int32Array(nodes.length);
  const layers = new Map<number, string>();
  for (const [v, { id, inputs }] of nodes.entries()) {
    for (const edge of inputs) {
      passed[v] = Math.max(passed[v] as number, passed[place.get(edge.id) as number] as number);
    }
    const neuron = ofOutput.get(v);
    if (neuron === undefined) continue;
    passed[v] = (passed[v] as number) + 1;
    layers.set(id, neuron.owner.replace(/(?:^|\.)n\d+$/, "") || `layer ${passed[v]}`);
  }
  return layers;
}
