import type { GroupBy } from "../graph/group.js";
import type { Moment } from "../story/moment.js";
import type { Theme } from "../theme.js";
import type { Direction } from "./edges.js";
import type { Shown } from "./face.js";
import type { GraphLayout } from "./graph-layout.js";

/** How a graph is drawn. */
export interface DrawOptions {
  /** "light", "dark", or "auto": as the reader's system prefers. "auto" if absent. */
  readonly theme?: Theme;
  /** From left to right or from top to bottom. "LR" if absent. */
  readonly direction?: Direction;
  /**
   * How many steps of backward have been done. 0 shows only the root's own gradient, 1; k shows the gradients
   * after `steps(root)[k - 1]`, and highlights that step: the value that passes its gradient on is filled, those
   * that receive are dashed, the edges in use carry the local slopes. If absent, the gradients that the graph holds.
   */
  readonly step?: number;
  /** A moment of the graph's story, forward or backward, in place of `step`; grouped graphs follow it too. */
  readonly at?: Moment;
  /** How much one card stands for: "value", if absent, "neuron", "layer", or as a function of a value says. */
  readonly group?: GroupBy;
  /** What `layoutOf` made of the same graph and options, perhaps in a worker, perhaps with other numbers in it. */
  readonly layout?: GraphLayout;
  /** Which numbers to show: on the cards `data` and `grad`, on the edges `local` slopes. All if absent. */
  readonly show?: readonly Shown[];
  /** Plain numbers stand in the badge of what uses them ("fold", if absent), or get cards of their own. */
  readonly constants?: "fold" | "show";
  /** More values than this are refused with a sentence; 100,000 if absent. */
  readonly limit?: number;
}
