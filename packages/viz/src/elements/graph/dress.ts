/// <reference lib="dom" preserve="true" />
import { setText } from "../make.js";
import type { Card, Line, Picture } from "./picture.js";
import { type Standing, standingOf } from "./standing.js";
import type { Showing } from "./view.js";

/** Puts a position of the story onto the cards and edges. Only what changed is written. */
export function dress(picture: Picture, showing: Showing): void {
  const { drawn, shown, names } = showing;
  for (const [place, card] of picture.cards) {
    const vertex = drawn.nodes[place];
    if (vertex === undefined) continue;
    const standing = standingOf(vertex, shown, names.get(vertex.id) ?? "");
    const key = `${vertex.id} ${shown.moment.phase} ${vertex.data} ${JSON.stringify(standing)}`;
    if (card.shown === key) continue;
    card.shown = key;
    put(card, standing, vertex.id, vertex.data, shown.moment.phase === "forward");
  }
  dressLines(picture.lines, showing);
}

function put(card: Card, standing: Standing, id: number, data: number, isForward: boolean): void {
  const { element } = card;
  const { grad, isUnfinished, isCause } = standing;
  element.dataset.id = String(id);
  setText(card.data, standing.data);
  setText(card.grad, grad ?? (isForward ? "" : "not yet"));
  setText(card.dataCaption, isCause ? "born here" : card.dataName);
  setText(card.gradCaption, grad !== undefined && isUnfinished ? "so far" : card.gradName);
  setText(card.title, standing.isKnown ? `${standing.words}\n${data}` : standing.words);
  element.setAttribute("aria-label", standing.words);
  card.grad?.classList.toggle("og-waits", grad === undefined);
  const { classList } = element;
  classList.toggle("og-future", !standing.isKnown);
  classList.toggle("og-current", standing.isCurrent);
  classList.toggle("og-receives", standing.receives);
  classList.toggle("og-bad", standing.isBad);
  classList.toggle("og-cause", isCause);
  classList.toggle("og-badGrad", standing.hasBadGrad);
  hatch(element, standing.isBad);
}

const svgName = "http://www.w3.org/2000/svg";

/** Red stripes over the card's own ground, under its texts. */
function hatch(card: Element, isBad: boolean): void {
  const stripes = card.querySelector(".og-stripes");
  if (!isBad) stripes?.remove();
  if (!isBad || stripes) return;
  const ground = card.querySelector("rect") as Element;
  const rect = ground.cloneNode() as Element;
  rect.setAttribute("class", "og-stripes");
  rect.setAttribute("fill", "url(#og-stripes)");
  ground.after(rect);
}

/** The pattern that stripes are filled with. */
export function stripes(): SVGDefsElement {
  const defs = document.createElementNS(svgName, "defs");
  const pattern = document.createElementNS(svgName, "pattern");
  const size = { id: "og-stripes", width: "10", height: "10", patternUnits: "userSpaceOnUse" };
  for (const [name, value] of Object.entries({ ...size, patternTransform: "rotate(45)" })) {
    pattern.setAttribute(name, value);
  }
  const line = document.createElementNS(svgName, "rect");
  for (const [name, value] of Object.entries({ width: "3", height: "10" })) line.setAttribute(name, value);
  pattern.append(line);
  defs.append(pattern);
  return defs;
}

/**
 * Edges that carry a gradient in the current step point back to the input; their pills say the local slopes. The marked
 * edge shows its slope at any time.
 */
function dressLines(lines: readonly Line[], { drawn, shown, places, marked, isDone }: Showing): void {
  const { step } = shown.moment;
  const to = step && places.get(step.id);
  const used = new Set(step?.contributions.map(({ input, index }) => `${places.get(input)} ${index}`));
  for (const line of lines) {
    const isGroup = drawn.nodes[line.to]?.group !== undefined;
    const isUsed =
      line.to === to &&
      (isGroup
        ? [...used].some((key) => key.startsWith(`${line.from} `))
        : used.has(`${line.from} ${line.index}`));
    if (line.element.classList.contains("og-used") !== isUsed) {
      line.element.classList.toggle("og-used", isUsed);
      line.arrow.setAttribute("d", isUsed ? line.backward : line.forward);
      if (isUsed) line.element.parentNode?.append(line.element);
    }
    const isMarked = marked?.index === line.index && places.get(marked.to) === line.to;
    line.element.classList.toggle("og-marked", isMarked);
    line.pill?.classList.toggle("og-marked", isMarked);
    line.pill?.classList.toggle("og-off", !(isDone || isUsed || isMarked));
  }
}
