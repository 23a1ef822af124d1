import type { Edge, Graph, Group, Output, Vertex } from "./graph.js";
import { summary } from "./group.js";
import { type Part, partition } from "./partition.js";
import { placesOf } from "./places.js";

/** Which vertices become one. Vertices are meant by their place in `graph.nodes`. */
export interface Plan {
  /** Vertices with the same key stand together, as far as that makes no circle. */
  readonly keys: readonly (string | undefined)[];
  /** Leaves that are seen as a part of what uses them: they get no vertex and no edge. */
  readonly hidden: ReadonlySet<number>;
  /** What a group is called and computes; `count` is how many groups have this key, `turn` which one this is, from 0. */
  describe(key: string, members: readonly number[], turn: number, count: number): Description;
  /** The slope of an edge, where it is not what the graph says. */
  slope?(to: number, index: number): number | undefined;
}

export interface Description extends Pick<Group, "kind" | "computes" | "range"> {
  readonly label: string;
}

/**
 * The graph with groups as vertices, in linear time. A group has the id of its last output (of its first, if it
 * is of leaves), so what is known of that value, such as its gradient, is known of the group.
 */
export function contract(graph: Graph, plan: Plan): Graph {
  const { nodes } = graph;
  const place = placesOf(nodes);
  const inputs = nodes.map((node) => node.inputs.map(({ id }) => place.get(id) as number));
  const { parts, partOf, order } = partition(inputs, plan);
  const outputs = outputsOf(graph, inputs, partOf, parts, place);
  const hiddenIn: number[][] = parts.map(() => []);
  for (const [v, from] of inputs.entries()) {
    for (const u of from) {
      if (plan.hidden.has(u)) hiddenIn[partOf[v] as number]?.push(u);
    }
  }
  const turns = turnsOf(parts);
  const idOf = (part: number) => {
    const { members } = parts[part] as Part;
    const given = outputs[part] as number[];
    return (nodes[(areLeaves(members, nodes) ? given[0] : given.at(-1)) as number] as Vertex).id;
  };
  const vertices = parts.map((part, p) => {
    const edges = edgesInto(p, part, outputs[p] as number[], graph, plan, inputs, partOf, idOf);
    const within = [...new Set([...part.members, ...(hiddenIn[p] as number[])])].sort((a, b) => a - b);
    const only = nodes[part.members[0] as number] as Vertex;
    if (part.key === undefined || (within.length === 1 && !only.group && !only.isConstant)) {
      return {
        ...only,
        inputs: edges,
        ...(only.label === "" && { row: only.row ?? (part.members[0] as number) + 1 }),
      };
    }
    const { turn, count } = turns[p] as { turn: number; count: number };
    const { label, ...about } = plan.describe(part.key, part.members, turn, count);
    return groupVertex(idOf(p), label, about, part, within, outputs[p] as number[], edges, nodes);
  });
  const roots = graph.roots.map((id) => idOf(partOf[place.get(id) as number] as number));
  return { nodes: inOrder(order, vertices), roots: [...new Set(roots)] };
}

function outputsOf(
  { roots }: Graph,
  inputs: readonly (readonly number[])[],
  partOf: Int32Array,
  parts: readonly Part[],
  place: ReadonlyMap<number, number>,
): number[][] {
  const leaves = new Set(roots.map((id) => place.get(id) as number));
  for (const [v, from] of inputs.entries()) for (const u of from) if (partOf[u] !== partOf[v]) leaves.add(u);
  return parts.map(({ members }) => {
    const outputs = members.filter((v) => leaves.has(v));
    return outputs.length > 0 ? outputs : members.slice(-1);
  });
}

function turnsOf(parts: readonly Part[]): { turn: number; count: number }[] {
  const counts = new Map<string | undefined, number>();
  const turns = parts.map(({ key }) => {
    const turn = counts.get(key) ?? 0;
    counts.set(key, turn + 1);
    return turn;
  });
  return parts.map(({ key }, p) => ({ turn: turns[p] as number, count: counts.get(key) as number }));
}

