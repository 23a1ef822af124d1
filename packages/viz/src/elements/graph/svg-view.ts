/// <reference lib="dom" preserve="true" />
import type { GraphLayout } from "../../draw/graph-layout.js";
import { headline } from "../../draw/words.js";
import type { Graph } from "../../graph/graph.js";
import { make, setAttribute } from "../make.js";
import { dress, stripes } from "./dress.js";
import type { Picture } from "./picture.js";
import { writePills } from "./pills.js";
import { printed, reprinted } from "./reprint.js";
import type { GraphView, Showing } from "./view.js";
import type { Standings } from "./walk.js";

/** A graph as SVG: every card is an element that takes the focus. */
export class SvgView implements GraphView {
  /** Of the picture's size; the SVG element in it may be larger. */
  readonly element = make("div", { class: "og-paper" });
  private picture: Picture;
  private drawn: Graph;
  private pointed: number | undefined;
  private entry: number | undefined;

  constructor(drawn: Graph, layout: GraphLayout) {
    this.drawn = drawn;
    this.picture = printed(drawn, layout);
    this.picture.svg.prepend(stripes());
    this.element.append(this.picture.svg);
    this.zoom(1);
  }

  get width(): number {
    return this.picture.width;
  }

  get height(): number {
    return this.picture.height;
  }

  get standings(): Standings {
    return this.picture.cards;
  }

  /** Shows another graph. What has the focus keeps it, if it is still there. */
  rearrange(drawn: Graph, layout: GraphLayout): void {
    this.drawn = drawn;
    for (const { element } of this.picture.cards.values()) element.setAttribute("tabindex", "-1");
    this.picture = reprinted(this.picture, drawn, layout);
    this.pointed = this.entry = undefined;
  }

  show(showing: Showing): void {
    if (showing.drawn !== this.drawn) this.renumber(showing);
    dress(this.picture, showing);
  }

  private renumber({ drawn, layout }: Showing): void {
    this.drawn = drawn;
    setAttribute(this.picture.svg, "aria-label", headline(drawn));
    if (drawn.nodes.some(({ group }) => group !== undefined)) this.reprint(drawn, layout);
    else writePills(this.picture, drawn, layout.direction);
  }

  /** Cards of groups have bars, and their edges a width: they are printed again inside the cards that are there. */
  private reprint(drawn: Graph, layout: GraphLayout): void {
    const next = printed(drawn, layout);
    const groups = ({ svg }: Picture) => [...svg.querySelectorAll(":scope > g > g[aria-hidden]")];
    const [edges, pills] = groups(next);
    const [oldEdges, oldPills] = groups(this.picture);
    oldEdges?.replaceWith(edges as Element);
    oldPills?.replaceWith(pills as Element);
    const cards = new Map(next.cards);
    for (const [place, { element }] of this.picture.cards) {
      const card = next.cards.get(place);
      if (!card) continue;
      element.replaceChildren(...card.element.childNodes);
      element.setAttribute("class", card.element.getAttribute("class") ?? "");
      cards.set(place, { ...card, element });
    }
    this.picture = { ...next, svg: this.picture.svg, cards };
    if (this.pointed !== undefined) cards.get(this.pointed)?.element.classList.add("pointed");
  }

  point(place: number | undefined): void {
    if (place === this.pointed) return;
    const { cards } = this.picture;
    if (this.pointed !== undefined) cards.get(this.pointed)?.element.classList.remove("pointed");
    if (place !== undefined) cards.get(place)?.element.classList.add("pointed");
    this.pointed = place;
  }

  enter(place: number, takesFocus: boolean): void {
    const { cards } = this.picture;
    if (this.entry !== undefined && this.entry !== place)
      cards.get(this.entry)?.element.setAttribute("tabindex", "-1");
    const card = cards.get(place)?.element;
    if (card) setAttribute(card, "tabindex", 0);
    this.entry = place;
    if (takesFocus) card?.focus({ preventScroll: true });
  }

  idAt({ target }: Event): number | null {
    const id = (target as Element).closest<SVGElement>(".og-card")?.dataset.id;
    return id === undefined ? null : Number(id);
  }

  rectOf(place: number): DOMRect | undefined {
    return this.picture.cards.get(place)?.element.getBoundingClientRect();
  }

  zoom(scale: number): void {
    const { svg, width, height } = this.picture;
    const [wide, high] = [stepped(width), stepped(height)];
    setAttribute(svg, "viewBox", `0 0 ${wide} ${high}`);
    setAttribute(svg, "width", wide * scale);
    setAttribute(svg, "height", high * scale);
    this.element.style.width = `${Math.floor(width * scale)}px`;
    this.element.style.height = `${Math.floor(height * scale)}px`;
  }
}

/** A new size of an SVG element lays out all its texts again, so it grows in large steps. */
function stepped(size: number): number {
  let step = 1024;
  while (step < size) step *= 2;
  return step;
}
