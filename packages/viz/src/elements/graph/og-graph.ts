/// <reference lib="dom" />
import { draw } from "../../draw/draw.js";
import { headline } from "../../draw/words.js";
import type { GroupLevel } from "../../graph/group.js";
import { grouped, groupingFor } from "../../graph/grouped.js";
import { namesOf } from "../../graph/names.js";
import type { Graph } from "../../graph/trace.js";
import { clean } from "../../text/clean.js";
import { FollowingElement } from "../following.js";
import { make, setAttribute } from "../make.js";
import { shownAt } from "../shown.js";
import { dress, stripes } from "./dress.js";
import { GraphTools, type Grouping } from "./graph-tools.js";
import { type Picture, pictureOf } from "./picture.js";
import { writePills } from "./pills.js";
import { hasSameShape } from "./same-shape.js";
import { placesOf } from "./standing.js";
import { pictureStyle } from "./style.js";
import { panWithMouse, reveal } from "./viewport.js";
import { walk } from "./walk.js";

/** Below this width in pixels a graph runs from top to bottom. */
const narrow = 560;

/**
 * `<og-graph>`: a graph that a person can walk through and that follows a story.
 *
 * Arrow keys follow its edges, Home and End lead to the first card and the last, Enter opens one. Events: `og-point`
 * with `{ id }`, or null where nothing is pointed at any more, and `og-open` with `{ id }`.
 */
export class OgGraph extends FollowingElement {
  static override observedAttributes: readonly string[] = [
    ...FollowingElement.observedAttributes,
    "group",
    "direction",
  ];
  protected override readonly propertyNames: readonly string[] = [
    ...["graph", "position", "order", "passes", "pointed"],
    ...["group", "direction", "asked"],
  ];
  private readonly tools: GraphTools;
  private readonly box = make("div", { class: "og-box" });
  private readonly message = make("p", { class: "og-note" });
  private readonly fallBack = make("slot");
  private picture: Picture | undefined;
  /** What the picture was drawn from, and how. */
  private drawn: Graph | undefined;
  private from: { readonly graph: Graph; readonly level: GroupLevel } | undefined;
  private runs: "LR" | "TB" = "LR";
  private grouping: Grouping = "auto";
  private way: "auto" | "LR" | "TB" = "auto";
  /** The place of the card that Tab leads to. */
  private entry: number | undefined;
  private seen: number | null = null;

  constructor() {
    super(pictureStyle);
    this.tools = new GraphTools((grouping) => {
      this.group = grouping;
    });
    this.tools.onZoom = () => this.zoom();
    this.message.hidden = true;
    this.shadow.append(
      make("div", { class: "og-frame" }, this.tools.row, this.message, this.box),
      this.fallBack,
    );
    const { box } = this;
    box.addEventListener("pointerdown", panWithMouse);
    box.addEventListener("pointerover", (event) => this.point(this.idAt(event)));
    box.addEventListener("pointerleave", () => this.point(null));
    box.addEventListener("focusin", (event) => this.enter(event));
    box.addEventListener("focusout", () => this.point(null));
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("dblclick", (event) => this.open(this.idAt(event)));
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === "group") this.group = (value ?? "auto") as Grouping;
    else if (name === "direction") this.direction = (value ?? "auto") as "auto" | "LR" | "TB";
    else super.attributeChangedCallback(name, old, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
  }

  /** How much one card stands for; "auto" as few as can be read. */
  get group(): Grouping {
    return this.grouping;
  }
  set group(group: Grouping) {
    if (group === this.grouping) return;
    this.grouping = group;
    this.changed();
  }

  /** From left to right, from top to bottom, or as there is room. */
  get direction(): "auto" | "LR" | "TB" {
    return this.way;
  }
  set direction(direction: "auto" | "LR" | "TB") {
    if (direction === this.way) return;
    this.way = direction;
    this.changed();
  }

  private readonly sizes = new (globalThis.ResizeObserver ?? Object)(() =>
    requestAnimationFrame(() => this.changed()),
  ) as ResizeObserver;

