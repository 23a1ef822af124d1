import { compile, type Value } from "@outgrad/engine";
import { type Graph, trace, type Vertex } from "@outgrad/viz";
import type { Judge } from "./judge.ts";
import type { Network } from "./network.ts";

/** Where to look: at the loss, or at one neuron. */
export type Place = "loss" | { readonly layer: number; readonly neuron: number };

/** What one value says: its number, and how fast the loss changes with it. */
export interface Sign {
  readonly data: number;
  readonly grad: number;
}

/** What is looked at: a sample, by its index in the task, and a place on its way. */
export interface View {
  readonly sample: number;
  readonly place: Place;
}

/** One sample on its way through the network and back. */
export interface Inside extends View {
  readonly loss: number;
  /** The outputs of the neurons of each layer. */
  readonly layers: readonly (readonly Sign[])[];
  /** Every value between the inputs of the place and its result. */
  readonly graph: Graph;
  /** How many values the whole graph of this sample has. */
  readonly nodes: number;
}

/** Looks inside a network at one sample: replays the sample's graph, of which every value can be seen. */
export class Looker {
  readonly #inspect: (inputs: readonly number[], target: readonly number[]) => Value;

  constructor(network: Network, judge: Judge) {
    const loss = compile(
      (inputs: Value[], target: Value[]) => {
        name(inputs, "x");
        name(target, "target");
        const layers = network.layers(inputs);
        for (const [k, outputs] of layers.entries()) name(outputs, `l${k}.n`);
        return judge.loss([layers.at(-1) as Value[]], [target]);
      },
      { target: "replay" },
    );
    this.#inspect = (inputs, target) => loss.inspect([...inputs], [...target]);
  }

  /** What there is to see; the loss where there is no such neuron. */
  look(inputs: readonly number[], target: readonly number[], place: Place): Omit<Inside, "sample"> {
    const root = this.#inspect(inputs, target);
    const { nodes } = withLeafGradients(trace(root));
    const layers: Sign[][] = [];
    const boundary = new Set<number>();
    let found: Pick<Inside, "place"> & { readonly id: number } = { place: "loss", id: root.id };
    for (const { id, label, data, grad } of nodes) {
      const [, layer, neuron] = neuronName.exec(label)?.map(Number) ?? [];
      if (layer === undefined || neuron === undefined) continue;
      layers[layer] ??= [];
      layers[layer][neuron] = { data, grad };
      boundary.add(id);
      if (place !== "loss" && place.layer === layer && place.neuron === neuron) found = { place, id };
    }
    const graph = cut(nodes, found.id, boundary);
    return { loss: root.data, layers, place: found.place, graph, nodes: nodes.length };
  }
}

const neuronName = /^l(\d+)\.n(\d+)$/;

function name(values: readonly Value[], start: string): void {
  for (const [i, value] of values.entries()) value.label = `${start}${i}`;
}

/** With the gradients of this sample at the leaves, where the weights keep those of training: sums over the uses. */
function withLeafGradients({ nodes }: Graph): { nodes: Vertex[] } {
  const grads = new Map<number, number>();
  for (const { grad, inputs } of nodes)
    for (const { id, slope } of inputs) grads.set(id, (grads.get(id) ?? 0) + grad * slope);
  return { nodes: nodes.map((node) => (node.isLeaf ? { ...node, grad: grads.get(node.id) ?? 0 } : node)) };
}

/** The graph of one result, which ends at the boundary: what stands there is shown as a leaf. */
function cut(nodes: readonly Vertex[], root: number, boundary: ReadonlySet<number>): Graph {
  const kept = new Set([root]);
  const found: Vertex[] = [];
  for (const node of nodes.toReversed()) {
    if (!kept.has(node.id)) continue;
    const ends = node.id !== root && boundary.has(node.id);
    found.push(ends ? { ...node, op: "", opLabel: "", inputs: [], isLeaf: true } : node);
    if (!ends) for (const { id } of node.inputs) kept.add(id);
  }
  return { nodes: found.reverse(), roots: [root] };
}
