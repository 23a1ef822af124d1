/// <reference lib="dom" preserve="true" />
import type { Graph } from "../../graph/trace.js";
import { parsed } from "../make.js";

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

/** What a drawing printed, as nodes; its own style is left out, because the element has one. */
export function pictureOf(markup: string, graph: Graph, direction: "LR" | "TB"): Picture {
  const svg = parsed(withoutStyle(markup)).firstElementChild as SVGSVGElement;
  const place = new Map(graph.nodes.map(({ id }, i) => [String(id), i]));
  const cards = new Map<number, Card>();
  for (const element of svg.querySelectorAll<SVGGElement>(".og-card")) {
    cards.set(place.get(element.dataset.id ?? "") as number, cardOf(element));
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
      backward: headAt(start, direction),
    };
  });
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  return { svg, width, height, cards, lines };
}

const withoutStyle = (markup: string): string => markup.replace(/<style>[^<]*<\/style>/, "");

function cardOf(element: SVGGElement): Card {
  const [, x = 0, y = 0] =
    /\(([^ ]+) ([^)]+)\)/.exec(element.getAttribute("transform") ?? "")?.map(Number) ?? [];
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
    x,
    y,
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
