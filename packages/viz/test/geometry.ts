import { type Element, parseXml, withClass } from "./xml.js";

/** A card's rectangle in a drawing. */
export interface Box {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An edge's line as points close to each other. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly index: number;
  readonly points: readonly (readonly [number, number])[];
}

function shift({ attributes }: Element): [number, number] {
  return (attributes.transform?.match(/-?[\d.]+/g) ?? []).map(Number) as [number, number];
}

/** Where the cards of a drawn graph stand. */
export function boxes(svg: string): Box[] {
  return withClass(parseXml(svg), "og-card").map((card) => {
    const [left, top] = shift(card);
    const rect = card.children.find(({ name }) => name === "rect") as Element;
    const [width, height] = [Number(rect.attributes.width), Number(rect.attributes.height)];
    return { id: card.attributes["data-id"] ?? "", left, top, right: left + width, bottom: top + height };
  });
}

/** How the edges of a drawn graph run. */
export function lines(svg: string): Line[] {
  return withClass(parseXml(svg), "og-edge").map((edge) => ({
    from: edge.attributes["data-from"] ?? "",
    to: edge.attributes["data-to"] ?? "",
    index: Number(edge.attributes["data-index"]),
    points: walk(edge.children[0]?.attributes.d ?? ""),
  }));
}

function walk(path: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [, command, numbers = ""] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const n = (numbers.match(/-?[\d.]+/g) ?? []).map(Number) as number[];
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command !== "C") points.push([n[0] as number, n[1] as number]);
    else {
      const [x1, y1, x2, y2, x3, y3] = n as [number, number, number, number, number, number];
      for (let i = 1; i <= 16; i++) {
        const t = i / 16;
        const s = 1 - t;
        const mix = (a: number, b: number, c: number, d: number) =>
          s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        points.push([mix(x, x1, x2, x3), mix(y, y1, y2, y3)]);
      }
    }
  }
  return points;
}