  protected update(): void {
    const { story } = this;
    this.box.hidden = story === null;
    this.fallBack.hidden = story !== null;
    if (story === null) return;
    const level = this.grouping === "auto" ? groupingFor(story.graph) : this.grouping;
    this.draw(story.graph, level);
    const { drawn, picture } = this;
    if (drawn === undefined || picture === undefined) return;
    const shown = shownAt(story, this.position, this.asked);
    const names = new Map([...namesOf(drawn)].map(([id, name]) => [id, clean(name)]));
    const places = placesOf(drawn);
    dress(picture, {
      drawn,
      shown,
      names,
      places,
      isDone: this.position === null,
    });
    this.markPointed(places);
    const current = shown.moment.current && places.get(shown.moment.current.id);
    this.markEntry(this.entry ?? current ?? drawn.nodes.length - 1);
    if (current !== undefined && this.seen !== shown.moment.position) {
      const card = picture.cards.get(current)?.element;
      if (card) reveal(this.box, card.getBoundingClientRect());
    }
    this.seen = shown.moment.position;
    this.tools.show(level, story.graph, picture.width > this.box.clientWidth);
  }

  /** Draws anew where the graph's shape is another one, and writes numbers where it is not. */
  private draw(graph: Graph, level: GroupLevel): void {
    const runs = this.way === "auto" ? (this.clientWidth < narrow ? "TB" : "LR") : this.way;
    const isNew = this.from?.graph !== graph || this.from.level !== level;
    const drawn = isNew || !this.drawn ? grouped(graph, level) : this.drawn;
    this.from = { graph, level };
    if (this.picture && this.drawn && runs === this.runs && hasSameShape(this.drawn, drawn)) {
      this.drawn = drawn;
      if (isNew) {
        writePills(this.picture, drawn, runs);
        setAttribute(this.picture.svg, "aria-label", headline(drawn));
      }
      return;
    }
    const hadFocus = this.shadow.activeElement !== null && this.box.contains(this.shadow.activeElement);
    this.drawn = drawn;
    this.runs = runs;
    this.picture = pictureOf(draw(drawn, { direction: runs, limit: Infinity }).svg(), drawn, runs);
    this.picture.svg.prepend(stripes());
    this.box.replaceChildren(this.picture.svg);
    this.entry =
      hadFocus && this.entry !== undefined && this.picture.cards.has(this.entry) ? this.entry : undefined;
    this.zoom();
    if (hadFocus && this.entry !== undefined) {
      this.picture.cards.get(this.entry)?.element.focus({ preventScroll: true });
    }
  }

  private zoom(): void {
    const { picture } = this;
    if (!picture) return;
    const scale = this.tools.fits ? Math.min(1, this.box.clientWidth / picture.width) : 1;
    setAttribute(picture.svg, "width", Math.floor(picture.width * scale));
    setAttribute(picture.svg, "height", Math.floor(picture.height * scale));
  }

  private markPointed(places: ReadonlyMap<number, number>): void {
    const place = this.pointed === null ? undefined : places.get(this.pointed);
    for (const [at, { element }] of this.picture?.cards ?? [])
      element.classList.toggle("pointed", at === place);
  }

  private markEntry(place: number): void {
    const cards = this.picture?.cards;
    if (!cards) return;
    const at = cards.has(place) ? place : [...cards.keys()].at(-1);
    for (const [each, { element }] of cards) setAttribute(element, "tabindex", each === at ? 0 : -1);
  }

  private idAt({ target }: Event): number | null {
    const id = (target as Element).closest<SVGElement>(".og-card")?.dataset.id;
    return id === undefined ? null : Number(id);
  }

  private placeAt(event: Event): number | undefined {
    const id = this.idAt(event);
    const place = this.drawn?.nodes.findIndex((node) => node.id === id) ?? -1;
    return place < 0 ? undefined : place;
  }

  private enter(event: Event): void {
    const place = this.placeAt(event);
    if (place === undefined) return;
    this.entry = place;
    this.markEntry(place);
    this.point(this.idAt(event));
  }

  private open(id: number | null): void {
    if (id !== null) this.tell("og-open", { id });
  }

  private key(event: KeyboardEvent): void {
    const from = this.placeAt(event);
    const { picture, drawn } = this;
    if (from === undefined || !picture || !drawn || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.open(this.idAt(event));
      return;
    }
    const to = walk(drawn, picture.cards, from, event.key, this.runs);
    const card = to === undefined ? undefined : picture.cards.get(to)?.element;
    if (!card) return;
    event.preventDefault();
    card.focus({ preventScroll: true });
    reveal(this.box, card.getBoundingClientRect());
  }
}
