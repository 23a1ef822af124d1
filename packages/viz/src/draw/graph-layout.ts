import type { Graph } from "../graph/graph.js";
import { checkGroup } from "../graph/group.js";
import { grouped } from "../graph/grouped.js";
import { placesOf } from "../graph/places.js";
import { type Layout, layOut } from "../layout/layout.js";
import { checkChoice, checkOptions } from "../text/expected.js";
import { found, isList } from "../text/found.js";
import { type Direction, pillRoom } from "./edges.js";
import { type CardSize, cardHeight, cardSize, type Shown } from "./face.js";
import type { DrawOptions } from "./options.js";
import { type Scene, sceneOf } from "./scene.js";

/**
 * Where the cards of a graph stand and its edges run, as plain data: numbers and typed arrays, so that a worker can
 * make it and hand it over. It does not depend on data and grad; it stays while they change.
 */
export interface GraphLayout extends Layout {
  readonly direction: Direction;
  /** The size of every card. */
  readonly card: CardSize;
  /** How long edges are straight before a card. */
  readonly level: number;
}

/** What a layout depends on besides the graph. */
export type LayoutOptions = Pick<DrawOptions, "direction" | "show" | "constants" | "group">;

/**
 * The layout that `draw(graph, { ...options, layout })` takes, which may be made elsewhere, such as in a worker.
 * Linear in the size of the graph. `progress` is told now and then which share is done, at last 1.
 *
 * @throws RangeError for a direction, a way to group, or a number to show that there is not.
 */
export function layoutOf(
  graph: Graph,
  options: LayoutOptions = {},
  progress?: (share: number) => void,
): GraphLayout {
  checkDrawing("layoutOf", options);
  const shownGraph = options.group === undefined ? graph : grouped(graph, options.group);
  const scene = sceneOf(shownGraph, options.constants ?? "fold", undefined);
  return layoutOfScene(scene, shownGraph.roots, options, progress);
}

/** The memory of a layout that can be handed over instead of copied. */
export function buffersOf({ layers, along, across, starts, points }: GraphLayout): ArrayBuffer[] {
  return [layers, along, across, starts, points].map(({ buffer }) => buffer as ArrayBuffer);
}

export const everything: readonly Shown[] = ["data", "grad", "local"];

/** @throws TypeError for options of another shape; RangeError for a word that is no choice. */
export function checkDrawing(called: "draw" | "layoutOf", options: unknown) {
  const example = 'graph, { direction: "LR" }';
  const choices = { direction: ["LR", "TB"], constants: ["fold", "show"] };
  checkOptions({ called, example, choices }, options);
  const { group, show = everything } = options as { group?: unknown; show?: unknown };
  checkGroup(called, group);
  if (!isList(show)) {
    throw new TypeError(`${called}: show is a list, as in { show: ["data", "grad"] }; got ${found(show)}.`);
  }
  for (const name of Array.from(show)) checkChoice(called, "each entry of show", name, everything);
}

/** The inputs of every card that have a card too, by their places; an argument that is folded has no edge. */
export function edgesOf({ cards }: Scene): readonly (readonly { from: number; index: number }[])[] {
  const place = placesOf(cards);
  return cards.map(({ inputs }) =>
    inputs.flatMap(({ id }, index) => {
      const from = place.get(id);
      return from === undefined ? [] : [{ from, index }];
    }),
  );
}

export function layoutOfScene(
  scene: Scene,
  roots: readonly number[],
  { direction = "LR", show = everything }: LayoutOptions,
  progress?: (share: number) => void,
): GraphLayout {
  const shown = new Set(show);
  const card = cardSize(scene, shown);
  const { level, port } = shown.has("local") ? pillRoom[direction] : { level: 8, port: 22 };
  const place = placesOf(scene.cards);
  const layout = layOut(
    edgesOf(scene).map((inputs) => inputs.map(({ from }) => from)),
    roots.flatMap((id) => place.get(id) ?? []),
    {
      cardAlong: direction === "LR" ? card.width : card.height,
      cardAcross: direction === "LR" ? card.height : card.width,
      gapAcross: direction === "LR" ? 14 : 20,
      gapAlong: scene.isGrouped ? 110 : 48,
      level,
      port,
    },
    progress,
  );
  return { ...layout, direction, card, level };
}

/** @throws Error if the layout is not one of these cards and edges. */
export function checkLayout(layout: GraphLayout, scene: Scene, edges: number, options: LayoutOptions): void {
  const { direction = "LR", show = everything } = options;
  const fits =
    layout.along.length === scene.cards.length &&
    layout.starts.length === edges + 1 &&
    layout.direction === direction &&
    layout.card.height === cardHeight(scene, new Set(show));
  if (fits) return;
  throw new Error(
    `draw: the layout is of ${layout.along.length} cards and ${layout.starts.length - 1} edges, ${layout.direction}; this ` +
      `drawing has ${scene.cards.length} and ${edges}, ${direction}. Make it with layoutOf(graph, options) of the ` +
      "same graph and options.",
  );
}
