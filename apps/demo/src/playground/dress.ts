import type { Moment, Story } from "@outgrad/viz";
import { format } from "../format.ts";

/**
 * Puts a moment onto the drawn cards: values that are not computed yet are blank, gradients are those that have
 * arrived, NaN and infinities are marked, and every card can be focused and says what it shows.
 */
export function dress(svg: SVGElement, story: Story, { known, grads, unfinished, current }: Moment): void {
  const nodes = new Map(story.tape.map((node) => [node.id, node]));
  for (const card of svg.querySelectorAll<SVGElement>(".og-card")) {
    const id = Number(card.dataset.id);
    const found = nodes.get(id);
    if (!found) continue;
    const { data } = found;
    const isKnown = known.has(id);
    const grad = grads.get(id);
    write(card, ".og-data", isKnown ? format(data) : "");
    write(card, ".og-grad", grad === undefined ? "" : `${format(grad)}${unfinished.has(id) ? " + …" : ""}`);
    card.classList.toggle("future", !isKnown);
    card.classList.toggle("og-current", current?.id === id);
    card.classList.toggle("not-finite", isKnown && !Number.isFinite(data));
    card.classList.toggle("grad-not-finite", !Number.isFinite(grad ?? 0));
    card.setAttribute("tabindex", "-1");
    const value = isKnown ? `value ${format(data)}` : "not computed yet";
    const slope = grad === undefined ? "no gradient yet" : `gradient ${format(grad)}`;
    const words = `${story.name(id)}, ${story.made(id)}, ${value}, ${slope}`;
    card.setAttribute("aria-label", words);
    const title = card.querySelector("title");
    if (title) title.textContent = isKnown ? `${words}\n${data}` : words;
  }
}

function write(card: Element, selector: string, text: string): void {
  const element = card.querySelector(selector);
  if (element) element.textContent = text;
}
