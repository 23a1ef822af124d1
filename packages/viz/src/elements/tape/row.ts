/// <reference lib="dom" preserve="true" />
import type { Vertex } from "../../graph/graph.js";
import { make, setAttribute, setText } from "../make.js";
import { gradientText, type Shown, valueText } from "../shown.js";

/** A row of the tape: name, computed as, value, gradient. */
export function newRow(): HTMLTableRowElement {
  return make(
    "tr",
    { tabindex: -1 },
    make("th", { scope: "row" }),
    make("td", { class: "og-made" }),
    make("td", { class: "og-number og-data" }),
    make("td", { class: "og-number og-grad" }),
  );
}

/** Puts a value into a row, as it is at a position. */
export function fillRow(
  row: HTMLTableRowElement,
  { id, data }: Vertex,
  place: number,
  shown: Shown,
  pointed: number | null,
): void {
  const { story, moment, receives, trail } = shown;
  const [name, made, value, grad] = row.cells as unknown as HTMLTableCellElement[];
  setText(name, story.name(id));
  setText(made, story.made(id));
  setText(value, valueText(shown, id, data));
  setText(grad, gradientText(shown, id));
  grad?.classList.toggle("og-badGrad", !Number.isFinite(moment.grads.get(id) ?? 0));
  row.dataset.id = String(id);
  setAttribute(row, "aria-rowindex", place + 2);
  setAttribute(row, "aria-current", moment.current?.id === id && "step");
  const isKnown = moment.known.has(id);
  row.classList.toggle("og-future", !isKnown);
  row.classList.toggle("og-current", moment.current?.id === id);
  row.classList.toggle("og-receives", receives.has(id));
  row.classList.toggle("og-bad", isKnown && trail.bad.has(id));
  row.classList.toggle("pointed", pointed === id);
}
