/// <reference lib="dom" preserve="true" />
import { draw, type GraphDrawing } from "../../draw/draw.js";
import type { GraphLayout } from "../../draw/graph-layout.js";
import { headline } from "../../draw/words.js";
import type { Graph } from "../../graph/graph.js";
import { make, setAttribute, setText } from "../make.js";
import { standingOf } from "./standing.js";
import type { GraphView, Showing } from "./view.js";
import type { Standings } from "./walk.js";

/**
 * A graph of many cards on a canvas that is as large as the box around it: what the box scrolls to is painted. The
 * canvas takes the focus, because its cards cannot, and a live region says which card it is at.
 */
export class CanvasView implements GraphView {
  readonly element: HTMLDivElement;
  readonly width: number;
  readonly height: number;
  readonly standings: Standings;
  private readonly canvas: HTMLCanvasElement;
  private readonly told = make("p", { class: "og-hidden", role: "status" });
  private readonly box: HTMLElement;
  private showing: Showing | undefined;
  private drawing: GraphDrawing;
  private scale = 1;
  private pointed: number | undefined;
  private entry: number | undefined;
  private frame: number | undefined;

  constructor(drawn: Graph, layout: GraphLayout, box: HTMLElement) {
    this.box = box;
    this.canvas = make("canvas", { class: "og-canvas", tabindex: 0, role: "application" });
    setAttribute(this.canvas, "aria-roledescription", "graph");
    setAttribute(this.canvas, "aria-label", `${headline(drawn)}. Arrow keys follow its edges`);
    this.element = make("div", { class: "og-sheet" }, this.canvas, this.told);
    this.drawing = draw(drawn, { direction: layout.direction, layout, limit: Infinity });
    ({ width: this.width, height: this.height } = this.drawing.size);
    this.standings = standingsOf(drawn, layout);
  }

  show(showing: Showing): void {
    const { drawn, layout, shown } = showing;
    this.showing = showing;
    this.drawing = draw(drawn, { direction: layout.direction, layout, at: shown.moment, limit: Infinity });
    setAttribute(this.canvas, "aria-label", `${headline(drawn)}. Arrow keys follow its edges`);
    this.repaint();
  }

  point(place: number | undefined): void {
    if (place === this.pointed) return;
    this.pointed = place;
    this.repaint();
  }

  enter(place: number, takesFocus: boolean): void {
    this.entry = place;
    if (!takesFocus) return;
    this.canvas.focus({ preventScroll: true });
    const node = this.showing?.drawn.nodes[place];
    if (!this.showing || !node) return;
    const name = this.showing.names.get(node.id) ?? "";
    setText(this.told, standingOf(node, this.showing.shown, name).words);
  }

  idAt(event: Event): number | null {
    if (!(event instanceof MouseEvent)) return this.idOf(this.entry);
    const { left, top } = this.element.getBoundingClientRect();
    const { scale, drawing } = this;
    return drawing.cardAt((event.clientX - left) / scale, (event.clientY - top) / scale) ?? null;
  }

  rectOf(place: number): DOMRect | undefined {
    const bounds = this.drawing.boundsOf(this.idOf(place) ?? -1);
    if (bounds === undefined) return undefined;
    const { left, top } = this.element.getBoundingClientRect();
    const { scale } = this;
    const [x, y] = [left + bounds.x * scale, top + bounds.y * scale];
    return new DOMRect(x, y, bounds.width * scale, bounds.height * scale);
  }

  zoom(scale: number): void {
    this.scale = scale;
    this.element.style.width = `${Math.floor(this.width * scale)}px`;
    this.element.style.height = `${Math.floor(this.height * scale)}px`;
    this.repaint();
  }

  private idOf(place: number | undefined): number | null {
    return place === undefined ? null : (this.showing?.drawn.nodes[place]?.id ?? null);
  }

  repaint(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.paint();
    });
  }

  private paint(): void {
    const { box, canvas, drawing, scale } = this;
    const context = canvas.getContext("2d");
    const width = Math.min(box.clientWidth, Math.ceil(this.width * scale));
    const height = Math.min(box.clientHeight, Math.ceil(this.height * scale));
    if (!context || width === 0 || height === 0) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const pointed = this.idOf(this.pointed ?? undefined);
    const view = { x: box.scrollLeft / scale, y: box.scrollTop / scale, scale, width, height };
    const theme = isDark(box) ? "dark" : "light";
    drawing.paint(context, { ...view, theme, ...(pointed !== null && { pointed }) });
  }
}

/** Light text means a dark page. */
function isDark(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(element)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return red + green + blue > 382;
}

/** Where the cards of a layout stand. */
function standingsOf({ nodes, roots }: Graph, { along, across, direction }: GraphLayout): Standings {
  const standings = new Map<number, { x: number; y: number }>();
  let i = 0;
  for (const [place, { id, isConstant, label }] of nodes.entries()) {
    // Plain numbers stand in the badge of what uses them.
    if (isConstant && label === "" && !roots.includes(id)) continue;
    const [a, c] = [along[i] as number, across[i] as number];
    standings.set(place, direction === "LR" ? { x: a, y: c } : { x: c, y: a });
    i++;
  }
  return standings;
}
