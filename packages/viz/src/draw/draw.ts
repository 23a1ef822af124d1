import { Drawing, toJson } from "../drawing.js";
import type { Graph } from "../graph/graph.js";
import { grouped } from "../graph/grouped.js";
import { graphOf, type Source } from "../graph/trace.js";
import type { Context2D } from "./canvas/context.js";
import { paintPlan, type View } from "./canvas/paint.js";
import { dot } from "./dot.js";
import { checkDrawing } from "./graph-layout.js";
import { type Box, boundsIn, cardIn } from "./hit.js";
import type { DrawOptions } from "./options.js";
import { type Plan, planOf } from "./plan.js";
import { graphSvg } from "./svg.js";
import { tapeTable } from "./tape.js";
import { sentences } from "./words.js";

/** A picture of a graph; also as text for Graphviz, and on a canvas, of which a part may be in view. */
export class GraphDrawing extends Drawing {
  private readonly graph: Graph;
  private readonly options: DrawOptions;
  private made: Plan | undefined;

  /** @internal */
  constructor(graph: Graph, options: DrawOptions) {
    super({
      svg: () => graphSvg(this.plan, options.theme ?? "auto"),
      text: () => sentences(graph),
      table: () => tapeTable(graph),
      json: () => toJson(graph),
    });
    this.graph = graph;
    this.options = options;
  }

  private get plan(): Plan {
    this.made ??= planOf(this.graph, this.options);
    return this.made;
  }

  /** The graph in Graphviz's language, in the look of micrograd's `draw_dot`. */
  dot(): string {
    return dot(this.graph, this.options.direction ?? "LR");
  }

  /** The size of the whole picture in pixels, as svg() has it. */
  get size(): { readonly width: number; readonly height: number } {
    const { width, height } = this.plan;
    return { width, height };
  }

  /**
   * Paints the part of the picture that is in view onto a canvas. Text has at least 12 pixels or is left out: far
   * away cards show their name and value only, then only colours by the kind of op and the sign of the value.
   */
  paint(context: Context2D, view: View): void {
    paintPlan(this.plan, context, view);
  }

  /** The id of the card at a point of the picture, as svg() has it; undefined between cards. */
  cardAt(x: number, y: number): number | undefined {
    return cardIn(this.plan, x, y);
  }

  /** Where the card of a value stands in the picture: its own, or that of its group; undefined without a card. */
  boundsOf(id: number): Box | undefined {
    return boundsIn(this.plan, id);
  }
}

/**
 * Draws a traced graph, a value, or several values with what they were computed from: one card for each value, or
 * for each neuron or layer, inputs before results, arguments in their order.
 *
 * @throws TypeError for what is no value and no graph; RangeError for an option with a word that is no choice; Error
 * for more than `limit` values; later, RangeError for a step that backward does not have, and Error for a layout of
 * another graph.
 */
export function draw(source: Source, options: DrawOptions = {}): GraphDrawing {
  checkDrawing("draw", options);
  const graph = graphOf(source, options.limit ?? mostDrawn, "draw");
  return new GraphDrawing(options.group === undefined ? graph : grouped(graph, options.group), options);
}

const mostDrawn = 100_000;
