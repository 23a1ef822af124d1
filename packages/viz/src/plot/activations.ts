import { Drawing, toJson } from "../drawing.js";
import { clean } from "../text/clean.js";
import { columns } from "../text/columns.js";
import { checkOptions } from "../text/expected.js";
import { found, isList } from "../text/found.js";
import { formatNumber } from "../text/number.js";
import type { Theme } from "../theme.js";
import { activationsSvg } from "./activations-svg.js";
import { type Binned, binEdges, binned } from "./bins.js";

/** What a layer gave for some samples. */
export interface LayerActivations {
  readonly name: string;
  /** One list for each sample, in it one number for each unit. */
  readonly values: readonly ArrayLike<number>[];
  /** The bounds of the activation, if it has any: -1 and 1 of tanh, 0 and 1 of the sigmoid. */
  readonly low?: number;
  readonly high?: number;
}

/** What is shown of activations and how. */
export interface ActivationsOptions {
  readonly layers: readonly LayerActivations[];
  /** In pixels; 640 if absent, at least 240. The height is that of the layers. */
  readonly width?: number;
  readonly theme?: Theme;
}

/** "dead": exactly 0 for every sample. "saturated": at a bound for every sample. */
export type UnitState = "live" | "dead" | "saturated";

/** A layer that has been counted. */
export interface ReadLayer {
  readonly name: string;
  readonly units: readonly UnitState[];
  readonly dead: number;
  readonly saturated: number;
  /** The share of all numbers that are at a bound; absent without bounds. */
  readonly atBounds: number | undefined;
  readonly edges: readonly number[];
  readonly binned: Binned;
  /** What is said of it, in pieces. */
  readonly said: readonly string[];
}

/** Nearer to a bound than this part of the span is at it: |tanh| above 0.97. */
const nearBound = 0.015;

const expected = {
  called: "activations",
  example: '{ layers: [{ name: "hidden", values: [[0.1, 0], [0.7, 0]] }] }',
  entries: { of: "layers", named: true },
};

/**
 * What the units of each layer give over some samples: a histogram of all numbers, a square for each unit, and in
 * words how many units are dead (exactly 0 for every sample: no gradient comes through a ReLU) and saturated (within
 * 1.5 % of the span of a bound for every sample: hardly any gradient comes through).
 *
 * @throws TypeError for options of another shape, and for samples with different numbers of units.
 */
export function activations(options: ActivationsOptions): Drawing {
  checkOptions(expected, options);
  const layers = options.layers.map(read);
  const summary =
    layers.length === 0
      ? "No layers"
      : layers.map(({ name, said }) => `${name}: ${said.join(", ")}`).join("; ");
  return new Drawing({
    svg: () => activationsSvg(layers, summary, options),
    text: () => `${summary}.`,
    table: () => table(layers),
    json: () => toJson(layers.map(({ said: _, ...numbers }) => numbers)),
  });
}

function read({ name: given, values, low, high }: LayerActivations): ReadLayer {
  const name = clean(given, 32);
  const bare = values.findIndex((sample) => !isList(sample));
  if (bare >= 0) {
    throw new TypeError(
      `activations: in "${name}" sample ${bare} is ${found(values[bare])}; give a list of one number for each unit.`,
    );
  }
  const count = values[0]?.length ?? 0;
  const odd = values.findIndex(({ length }) => length !== count);
  if (odd >= 0) {
    throw new TypeError(
      `activations: in "${name}" sample 0 has ${count} units and sample ${odd} has ${values[odd]?.length}; give every sample all units.`,
    );
  }
  const hasBounds = low !== undefined && high !== undefined;
  const edge = hasBounds ? nearBound * (high - low) : 0;
  const isAtBound = (x: number) => hasBounds && (x <= low + edge || x >= high - edge);
  const all = new Float64Array(values.length * count);
  let bounded = 0;
  const units = Array.from({ length: count }, (_, unit): UnitState => {
    let [isDead, isSaturated] = [values.length > 0, values.length > 0];
    for (const [sample, numbers] of values.entries()) {
      const x = numbers[unit] as number;
      all[sample * count + unit] = x;
      isDead &&= x === 0;
      if (isAtBound(x)) bounded++;
      else isSaturated = false;
    }
    return isDead ? "dead" : isSaturated ? "saturated" : "live";
  });
  const edges = binEdges([all], 24);
  const numbers = {
    name,
    units,
    dead: units.filter((unit) => unit === "dead").length,
    saturated: units.filter((unit) => unit === "saturated").length,
    atBounds: hasBounds && all.length > 0 ? bounded / all.length : undefined,
    edges,
    binned: binned(all, edges),
  };
  return { ...numbers, said: piecesOf(numbers) };
}

function piecesOf({
  units,
  dead,
  saturated,
  atBounds,
  binned: { notFinite },
}: Omit<ReadLayer, "said">): string[] {
  if (units.length === 0) return ["no units"];
  return [
    `${dead} of ${units.length} units dead`,
    ...(atBounds === undefined
      ? []
      : [`${saturated} saturated`, `${formatNumber(100 * atBounds, 2)} % of values at a bound`]),
    ...(notFinite > 0 ? [`${notFinite} not finite`] : []),
  ];
}

function table(layers: readonly ReadLayer[]): string {
  const rows = layers.map(({ name, units, dead, saturated, atBounds, binned }) => [
    name,
    ...[units.length, dead, saturated].map(String),
    atBounds === undefined ? "" : formatNumber(atBounds, 3),
    ...[binned.mean, binned.deviation, binned.least, binned.greatest].map((x) => formatNumber(x, 4)),
    String(binned.notFinite),
  ]);
  const head = [
    "layer",
    "units",
    "dead",
    "saturated",
    "at bounds",
    "mean",
    "deviation",
    "least",
    "greatest",
    "not finite",
  ];
  return columns([head, ...rows], new Set(head.slice(1).map((_, i) => i + 1)));
}