/**
 * One edge for every part that gives something to this one. Its slope is that of the output with respect to the
 * value that comes in, by the chain rule inside the part. Where several slopes fall together it is their Euclidean
 * norm, without a sign; of several outputs, the slope is that of their sum.
 */
function edgesInto(
  p: number,
  { members }: Part,
  outputs: readonly number[],
  { nodes }: Graph,
  plan: Plan,
  inputs: readonly (readonly number[])[],
  partOf: Int32Array,
  idOf: (part: number) => number,
): Edge[] {
  const slopeOf = (v: number, i: number) =>
    plan.slope?.(v, i) ?? ((nodes[v] as Vertex).inputs[i] as Edge).slope;
  const down = new Map<number, number>(outputs.map((v) => [v, 1]));
  for (const v of members.toReversed()) {
    const gradient = down.get(v);
    if (gradient === undefined) continue;
    for (const [i, u] of (inputs[v] as readonly number[]).entries()) {
      if (partOf[u] === p) down.set(u, (down.get(u) ?? 0) + gradient * slopeOf(v, i));
    }
  }
  const slopes = new Map<number, Map<number, number>>();
  for (const v of members) {
    for (const [i, u] of (inputs[v] as readonly number[]).entries()) {
      const from = partOf[u] as number;
      if (from === p || from < 0) continue;
      const into = slopes.get(from) ?? new Map<number, number>();
      slopes.set(from, into);
      // A value that comes in twice has one slope with respect to one output.
      const way = outputs.length === 1 ? u : into.size;
      into.set(way, (into.get(way) ?? 0) + (down.get(v) ?? 0) * slopeOf(v, i));
    }
  }
  return [...slopes].map(([from, into]) => {
    const all = [...into.values()];
    if (all.length === 1) return { id: idOf(from), slope: all[0] as number };
    return { id: idOf(from), slope: Math.sqrt(all.reduce((sum, s) => sum + s * s, 0)), count: all.length };
  });
}

const areLeaves = (members: readonly number[], nodes: readonly Vertex[]) =>
  members.every((v) => nodes[v]?.isLeaf);

function groupVertex(
  id: number,
  label: string,
  about: Omit<Description, "label">,
  { members }: Part,
  within: readonly number[],
  outputs: readonly number[],
  edges: readonly Edge[],
  nodes: readonly Vertex[],
): Vertex {
  const isConstant = members.every((v) => nodes[v]?.isConstant);
  // Neurons that read the same plain numbers have a copy of them each.
  const apart =
    isConstant && new Set(members.map((v) => nodes[v]?.data)).size === 1 ? outputs.slice(0, 1) : outputs;
  const given: Output[] = apart.flatMap((v) => {
    const { id, data, grad, group } = nodes[v] as Vertex;
    return group?.outputs ?? [{ id, data, grad }];
  });
  const inner = within.flatMap((v) => (nodes[v] as Vertex).group?.members ?? [(nodes[v] as Vertex).id]);
  const all = [...new Set(inner)].sort((a, b) => a - b);
  const computes = about.computes === "" && about.kind === "values" ? `${all.length} values` : about.computes;
  return {
    id,
    op: "",
    opLabel: computes,
    label,
    ...summary(given),
    params: [],
    inputs: edges,
    isLeaf: areLeaves(members, nodes),
    isConstant,
    group: { ...about, computes, members: all, outputs: given },
  };
}

/** The order of creation of their last outputs, except where a group was used before it was complete. */
function inOrder(order: readonly number[], vertices: readonly Vertex[]): Vertex[] {
  const rank = new Map<number, number>();
  for (const p of order) {
    const { id, inputs } = vertices[p] as Vertex;
    rank.set(
      id,
      inputs.reduce((most, edge) => Math.max(most, rank.get(edge.id) as number), id),
    );
  }
  return order
    .map((p) => vertices[p] as Vertex)
    .sort((a, b) => (rank.get(a.id) as number) - (rank.get(b.id) as number));
}
