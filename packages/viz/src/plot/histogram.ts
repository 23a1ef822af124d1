import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { apart, type Binned, binEdges, binned, usualBins } from "./bins.js";
import { histogramSvg } from "./histogram-svg.js";

/** What a histogram shows and how. */
export interface HistogramOptions {
  /** Numbers with a name: the weights of a layer, their gradients, ... */
  readonly series: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  /** About how many bins, the same for all series; by the root of the count, 8 to 40, if absent. */
  readonly bins?: number;
  /** What the bins span, exactly, in equal bins; round numbers around all values if absent. Others are counted apart. */
  readonly range?: readonly [low: number, high: number];
  /** Each bar shows how many ("count", if absent), or which part of its series ("share": for lists of different lengths). */
  readonly scale?: "count" | "share";
  /** In pixels; 480 by 240 if absent, at least 200 by 120. */
  readonly width?: number;
  readonly height?: number;
  /** What the numbers are: the head of the sentence, and the label of the axis. "Histogram" and "value" if absent. */
  readonly title?: string;
  readonly xLabel?: string;
  readonly theme?: Theme;
}

/** A histogram that has been counted. */
export interface ReadHistogram {
  readonly edges: readonly number[];
  readonly series: readonly (Binned & { readonly name: string; readonly total: number })[];
  readonly scale: "count" | "share";
  readonly xLabel: string;
  readonly summary: string;
}

const expected = {
  called: "histogram",
  example: '{ series: [{ name: "weights", values: [0.1, -0.4, 0.2] }] }',
  entries: { of: "series", named: true },
  choices: { scale: ["count", "share"] },
};

/**
 * How often numbers fall between which borders, for several lists over the same bins. Lists differ in colour, dash and
 * marker. What is not finite, or outside a given range, is in no bar: it is counted apart and said.
 *
 * @throws TypeError for options of another shape; RangeError for bins that are not a whole number from 1 to 1,000, and
 * for a range that is not low < high, both finite.
 */
export function histogram(options: HistogramOptions): Drawing {
  checkOptions(expected, options);
  const counted = count(options);
  const { edges, series, summary } = counted;
  return new Drawing({
    svg: () => histogramSvg(counted, options),
    text: () => `${summary}.`,
    table: () => table(counted),
    json: () => toJson({ edges, series }),
  });
}

function count(options: HistogramOptions): ReadHistogram {
  const { range, scale = "count" } = options;
  const lists = options.series.map(({ values }) => values);
  const bins = options.bins ?? usualBins(lists);
  if (!Number.isInteger(bins) || bins < 1 || bins > 1000) {
    throw new RangeError(`histogram: bins is how many, a whole number from 1 to 1000; got ${bins}.`);
  }
  if (range !== undefined && !(Number.isFinite(range[1] - range[0]) && range[0] < range[1])) {
    throw new RangeError(
      `histogram: expected a range [low, high] with low < high, got [${range.join(", ")}].`,
    );
  }
  const edges = binEdges(lists, bins, range);
  const series = options.series.map(({ name, values }) => ({
    name: clean(name, 32),
    total: values.length,
    ...binned(values, edges),
  }));
  const title = clean(options.title ?? "Histogram");
  const words = series.map(inWords);
  return {
    edges,
    series,
    scale,
    xLabel: clean(options.xLabel ?? "value"),
    summary: `${title}: ${words.length === 0 ? "no series" : words.join("; ")}`,
  };
}

function inWords(series: ReadHistogram["series"][number]): string {
  const { name, total, mean, deviation, least, greatest, notFinite } = series;
  if (total === 0) return `${name} has no values`;
  const numbers = total === 1 ? "1 value" : `${total} values`;
  if (notFinite === total) return `${name}, ${numbers}, none of them finite`;
  const [low, high, middle, spread] = [least, greatest, mean, deviation].map((x) => formatNumber(x, 3));
  const span =
    low === high ? `all near ${low}` : `from ${low} to ${high}, mean ${middle}, deviation ${spread}`;
  return [`${name}, ${numbers}, ${span}`, ...apart(series)].join(", ");
}

function table({ edges, series }: ReadHistogram): string {
  const rows = edges
    .slice(0, -1)
    .map((edge, i) => [
      formatNumber(edge),
      formatNumber(edges[i + 1] as number),
      ...series.map(({ counts }) => String(counts[i])),
    ]);
  const others = (["below", "above", "notFinite"] as const)
    .filter((key) => series.some((each) => each[key] > 0))
    .map((key) => [key === "notFinite" ? "not finite" : key, "", ...series.map((each) => String(each[key]))]);
  const head = ["from", "to", ...series.map(({ name }) => clean(name, 24))];
  return columns([head, ...rows, ...others], new Set(head.keys()));
}
