import type { Drawing } from "@outgrad/viz";
import katex from "katex";

/** A formula of TeX, with MathML for those who do not see it. */
export const math = (tex: string) => katex.renderToString(tex, { output: "htmlAndMathml" });

export const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const widthOf = (drawing: Drawing) => Number(drawing.svg().match(/ width="(\d+)/)?.[1]);

/** The attribute that puts HTML into an element as it is: no Vue template, which would read and hoist all of it. */
export const vHtml = (html: string) => `v-html="${escapeHtml(JSON.stringify(html))}"`;

/** A drawing in a box that scrolls. As it is, because Vue's templates drop the style element of an SVG. */
export const picture = (drawing: Drawing, direction: string): string =>
  `<div class="graph ${direction}" tabindex="0" style="--width: ${widthOf(drawing)}px" ${vHtml(drawing.svg())}></div>`;
