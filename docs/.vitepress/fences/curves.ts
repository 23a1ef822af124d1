import { type Drawing, errorCurve, type LossCurveOptions, lossCurve } from "@outgrad/viz";
import { escapeHtml, picture } from "./html.ts";
import { curve } from "./program.ts";
import { run } from "./run.ts";

const points = 161;

/** ```errors Caption: how far nudges of every size miss the slope of an expression of one leaf. */
export function errors(source: string, caption: string): string {
  const { given, at } = curve(source);
  const x = Number(given);
  const f = (x: number) => at(x).y;
  const exact = at(x).slope;
  const nudges = Array.from({ length: 16 }, (_, i) => Number(`1e-${i + 1}`));
  const method = (name: string, slope: (h: number) => number) => ({
    name,
    points: nudges.map((h) => ({ h, error: Math.abs(slope(h) - exact) })),
  });
  const methods = [
    method("one side", (h) => (f(x + h) - f(x)) / h),
    method("both sides", (h) => (f(x + h) - f(x - h)) / (2 * h)),
  ];
  const plot = (width: number) => errorCurve({ exact, methods }, { width, theme: "light" });
  const plots = picture(plot(640), "across") + picture(plot(340), "down");
  return captioned(plots, caption, numbersOf(plot(640)));
}

/** ```curve Caption: an expression of one leaf over a range; a line `slope` adds its derivative. */
export function values(source: string, caption: string): string {
  const { name, given, at } = curve(source);
  const [low = 0, high = 1] = given.split(" to ").map(Number);
  const steps = Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  const found = steps.map(at);
  const series = [
    { name: "value", steps, values: found.map(({ y }) => y) },
    { name: "slope", steps, values: found.map(({ slope }) => slope) },
  ];
  const withSlope = source.split("\n").includes("slope");
  return figure({ series: series.slice(0, withSlope ? 2 : 1), xLabel: name, yLabel: "y" }, caption);
}

/** ```loss Caption: the `series` that its TypeScript exports, over the steps of a run. */
export function losses(source: string, caption: string): string {
  const isLog = caption.startsWith("log ");
  const { series } = run(source) as { series: LossCurveOptions["series"] };
  return figure({ series, scale: isLog ? "log" : "linear" }, isLog ? caption.slice(4) : caption);
}

/** The curves drawn for two widths; with JavaScript as wide as there is room. */
function figure(options: LossCurveOptions, caption: string): string {
  const plot = (width: number) => lossCurve({ ...options, width, theme: "light" });
  const plots = picture(plot(640), "across") + picture(plot(340), "down");
  const live = `<og-curve json="${escapeHtml(JSON.stringify(options))}">${plots}</og-curve>`;
  return captioned(live, caption);
}

const captioned = (html: string, caption: string, below = ""): string =>
  `<figure>${html}<figcaption>${escapeHtml(caption)}</figcaption>${below}</figure>\n`;

/** What a picture shows, in words and numbers. */
const numbersOf = (drawing: Drawing): string =>
  `<details v-pre><summary>In words and numbers</summary><p>${escapeHtml(drawing.text())}</p>` +
  `<pre tabindex="0">${escapeHtml(drawing.table())}</pre></details>`;
