import type { Graph, Vertex } from "../graph/graph.js";
import { round } from "../text/number.js";
import type { DrawnEdge } from "./edges.js";
import type { Shown } from "./face.js";
import { checkLayout, edgesOf, everything, type GraphLayout, layoutOfScene } from "./graph-layout.js";
import { drawnMoment } from "./moment.js";
import type { DrawOptions } from "./options.js";
import { momentAfter, type Scene, sceneOf } from "./scene.js";

/** A drawing before it is painted: the same for SVG and canvas. */
export interface Plan {
  readonly graph: Graph;
  readonly scene: Scene;
  readonly shown: ReadonlySet<Shown>;
  readonly layout: GraphLayout;
  /** In the order of the layout. */
  readonly edges: readonly DrawnEdge[];
  /** Which of them carry their slope. */
  readonly slopes: readonly DrawnEdge[];
  readonly roots: ReadonlySet<number>;
  /** The size of the whole drawing, margin included. */
  readonly width: number;
  readonly height: number;
}

/** Around a drawing. */
export const margin = 16;

export function planOf(graph: Graph, options: DrawOptions): Plan {
  const { step, at, show = everything } = options;
  const moment = at ? drawnMoment(at) : step === undefined ? undefined : momentAfter(graph, step);
  const scene = sceneOf(graph, options.constants ?? "fold", moment);
  const shown = new Set(show);
  const inputs = edgesOf(scene);
  const count = inputs.reduce((sum, { length }) => sum + length, 0);
  if (options.layout) checkLayout(options.layout, scene, count, options);
  const layout = options.layout ?? layoutOfScene(scene, graph.roots, options);
  const { card, length, breadth, direction } = layout;
  const edges = drawnEdges(scene, inputs, direction === "LR" ? card.height : card.width);
  const constants = new Set(graph.nodes.flatMap(({ id, isConstant }) => (isConstant ? [id] : [])));
  const carries = ({ used, from, width }: DrawnEdge) =>
    scene.moment ? used : width !== undefined || !constants.has(from);
  // Where many edges end at one card, their slopes would lie over each other.
  const room = direction === "LR" ? 20 : 76;
  const slopes = shown.has("local") ? edges.filter((each) => carries(each) && each.port >= room) : [];
  const [width, height] = direction === "LR" ? [length, breadth] : [breadth, length];
  return {
    graph,
    scene,
    shown,
    layout,
    edges,
    slopes,
    roots: new Set(graph.roots),
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(height + 2 * margin),
  };
}

/** The upper left corner of a card, margin not included. */
export function cornerOf({ layout }: Plan, place: number): readonly [x: number, y: number] {
  const { card, direction } = layout;
  const [along, across] = [layout.along[place] as number, layout.across[place] as number];
  const [x, y] = direction === "LR" ? [along, across] : [across, along];
  return [round(x - card.width / 2), round(y - card.height / 2)];
}

const thinnest = 1.25;
const widest = 6;

function drawnEdges(scene: Scene, inputs: ReturnType<typeof edgesOf>, cardAcross: number): DrawnEdge[] {
  const { cards, isGrouped, current, moment } = scene;
  const used = new Set(moment?.inputs?.map(({ index }) => index));
  const isUsed = (to: Vertex, index: number, from: number) =>
    to.id === current &&
    moment?.inputs !== undefined &&
    (isGrouped ? scene.receives.has(from) : used.has(index));
  const steepest = isGrouped ? steepestOf(cards) : 0;
  const edges: DrawnEdge[] = [];
  for (const [v, to] of cards.entries()) {
    const into = inputs[v] as readonly { from: number; index: number }[];
    const port = into.length < 2 ? Infinity : (cardAcross - 24) / (into.length - 1);
    for (const { index } of into) {
      const { id: from, slope } = to.inputs[index] as { id: number; slope: number };
      const share = Math.min(1, Math.abs(slope) / steepest);
      const width = isGrouped
        ? thinnest + (widest - thinnest) * (Number.isNaN(share) ? 0 : share)
        : undefined;
      edges.push({
        from,
        to: to.id,
        index,
        slope,
        place: edges.length,
        used: isUsed(to, index, from),
        width,
        port,
      });
    }
  }
  return edges;
}

function steepestOf(cards: readonly Vertex[]): number {
  let most = 0;
  for (const { inputs } of cards) {
    for (const { slope } of inputs) if (Number.isFinite(slope)) most = Math.max(most, Math.abs(slope));
  }
  return most;
}
