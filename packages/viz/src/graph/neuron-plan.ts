import { type OpName, opOf } from "@outgrad/ops";
import type { Description, Plan } from "./contract.js";
import type { Graph, Vertex } from "./graph.js";
import { hiddenLeaves, parameterValues } from "./leaves.js";
import { layersOf, namesOf } from "./neuron-names.js";
import { type Neuron, neuronsOf } from "./neurons.js";
import { placesOf } from "./places.js";

/** Which values make a neuron, and the layer of every neuron by the id of its output. */
export function neuronPlan(graph: Graph): {
  readonly plan: Plan;
  readonly layers: ReadonlyMap<number, string>;
} {
  const { nodes } = graph;
  const neurons = neuronsOf(graph);
  const layers = layersOf(neurons, graph);
  const keys: (string | undefined)[] = nodes.map(() => undefined);
  const about = new Map<string, Description>();
  const put = (key: string, members: readonly number[], description: Description) => {
    for (const v of members) keys[v] = key;
    about.set(key, description);
  };

  const names = namesOf(neurons, nodes);
  for (const [k, neuron] of neurons.entries()) {
    put(`neuron ${k}`, neuron.members, {
      label: names[k] as string,
      kind: "neuron",
      computes: formulaOf(neuron),
      ...rangeOf(neuron.activation),
    });
  }
  const parameters = new Set(neurons.flatMap((neuron) => neuron.parameters));
  const penalty = parameterValues(graph, parameters, keys);
  if (penalty.length > 0) {
    const computes = `of ${parameters.size} parameters`;
    put("penalty", penalty, { label: "penalty", kind: "values", computes });
  }
  for (const { label, members } of plainInputs(neurons, graph, layers)) {
    put(`number ${about.size}`, members, { label, kind: "inputs", computes: "" });
  }

  const place = placesOf(nodes);
  const plan: Plan = {
    keys,
    hidden: hiddenLeaves(graph, keys, parameters),
    describe: (key) => about.get(key) as Description,
    // A plain number takes no gradient, but its weight is what a reader of a net wants to see.
    slope: (to, index) => {
      const { op, inputs } = nodes[to] as Vertex;
      if (op !== "mul" || !keys[to]?.startsWith("neuron")) return undefined;
      const [from, other] = [index, 1 - index].map(
        (i) => nodes[place.get(inputs[i]?.id as number) as number],
      );
      return from?.isConstant ? other?.data : undefined;
    },
  };
  return { plan, layers };
}

function formulaOf({ hasBias, activation }: Neuron): string {
  const sum = hasBias ? "Σwx + b" : "Σwx";
  return activation === "" ? sum : `${sum} → ${opOf(activation as OpName).label}`;
}

const ranges: Readonly<Record<string, readonly [number, number]>> = {
  tanh: [-1, 1],
  sigmoid: [0, 1],
  sin: [-1, 1],
  cos: [-1, 1],
};

function rangeOf(activation: string): Pick<Description, "range"> {
  const range = ranges[activation];
  return range === undefined ? {} : { range };
}

/**
 * The plain numbers that neurons read, x0, x1, ...: the neurons of a layer that read the same numbers share them, so
 * that a sample given as plain numbers looks like one given as values.
 */
function plainInputs(
  neurons: readonly Neuron[],
  { nodes }: Graph,
  layers: ReadonlyMap<number, string>,
): readonly { readonly label: string; readonly members: readonly number[] }[] {
  const place = placesOf(nodes);
  const samples = new Map<string, number[][]>();
  for (const { members, output } of neurons) {
    const products = members.flatMap((v) => (nodes[v]?.op === "mul" ? [nodes[v]] : []));
    const numbers = products.map(({ inputs }) =>
      inputs.map(({ id }) => place.get(id) as number).find((u) => nodes[u]?.isConstant),
    );
    if (numbers.every((u) => u === undefined)) continue;
    const values = numbers.map((u) => (u === undefined ? "" : String(nodes[u]?.data)));
    const key = [layers.get(nodes[output]?.id as number), ...values].join(" ");
    const columns = samples.get(key) ?? numbers.map(() => []);
    for (const [i, u] of numbers.entries()) if (u !== undefined) columns[i]?.push(u);
    samples.set(key, columns);
  }
  return [...samples.values()].flatMap((columns, s) =>
    columns.map((members, i) => ({ label: samples.size > 1 ? `x${i} (${s + 1})` : `x${i}`, members })),
  );
}
