/// <reference lib="dom" preserve="true" />
import type { Vertex } from "../../graph/graph.js";
import { FollowingElement } from "../following.js";
import { make, setAttribute } from "../make.js";
import { type Shown, shownAt } from "../shown.js";
import { fillRow, newRow } from "./row.js";
import { tapeStyle } from "./style.js";

const rowHeight = 37;
/** With more rows than this only those in view exist. */
const mostRows = 500;
const rowsAhead = 30;

/**
 * `<og-tape>`: the story of a graph as a table, a row for each value in the order of computation. It is the equal of
 * `<og-graph>`: the same numbers, marks and events.
 *
 * Arrow keys, Home and End move between rows; the event `og-point` says `{ id }` of the value that is pointed at.
 */
export class OgTape extends FollowingElement {
  private readonly table: HTMLTableElement;
  private readonly body = make("tbody");
  private readonly box: HTMLDivElement;
  private readonly above = make("tr", { "aria-hidden": "true" });
  private readonly below = make("tr", { "aria-hidden": "true" });
  private readonly rows: HTMLTableRowElement[] = [];
  private readonly fallBack = make("slot");
  private first = 0;
  /** The place of the row that the keyboard is at. */
  private entry = 0;
  private seen = -1;

  constructor() {
    super(tapeStyle);
    const head = ["Name", "Computed as", "Value", "Gradient"].map((text, i) =>
      make("th", { scope: "col", class: i > 1 ? "og-number" : "" }, text),
    );
    this.table = make(
      "table",
      { "aria-label": "Tape" },
      make("thead", {}, make("tr", {}, ...head)),
      this.body,
    );
    this.body.append(this.above, this.below);
    this.box = make("div", { class: "og-scroll" }, this.table);
    this.shadow.append(this.box, this.fallBack);
    this.box.addEventListener("scroll", () => this.windowed() && this.changed(), { passive: true });
    this.body.addEventListener("pointerover", (event) => this.point(idOf(event)));
    this.body.addEventListener("pointerleave", () => this.point(null));
    this.body.addEventListener("focusin", (event) => this.enter(event));
    this.body.addEventListener("focusout", () => this.point(null));
    this.body.addEventListener("keydown", (event) => this.walk(event));
  }

  protected update(): void {
    const { story } = this;
    this.box.hidden = story === null;
    this.fallBack.hidden = story !== null;
    if (story === null) return;
    const shown = shownAt(story, this.position, this.asked);
    this.fill(shown);
    const { current, position } = shown.moment;
    if (current !== undefined && this.seen !== position) {
      this.reveal(story.tape.indexOf(current));
      if (this.windowed()) this.fill(shown);
    }
    this.seen = position;
  }

  /** Writes the rows; of a long tape those in view. */
  private fill(shown: Shown): void {
    const { tape } = shown.story;
    const [first, end] = this.windowed() ? this.inView() : [0, tape.length];
    const isInside = this.shadow.activeElement?.localName === "tr";
    this.first = first;
    // Where rows come and go, what is out of view cannot hold the focus.
    this.entry = Math.max(first, Math.min(end - 1, this.entry));
    // The box must never be too short for a moment: it would scroll.
    while (this.rows.length < end - first) {
      const row = newRow();
      this.rows.push(row);
      this.below.before(row);
    }
    for (const [i, row] of this.rows.slice(0, end - first).entries()) {
      const place = first + i;
      fillRow(row, tape[place] as Vertex, place, shown, this.pointed);
      row.tabIndex = place === this.entry ? 0 : -1;
    }
    this.above.style.height = `${first * rowHeight}px`;
    this.below.style.height = `${(tape.length - end) * rowHeight}px`;
    for (const row of this.rows.splice(end - first)) row.remove();
    setAttribute(this.table, "aria-rowcount", tape.length + 1);
    const row = this.rows[this.entry - first];
    if (isInside && row && this.shadow.activeElement !== row) row.focus({ preventScroll: true });
  }

  private windowed(): boolean {
    return (this.story?.tape.length ?? 0) > mostRows;
  }

  private inView(): [first: number, end: number] {
    const { scrollTop, clientHeight } = this.box;
    const top = Math.floor(scrollTop / rowHeight) - rowsAhead;
    const first = Math.max(0, top - (top % 10));
    const end = Math.ceil((scrollTop + clientHeight) / rowHeight) + rowsAhead;
    return [first, Math.min(this.story?.tape.length ?? 0, end)];
  }

  /** Scrolls the box, never the page, until a row is in view. */
  private reveal(place: number): void {
    const { scrollTop, clientHeight } = this.box;
    const head = this.table.tHead?.offsetHeight ?? 0;
    const top = place * rowHeight;
    if (top < scrollTop) this.box.scrollTop = top;
    else if (top + head + rowHeight > scrollTop + clientHeight) {
      this.box.scrollTop = top + head + rowHeight - clientHeight;
    }
  }

  /** The focus came by mouse or by Tab. */
  private enter(event: Event): void {
    const place = this.rows.indexOf(event.target as HTMLTableRowElement);
    if (place >= 0) this.entry = this.first + place;
    this.point(idOf(event));
  }

  private walk(event: KeyboardEvent): void {
    const last = (this.story?.tape.length ?? 0) - 1;
    const steps: Record<string, number> = {
      ArrowUp: this.entry - 1,
      ArrowDown: this.entry + 1,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    this.entry = to;
    this.reveal(to);
    this.update();
  }
}

function idOf({ target }: Event): number | null {
  const id = (target as Element).closest<HTMLElement>("tr[data-id]")?.dataset.id;
  return id === undefined ? null : Number(id);
}
