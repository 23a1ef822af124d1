import type { Graph } from "../../graph/graph.js";
import { namesOf } from "../../graph/names.js";
import { clean } from "../../text/clean.js";
import { placesOf } from "./standing.js";

/** A graph as it is drawn: its cards and what they are called. */
export interface Drawn {
  /** The graph of values. */
  readonly of: Graph;
  /** The graph of the cards. */
  readonly graph: Graph;
  readonly names: ReadonlyMap<number, string>;
  /** The place of the card that stands for each value. */
  readonly places: ReadonlyMap<number, number>;
}

export function drawnOf(of: Graph, graph: Graph): Drawn {
  const names = new Map([...namesOf(graph)].map(([id, name]) => [id, clean(name)]));
  return { of, graph, names, places: placesOf(graph) };
}
