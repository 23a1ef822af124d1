import { expression, type Value, value } from "@outgrad/engine";
import { type DrawOptions, draw, lossCurve, steps } from "@outgrad/viz";
import type { MarkdownRenderer } from "vitepress";
import { gpuTable } from "../../bench/lib/gpu-tables.mjs";
import speed from "../../bench/results/speed.json" with { type: "json" };
import { gpuPolicyPage } from "./gpu-policy.ts";
import { escapeHtml, math, picture, widthOf } from "./html.ts";
import { netFigure } from "./net.ts";
import { opsPage } from "./ops-page.ts";

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

  /** ```errors Caption: how far nudges of every size miss the slope of an expression of one leaf. */
  errors(source, caption) {
    const digits = Array.from({ length: 16 }, (_, i) => i + 1);
    const { f, x, exact } = curve(source);
    const miss = (slope: number) => Math.abs(slope - exact);
    const nudges = digits.map((digit) => Number(`1e-${digit}`));
    const series = [
      { name: "one side", steps: digits, values: nudges.map((h) => miss((f(x + h) - f(x)) / h)) },
      { name: "both sides", steps: digits, values: nudges.map((h) => miss((f(x + h) - f(x - h)) / (2 * h))) },
    ];
    const labels = { xLabel: "digits: h = 1e-1 to 1e-16", yLabel: "error of the slope" };
    const plot = (width: number) => lossCurve({ series, scale: "log", ...labels, width, theme: "light" });
    const plots = picture(plot(640), "across") + picture(plot(340), "down");
    return `<figure>${plots}<figcaption>${escapeHtml(caption)}</figcaption></figure>\n`;
  },

  /** ```steps: every step of backward through an expression to walk through; without JavaScript as a list. */
  steps(source) {
    const result = evaluate(source);
    const items = steps(result).map(({ sentence, statement, contributions }) => {
      const rows = contributions.map(({ formula: { symbols, local, numbers } }) =>
        [symbols, local, numbers].map(({ tex }) => `<td>${math(`\\displaystyle ${tex}`)}</td>`).join(""),
      );
      const table = `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;
      return `<li><p>${math(statement.tex)}</p><p>${escapeHtml(sentence)}</p>${table}</li>`;
    });
    const list = `<ol class="steps">${items.join("")}</ol>`;
    return `<og-stepper v-pre json="${escapeHtml(draw(result).json())}">${list}</og-stepper>\n`;
  },

  /** ```ops: every op of the table, printed from it. */
  ops: () => opsPage(),

  /** ```gpu-policy: what the ops keep on a GPU, printed from the table. */
  "gpu-policy": () => gpuPolicyPage(),
};

/** A graph wider than this would become small print; it is drawn from top to bottom on every screen. */
const roomAcross = 1080;

export function pictureFences(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const [language = "", ...caption] = info.split(" ");
    const block = () => fence?.(tokens, index, ...rest) ?? "";
    if (info === "gpu-speed") return md.render(gpuTable(speed.gpu));
    if (info.startsWith("ts net ")) return block() + netFigure(content, caption.slice(1).join(" "));
    return pictures[language]?.(content, caption.join(" ")) ?? block();
  };
}

/** The lines like `e = a * b`, and the leaves given by a line `at a = 2, b = -3`. */
function read(source: string) {
  const lines = source.trim().split("\n");
  const given = lines.find((line) => line.startsWith("at ")) ?? "at ";
  const leaves = given
    .slice(3)
    .split(",")
    .map((leaf) => leaf.split("=").map((part) => part.trim()));
  const program = expression(lines.filter((line) => line !== given && line !== "backward").join("\n"));
  return { program, at: Object.fromEntries(leaves.map(([name, data]) => [name, Number(data)])) };
}

function evaluate(source: string): Value {
  const { program, at } = read(source);
  const result = program(at);
  if (isBackward(source)) result.backward();
  return result;
}

/** An expression of one leaf as a function of numbers, where it stands, and its slope there. */
function curve(source: string) {
  const { program, at } = read(source);
  const [name = "", x = 0] = Object.entries<number>(at)[0] ?? [];
  const leaf = value(x, name);
  program({ [name]: leaf }).backward();
  return { f: (x: number) => program({ [name]: x }).data, x, exact: leaf.grad };
}

const isBackward = (source: string) => source.startsWith("backward\n");
