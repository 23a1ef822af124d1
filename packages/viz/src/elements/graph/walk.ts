import type { Graph } from "../../graph/graph.js";

/** Where cards stand, by their places in the graph. */
export type Standings = ReadonlyMap<number, { readonly x: number; readonly y: number }>;

/** The arrow keys where the graph runs from top to bottom: up leads to the inputs. */
const turned: Readonly<Record<string, string>> = {
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
  ArrowLeft: "ArrowUp",
  ArrowRight: "ArrowDown",
};

/**
 * Where a key leads from a card, as a place: left to its first input, right to what uses it first, up and down to
 * the nearest card of the same layer, Home and End to the first card and the last.
 */
export function walk(
  { nodes }: Graph,
  cards: Standings,
  from: number,
  key: string,
  direction: "LR" | "TB",
): number | undefined {
  const places = [...cards.keys()];
  switch (direction === "LR" ? key : (turned[key] ?? key)) {
    case "ArrowLeft": {
      const shown = new Map(places.map((place) => [nodes[place]?.id, place]));
      return nodes[from]?.inputs.map(({ id }) => shown.get(id)).find((place) => place !== undefined);
    }
    case "ArrowRight": {
      const id = nodes[from]?.id;
      return places.find((place) => nodes[place]?.inputs.some((input) => input.id === id));
    }
    case "ArrowUp":
      return beside(cards, from, -1, direction);
    case "ArrowDown":
      return beside(cards, from, 1, direction);
    case "Home":
      return places[0];
    case "End":
      return places.at(-1);
    default:
      return undefined;
  }
}

function beside(cards: Standings, from: number, by: 1 | -1, direction: "LR" | "TB"): number | undefined {
  const at = (place: number) => {
    const { x, y } = cards.get(place) as { x: number; y: number };
    return direction === "LR" ? { along: x, across: y } : { along: y, across: x };
  };
  const here = at(from);
  let nearest: { readonly place: number; readonly away: number } | undefined;
  for (const place of cards.keys()) {
    const { along, across } = at(place);
    const away = (across - here.across) * by;
    if (Math.abs(along - here.along) < 20 && away > 1 && away < (nearest?.away ?? Infinity)) {
      nearest = { place, away };
    }
  }
  return nearest?.place;
}
