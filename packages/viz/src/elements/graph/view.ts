/// <reference lib="dom" preserve="true" />
import type { GraphLayout } from "../../draw/graph-layout.js";
import type { Graph } from "../../graph/graph.js";
import type { Shown } from "../shown.js";
import type { MarkedEdge } from "./settings.js";
import type { Standings } from "./walk.js";

/** What a view shows: a drawn graph at a position of the story. */
export interface Showing {
  /** The graph of values, or of the groups that cards stand for. */
  readonly drawn: Graph;
  readonly layout: GraphLayout;
  readonly shown: Shown;
  /** What every card is called. */
  readonly names: ReadonlyMap<number, string>;
  /** The place of the card that stands for each value. */
  readonly places: ReadonlyMap<number, number>;
  /** The edge that stands out. */
  readonly marked: MarkedEdge | null;
  /** Whether the story is over and all slopes are shown. */
  readonly isDone: boolean;
}

/** A graph in the page, as elements or on a canvas. Places are those in `drawn.nodes`. */
export interface GraphView {
  readonly element: Element;
  readonly width: number;
  readonly height: number;
  readonly standings: Standings;
  /** Shows a position, with numbers that may be new; the graph has the shape it began with. */
  show(showing: Showing): void;
  /** Marks the card that is pointed at. */
  point(place: number | undefined): void;
  /** Makes a card the one that Tab leads to, and perhaps takes the focus there. */
  enter(place: number, takesFocus: boolean): void;
  /** The id of the card that an event is about. */
  idAt(event: Event): number | null;
  /** Where a card is in the window. */
  rectOf(place: number): DOMRect | undefined;
  zoom(scale: number): void;
  /** Asked for when the box has scrolled. */
  repaint?(): void;
}
