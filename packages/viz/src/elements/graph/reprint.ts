/// <reference lib="dom" preserve="true" />

import { pillOf } from "../../draw/edges.js";
import type { GraphLayout } from "../../draw/graph-layout.js";
import { type Plan, planOf } from "../../draw/plan.js";
import { graphSvg, type Pieces, piecesOf } from "../../draw/svg.js";
import type { Graph } from "../../graph/graph.js";
import { parsed, setAttribute } from "../make.js";
import { type Card, type Picture, pictureOf } from "./picture.js";

/** A graph as a picture. */
export function printed(graph: Graph, layout: GraphLayout): Picture {
  const plan = planOf(graph, { layout, direction: layout.direction });
  const pieces = piecesOf(plan);
  return pictureOf(svgOf(plan, pieces), plan, pieces.cards.map(insideOf));
}

/**
 * Prints another graph into a picture. Cards and slopes that look as before keep their elements: to lay out their texts
 * again is most of what a new picture costs.
 */
export function reprinted(picture: Picture, graph: Graph, layout: GraphLayout): Picture {
  const { direction } = layout;
  const plan = planOf(graph, { layout, direction });
  const { edges, cards, pills } = piecesOf(plan);
  const oldCards = shelved([...picture.cards.values()], ({ inside }) => inside);
  const oldPills = shelved(
    picture.lines.flatMap(({ pill }) => pill ?? []),
    (pill) => pill.textContent,
  );
  const inside = cards.map(insideOf);
  const keptCards = inside.map((each) => oldCards.get(each)?.shift());
  const keptPills = plan.slopes.map((each) => oldPills.get(pillOf(each, layout, direction).text)?.shift());
  const fresh = svgOf(plan, {
    edges,
    cards: cards.map((each, i) => (keptCards[i] ? emptied(each) : each)),
    pills: pills.map((each, i) => (keptPills[i] ? emptied(each) : each)),
  });
  const { svg } = picture;
  setAttribute(svg, "aria-label", fresh.getAttribute("aria-label") ?? "");
  copyAttributes(groundOf(fresh), groundOf(svg));
  const [next, here] = [mainOf(fresh), mainOf(svg)];
  const [nextEdges, ...nextCards] = [...next.children] as [Element, ...Element[]];
  const nextPills = nextCards.pop() as Element;
  const [edgesHere, pillsHere] = [here.firstElementChild as Element, here.lastElementChild as Element];
  const freshEdges = [...nextEdges.children];
  fill(edgesHere, freshEdges, [...edgesHere.children].slice(0, freshEdges.length));
  const elements = keptCards.map((card) => card?.element);
  fill(here, nextCards, elements, [edgesHere, pillsHere]);
  fill(pillsHere, [...nextPills.children], keptPills);
  const kept = new Map<Element, Card>(keptCards.flatMap((card) => (card ? [[card.element, card]] : [])));
  return pictureOf(svg, plan, inside, kept);
}

function svgOf(plan: Plan, pieces: Pieces): SVGSVGElement {
  // The element has a style of its own.
  const markup = graphSvg(plan, "auto", pieces).replace(/<style>[^<]*<\/style>/, "");
  return parsed(markup).firstElementChild as SVGSVGElement;
}

const groundOf = (svg: SVGSVGElement) => svg.querySelector(".og-ground") as Element;
const mainOf = (svg: SVGSVGElement) => svg.lastElementChild as Element;

const insideOf = (piece: string) => piece.slice(piece.indexOf(">") + 1, -"</g>".length);
const emptied = (piece: string) => `${piece.slice(0, piece.indexOf(">") + 1)}</g>`;

function shelved<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const shelves = new Map<string, T[]>();
  for (const thing of things) {
    const shelf = shelves.get(key(thing));
    if (shelf) shelf.push(thing);
    else shelves.set(key(thing), [thing]);
  }
  return shelves;
}

/** Makes the children between two of a parent those of a list, in its order; what is kept is moved only where it must be. */
function fill(
  parent: Element,
  next: readonly Element[],
  kept: readonly (Element | undefined)[],
  [before, after]: readonly [before: Element | null, after: Element | null] = [null, null],
): void {
  const first = () => (before ? before.nextElementSibling : parent.firstElementChild);
  const stays = new Set(kept);
  const gone: Element[] = [];
  for (let at = first(); at && at !== after; at = at.nextElementSibling) if (!stays.has(at)) gone.push(at);
  for (const each of gone) each.remove();
  let at = first();
  for (const [i, fresh] of next.entries()) {
    const old = kept[i];
    if (old) adopt(fresh, old);
    if (old && old === at) at = at.nextElementSibling;
    else parent.insertBefore(old ?? fresh, at);
  }
}

/** Gives an element and its parts the attributes of one that was printed in its place; an emptied one has no parts. */
function adopt(fresh: Element, old: Element): void {
  copyAttributes(fresh, old);
  for (const [i, part] of [...fresh.children].entries()) copyAttributes(part, old.children[i] as Element);
}

/** The keyboard's way in is not printed. */
function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) {
    if (name !== "tabindex" && !from.hasAttribute(name)) to.removeAttribute(name);
  }
  for (const { name, value } of from.attributes) setAttribute(to, name, value);
}
