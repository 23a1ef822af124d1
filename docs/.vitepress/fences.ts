import { expression, type Value } from "@outgrad/engine";
import { type Drawing, type DrawOptions, draw, steps } from "@outgrad/viz";
import katex from "katex";
import type { MarkdownRenderer } from "vitepress";

/** The fenced blocks that become pictures when the site is built, by the packages themselves. */
const pictures: Record<string, (source: string, caption: string) => string> = {
  /** ```graph Caption: the graph of an expression; a first line `backward` runs backward before it is drawn. */
  graph(source, caption) {
    const graph = evaluate(source);
    const options: DrawOptions = isBackward(source) ? { theme: "light" } : { theme: "light", show: ["data"] };
    const across = draw(graph, options);
    const down = draw(graph, { ...options, direction: "TB" });
    const pictures =
      widthOf(across) > roomAcross ? picture(down, "") : picture(across, "across") + picture(down, "down");
    const table = `<details v-pre><summary>The graph as a table</summary><pre>${escapeHtml(down.table())}</pre></details>`;
    return `<figure>${pictures}<figcaption>${escapeHtml(caption)}</figcaption>${table}</figure>\n`;
  },

  /** ```steps: every step of backward through an expression, as sentences and formulas. */
  steps(source) {
    const items = steps(evaluate(source)).map(({ sentence, statement, contributions }) => {
      const rows = contributions.map(({ formula: { symbols, local, numbers } }) =>
        [symbols, local, numbers].map(({ tex }) => `<td>${math(`\\displaystyle ${tex}`)}</td>`).join(""),
      );
      const table = `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;
      return `<li><p>${math(statement.tex)}</p><p>${escapeHtml(sentence)}</p>${table}</li>`;
    });
    return `<ol class="steps" v-pre>${items.join("")}</ol>\n`;
  },
};

/** A graph wider than this would become small print; it is drawn from top to bottom on every screen. */
const roomAcross = 1080;
const widthOf = (drawing: Drawing) => Number(drawing.svg().match(/ width="(\d+)/)?.[1]);

/** A drawing in a box that scrolls. v-html, because Vue's templates drop the style element of an SVG. */
function picture(drawing: Drawing, direction: string): string {
  const html = escapeHtml(JSON.stringify(drawing.svg()));
  return `<div class="graph ${direction}" tabindex="0" style="--width: ${widthOf(drawing)}px" v-html="${html}"></div>`;
}

export function pictureFences(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const [language = "", ...caption] = info.split(" ");
    return pictures[language]?.(content, caption.join(" ")) ?? fence?.(tokens, index, ...rest) ?? "";
  };
}

/** The result of lines like `e = a * b`, with the leaves given by a line `at a = 2, b = -3`. */
function evaluate(source: string): Value {
  const lines = source.trim().split("\n");
  const given = lines.find((line) => line.startsWith("at ")) ?? "at ";
  const leaves = given
    .slice(3)
    .split(",")
    .map((leaf) => leaf.split("=").map((part) => part.trim()));
  const program = lines.filter((line) => line !== given && line !== "backward").join("\n");
  const result = expression(program)(Object.fromEntries(leaves.map(([name, data]) => [name, Number(data)])));
  if (isBackward(source)) result.backward();
  return result;
}

const isBackward = (source: string) => source.startsWith("backward\n");

const math = (tex: string) => katex.renderToString(tex, { output: "htmlAndMathml" });
const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
