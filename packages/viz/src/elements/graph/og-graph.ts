/// <reference lib="dom" preserve="true" />

import type { Graph } from "../../graph/graph.js";
import { grouped } from "../../graph/grouped.js";
import { make } from "../make.js";
import { shownAt } from "../shown.js";
import type { Arranged, Wish } from "./arrange.js";
import { CanvasView } from "./canvas-view.js";
import { type Drawn, drawnOf } from "./drawn.js";
import { GraphTools } from "./graph-tools.js";
import { Loading } from "./loading.js";
import { hasSameShape } from "./same-shape.js";
import { GraphSettings } from "./settings.js";
import { pictureStyle } from "./style.js";
import { SvgView } from "./svg-view.js";
import type { GraphView } from "./view.js";
import { panWithMouse, reveal } from "./viewport.js";
import { walk } from "./walk.js";

/** Below this width in pixels a graph runs from top to bottom. */
const narrow = 560;
/** More cards than this are painted on a canvas. */
const mostElements = 1000;
/** New numbers of more values than this are grouped in a worker. */
const mostRegrouped = 400;

/**
 * `<og-graph>`: a graph that a person can walk through and that follows a story.
 *
 * Arrow keys follow its edges, Home and End lead to the first card and the last, Enter opens one. Events: `og-point`
 * with `{ id }`, or null where nothing is pointed at any more, and `og-open` with `{ id }`.
 */
export class OgGraph extends GraphSettings {
  private readonly tools = new GraphTools(
    (level) => {
      this.group = level;
    },
    () => this.zoom(),
  );
  private readonly loading = new Loading();
  private readonly box = make("div", { class: "og-box" });
  private readonly fallBack = make("slot");
  private readonly sizes = new (globalThis.ResizeObserver ?? Object)(() =>
    requestAnimationFrame(() => this.changed()),
  ) as ResizeObserver;
  private view: GraphView | undefined;
  private arranged: Arranged | undefined;
  private drawn: Drawn | undefined;
  /** What was drawn, and how, or is being arranged. */
  private from: Wish | undefined;
  /** The place of the card that Tab leads to. */
  private entry: number | undefined;
  private seen: number | null = null;
  /** How wide it is in pixels, read before anything is written: what is written must not be laid out twice. */
  private room = 0;
  private frame = 0;

  constructor() {
    super(pictureStyle);
    const { box } = this;
    this.shadow.append(
      make("div", { class: "og-frame" }, this.tools.row, this.loading.line, box),
      this.fallBack,
    );
    box.addEventListener("pointerdown", panWithMouse);
    box.addEventListener("pointermove", (event) => this.point(this.view?.idAt(event) ?? null));
    box.addEventListener("pointerleave", () => this.point(null));
    box.addEventListener("focusin", (event) => this.enter(this.view?.idAt(event) ?? null));
    box.addEventListener("focusout", () => this.point(null));
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("click", (event) => this.enter(this.view?.idAt(event) ?? null));
    box.addEventListener("scroll", () => this.view?.repaint?.(), { passive: true });
    box.addEventListener("dblclick", (event) => this.open(this.view?.idAt(event) ?? null));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.loading.stop();
  }

  protected update(): void {
    const { story, from, group: grouping } = this;
    this.box.hidden = story === null;
    this.fallBack.hidden = story !== null;
    if (story === null) return;
    const { graph } = story;
    this.room = this.clientWidth;
    const direction = this.direction === "auto" ? (this.room < narrow ? "TB" : "LR") : this.direction;
    if (from?.graph !== graph || from.grouping !== grouping || from.direction !== direction) {
      this.draw({ graph, grouping, direction });
    }
    this.follow();
  }

