import { cornerOf, margin, type Plan } from "./plan.js";

/** A rectangle of a picture, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The id of the card at a point. */
export function cardIn(plan: Plan, x: number, y: number): number | undefined {
  const { width, height } = plan.layout.card;
  const { cards } = plan.scene;
  for (let place = 0; place < cards.length; place++) {
    const [left, top] = cornerOf(plan, place);
    const [right, down] = [x - margin - left, y - margin - top];
    if (right >= 0 && right <= width && down >= 0 && down <= height) return cards[place]?.id;
  }
  return undefined;
}

/** Where the card of a value, or of the first group that it is in, stands. */
export function boundsIn(plan: Plan, id: number): Box | undefined {
  const { cards } = plan.scene;
  const own = cards.findIndex((node) => node.id === id);
  const place = own >= 0 ? own : cards.findIndex(({ group }) => group?.members.includes(id));
  if (place < 0) return undefined;
  const [x, y] = cornerOf(plan, place);
  return { x: x + margin, y: y + margin, ...plan.layout.card };
}
