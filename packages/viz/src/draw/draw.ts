import { Drawing, toJson } from "../drawing.js";
import { type Graph, graphOf, type Source } from "../graph/trace.js";
import type { Theme } from "../theme.js";
import type { Shown } from "./card.js";
import { dot } from "./dot.js";
import type { Direction } from "./edges.js";
import { graphSvg } from "./svg.js";
import { tapeTable } from "./tape.js";
import { sentences } from "./words.js";

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
  /** Which numbers to show: on the cards `data` and `grad`, on the edges `local` slopes. All if absent. */
  readonly show?: readonly Shown[];
  /** Plain numbers stand in the badge of what uses them ("fold", if absent), or get cards of their own. */
  readonly constants?: "fold" | "show";
  /** More values than this are refused with a sentence; 5,000 if absent. */
  readonly limit?: number;
}

/** A picture of a graph; also as text for Graphviz. */
export class GraphDrawing extends Drawing {
  private readonly graph: Graph;
  private readonly direction: Direction;

  /** @internal */
  constructor(graph: Graph, options: DrawOptions) {
    super({
      svg: () => graphSvg(graph, options),
      text: () => sentences(graph),
      table: () => tapeTable(graph),
      json: () => toJson(graph),
    });
    this.graph = graph;
    this.direction = options.direction ?? "LR";
  }

  /** The graph in Graphviz's language, in the look of micrograd's `draw_dot`. */
  dot(): string {
    return dot(this.graph, this.direction);
  }
}

/**
 * Draws a traced graph, a value, or several values with what they were computed from: one card for each value,
 * inputs before results, arguments in their order.
 *
 * @throws Error for more than `limit` values, RangeError for a step that backward does not have.
 */
export function draw(source: Source, options: DrawOptions = {}): GraphDrawing {
  return new GraphDrawing(graphOf(source, options.limit ?? mostDrawn), options);
}

const mostDrawn = 5000;