  /** Writes numbers where the shape is the one that is there; else arranges anew, and begins a new view. */
  private draw(wish: Wish): void {
    const { from, arranged } = this;
    const { graph, grouping, direction } = wish;
    const keeps = from?.grouping === grouping && from.direction === direction;
    const level = keeps ? arranged?.level : undefined;
    if (level === "value" || (level && graph.nodes.length <= mostRegrouped)) {
      const cards = grouped(graph, level);
      if (this.fits(cards)) {
        this.drawn = drawnOf(graph, cards);
        this.from = wish;
        return;
      }
    }
    if (!keeps) this.view = undefined;
    this.loading.arrange(wish, (next) => this.begin(next, graph));
    this.from = wish;
    // What is still there is of another graph.
    if (this.view === undefined) this.box.replaceChildren();
  }

  /** Whether the view that is there can show a graph. */
  private fits(graph: Graph): boolean {
    return this.view !== undefined && this.drawn !== undefined && hasSameShape(this.drawn.graph, graph);
  }

  /** Shows what was arranged: in the view of a graph of the same shape, or in a new one. */
  private begin(arranged: Arranged, graph: Graph): void {
    const drawn = drawnOf(graph, arranged.drawn ?? graph);
    const fits = this.fits(drawn.graph);
    this.drawn = drawn;
    this.arranged = arranged;
    if (fits) {
      this.follow();
      return;
    }
    const { layout } = arranged;
    const hadFocus = this.box.contains(this.shadow.activeElement);
    const isSmall = layout.along.length <= mostElements;
    if (isSmall && this.view instanceof SvgView) this.view.rearrange(drawn.graph, layout);
    else {
      this.view = isSmall ? new SvgView(drawn.graph, layout) : new CanvasView(drawn.graph, layout, this.box);
      this.box.replaceChildren(this.view.element);
    }
    if (!hadFocus || !this.view.standings.has(this.entry ?? -1)) this.entry = undefined;
    this.zoom();
    this.seen = null;
    this.follow();
    if (hadFocus && this.entry !== undefined) this.view.enter(this.entry, true);
  }

  /** Shows the position of the story. */
  private follow(): void {
    const { story, view, drawn, arranged } = this;
    if (!view || !arranged || drawn?.of !== story?.graph || !drawn || !story) return;
    this.tools.show(arranged.level, arranged.collapses, view.width > this.room);
    const { layout } = arranged;
    const shown = shownAt(story, this.position, this.asked);
    const { graph, names, places } = drawn;
    const { marked } = this;
    view.show({ drawn: graph, layout, shown, names, places, marked, isDone: this.position === null });
    view.point(this.pointed === null ? undefined : places.get(this.pointed));
    const { current, position } = shown.moment;
    const place = current && places.get(current.id);
    const entry = this.entry ?? place ?? [...view.standings.keys()].at(-1);
    if (entry !== undefined) view.enter(entry, false);
    if (place !== undefined && this.seen !== position) {
      const receivers = [...shown.receives].flatMap((id) => places.get(id) ?? []);
      // The frame lays out what it reads anyway.
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        if (view !== this.view) return;
        reveal(
          this.box,
          [place, ...receivers].flatMap((each) => view.rectOf(each) ?? []),
        );
      });
    }
    this.seen = position;
  }

  private zoom(): void {
    const { view } = this;
    if (!view) return;
    view.zoom(this.tools.fits ? Math.min(1, this.box.clientWidth / view.width) : 1);
  }

  private enter(id: number | null): void {
    const place = id === null ? undefined : this.drawn?.places.get(id);
    if (place === undefined) return;
    this.entry = place;
    this.view?.enter(place, false);
    this.point(id);
  }

  private open(id: number | null): void {
    if (id !== null) this.tell("og-open", { id });
  }

  private key(event: KeyboardEvent): void {
    const { view, drawn, arranged } = this;
    const id = view?.idAt(event) ?? null;
    const from = id === null ? undefined : drawn?.places.get(id);
    if (!view || !drawn || !arranged || from === undefined) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.open(id);
      return;
    }
    const to = walk(drawn.graph, view.standings, from, event.key, arranged.layout.direction);
    if (to === undefined) return;
    event.preventDefault();
    view.enter(to, true);
    this.enter(drawn.graph.nodes[to]?.id ?? null);
    const rect = view.rectOf(to);
    if (rect) reveal(this.box, [rect]);
  }
}
