/// <reference lib="dom" preserve="true" />
import type { Plan } from "../../draw/plan.js";

/** A card of a picture, with what changes on it. */
export interface Card {
  readonly element: SVGGElement;
  readonly data: Element | null;
  readonly grad: Element | null;
  readonly dataCaption: Element | null;
  readonly gradCaption: Element | null;
  /** What the rows are called where there is nothing to say of them. */
  readonly dataName: string;
  readonly gradName: string;
  readonly title: Element | null;
  /** Where its corner stands. */
  readonly x: number;
  readonly y: number;
  /** What was printed inside it. */
  readonly inside: string;
  /** What it shows, so that nothing is written twice. */
  shown: string;
}

/** An edge with its pill, between places in the graph. */
export interface Line {
  readonly element: Element;
  readonly arrow: Element;
  readonly pill: Element | undefined;
  readonly from: number;
  readonly to: number;
  readonly index: number;
  /** The arrowhead at the consumer, and at the input, where gradients go. */
  readonly forward: string;
  readonly backward: string;
}

/** A drawing in the page: the cards and edges of a graph by their places in `graph.nodes`, which outlive numbers. */
export interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly cards: ReadonlyMap<number, Card>;
  readonly lines: readonly Line[];
}

/**
 * A drawing that stands in an SVG element, as nodes. `inside` is what was printed inside its cards, in their order;
 * cards that are in `kept` were there before.
 */
export function pictureOf(
  svg: SVGSVGElement,
  { graph, layout, width, height }: Plan,
  inside: readonly string[],
  kept: ReadonlyMap<Element, Card> = new Map(),
): Picture {
  const place = new Map(graph.nodes.map(({ id }, i) => [String(id), i]));
  const cards = new Map<number, Card>();
  for (const [i, element] of svg.querySelectorAll<SVGGElement>(".og-card").entries()) {
    const card = kept.get(element) ?? cardOf(element, inside[i] as string);
    cards.set(place.get(element.dataset.id ?? "") as number, { ...card, ...cornerOf(element), shown: "" });
  }
  const ends = ({ dataset: { from, to, index } }: SVGElement) => `${from} ${to} ${index}`;
  const pills = new Map([...svg.querySelectorAll<SVGElement>(".og-pill")].map((pill) => [ends(pill), pill]));
  const lines = [...svg.querySelectorAll<SVGElement>(".og-edge")].map((element): Line => {
    const arrow = element.querySelector(".og-arrow") as Element;
    const start = element.querySelector(".og-line")?.getAttribute("d") ?? "";
    return {
      element,
      arrow,
      pill: pills.get(ends(element)),
      from: place.get(element.dataset.from ?? "") as number,
      to: place.get(element.dataset.to ?? "") as number,
      index: Number(element.dataset.index),
      forward: arrow.getAttribute("d") ?? "",
      backward: headAt(start, layout.direction),
    };
  });
  return { svg, width, height, cards, lines };
}

function cornerOf(card: Element): Pick<Card, "x" | "y"> {
  const [, x = 0, y = 0] =
    /\(([^ ]+) ([^)]+)\)/.exec(card.getAttribute("transform") ?? "")?.map(Number) ?? [];
  return { x, y };
}

function cardOf(element: SVGGElement, inside: string): Omit<Card, "x" | "y"> {
  const data = element.querySelector(".og-data");
  const grad = element.querySelector(".og-grad");
  element.setAttribute("tabindex", "-1");
  const [dataCaption, gradCaption] = [captionOf(data), captionOf(grad)];
  return {
    element,
    data,
    grad,
    dataCaption,
    gradCaption,
    dataName: dataCaption?.textContent ?? "",
    gradName: gradCaption?.textContent ?? "",
    title: element.querySelector("title"),
    inside,
    shown: "",
  };
}

const captionOf = (value: Element | null) =>
  value?.previousElementSibling?.classList.contains("og-caption") ? value.previousElementSibling : null;

const headLength = 11;

/** An arrowhead that points back to where a line starts. */
function headAt(path: string, direction: "LR" | "TB"): string {
  const [, x = 0, y = 0] = /^M([^,]+),([^L]+)/.exec(path)?.map(Number) ?? [];
  const half = headLength / 2;
  return direction === "LR"
    ? `M${x},${y}L${x + headLength},${y - half}L${x + headLength},${y + half}Z`
    : `M${x},${y}L${x - half},${y + headLength}L${x + half},${y + headLength}Z`;
}
