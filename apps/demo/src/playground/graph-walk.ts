import type { Circuit } from "./circuit.ts";

/** A card by its place in the tape, and where it stands in the picture: along the layers and across them. */
export interface Standing {
  readonly place: number;
  readonly along: number;
  readonly across: number;
}

/**
 * Where an arrow key leads from a node, as a place in the tape: left to its inputs, right to what uses it, up and
 * down to the nearest card of the same layer. Home and End lead to the first and the last node.
 */
export function walk(
  circuit: Circuit,
  cards: readonly Standing[],
  from: number,
  key: string,
): number | undefined {
  const { tape } = circuit;
  const nodes = new Map(tape.map((node) => [node.id, node]));
  switch (key) {
    case "ArrowLeft":
      return nodes.get(from)?.inputs.find(({ id }) => nodes.has(id))?.id;
    case "ArrowRight": {
      return tape.find(({ inputs }) => inputs.some(({ id }) => id === from))?.id;
    }
    case "ArrowUp":
      return beside(cards, from, -1);
    case "ArrowDown":
      return beside(cards, from, 1);
    case "Home":
      return tape[0]?.id;
    case "End":
      return tape.at(-1)?.id;
    default:
      return undefined;
  }
}

function beside(cards: readonly Standing[], from: number, direction: 1 | -1): number | undefined {
  const here = cards.find(({ place }) => place === from);
  if (!here) return undefined;
  const layer = cards.filter(
    ({ along, across }) => Math.abs(along - here.along) < 20 && (across - here.across) * direction > 1,
  );
  return layer.sort((a, b) => (a.across - b.across) * direction)[0]?.place;
}
