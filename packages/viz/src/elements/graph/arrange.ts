import { type GraphLayout, layoutOf } from "../../draw/graph-layout.js";
import type { Graph } from "../../graph/graph.js";
import type { GroupLevel } from "../../graph/group.js";
import { grouped, groupingFor } from "../../graph/grouped.js";

/** How much one card stands for, or as little as can be read. */
export type Grouping = "auto" | GroupLevel;

/** What is asked for. */
export interface Wish {
  readonly graph: Graph;
  readonly grouping: Grouping;
  readonly direction: "LR" | "TB";
}

/** A graph as it is to be drawn. */
export interface Arranged {
  readonly level: GroupLevel;
  /** The graph of the cards; undefined where it is the graph of values itself. */
  readonly drawn: Graph | undefined;
  readonly layout: GraphLayout;
  /** Whether there is a choice of levels. */
  readonly collapses: boolean;
}

/** Chooses the level, groups and lays out: all that takes long in a large graph, here or in a worker. */
export function arrange({ graph, grouping, direction }: Wish, progress?: (share: number) => void): Arranged {
  const level = grouping === "auto" ? groupingFor(graph) : grouping;
  const drawn = level === "value" ? undefined : grouped(graph, level);
  const layout = layoutOf(drawn ?? graph, { direction }, progress);
  const neurons = level === "neuron" && drawn ? drawn : grouped(graph, "neuron");
  // A sum of products may look like a neuron; a net has several.
  const collapses = neurons.nodes.filter(({ group }) => group?.kind === "neuron").length > 1;
  return { level, drawn, layout, collapses };
}
