import type { Value } from "@outgrad/engine";
import { Drawing, type DrawOptions, draw, steps, story } from "@outgrad/viz";
import { escapeHtml, math, picture, widthOf } from "./html.ts";
import { evaluate, isBackward } from "./program.ts";
import { run } from "./run.ts";

/** A graph wider than this would become small print; it is drawn from top to bottom on every screen. */
const roomAcross = 1080;

/** ```graph Caption: the graph of an expression; a first line `backward` runs backward before it is drawn. */
export function graph(source: string, caption: string): string {
  const graph = evaluate(source);
  const options: DrawOptions = isBackward(source) ? { theme: "light" } : { theme: "light", show: ["data"] };
  const across = draw(graph, options);
  const down = draw(graph, { ...options, direction: "TB" });
  const pictures =
    widthOf(across) > roomAcross ? picture(down, "") : picture(across, "across") + picture(down, "down");
  const table = `<details v-pre><summary>The graph as a table</summary><pre tabindex="0">${escapeHtml(down.table())}</pre></details>`;
  return `<figure>${pictures}<figcaption>${escapeHtml(caption)}</figcaption>${table}</figure>\n`;
}

/**
 * ```steps: every step of backward through an expression to walk through; without JavaScript as a list.
 * ```steps predict: each step is asked for first.
 */
export function walk(source: string, options: string): string {
  const result = evaluate(source);
  const items = steps(result).map(({ sentence, statement, contributions }) => {
    const rows = contributions.map(({ formula: { symbols, local, numbers } }) =>
      [symbols, local, numbers].map(({ tex }) => `<td>${math(`\\displaystyle ${tex}`)}</td>`).join(""),
    );
    const table = `<table tabindex="0"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;
    return `<li><p>${math(statement.tex)}</p><p>${escapeHtml(sentence)}</p>${table}</li>`;
  });
  const list = `<ol class="steps">${items.join("")}</ol>`;
  const asks = options === "predict" ? ` predict position="${beginOf(result)}"` : "";
  return `<og-stepper v-pre${asks} json="${escapeHtml(draw(result).json())}">${list}</og-stepper>\n`;
}

/** The last position of a story before backward has passed anything on. */
function beginOf(result: Value): number {
  const told = story(result);
  return Array.from({ length: told.last }, (_, i) => i).findLast((i) => told.at(i).step === undefined) ?? 0;
}

/** The picture of a block ```ts picture Caption: the Drawing that its code exports as default. */
export function exportedPicture(source: string, caption: string): string {
  const { default: drawing } = run(source);
  if (!(drawing instanceof Drawing))
    throw new Error(`The block "${caption}" has no drawing as default export.`);
  return `<figure>${picture(drawing, "wide")}<figcaption>${escapeHtml(caption)}</figcaption></figure>\n`;
}
