import { activations, type Drawing, histogram, learningRateCurve, lossCurve } from "@outgrad/viz";
import { activationOf, type Config } from "../config.ts";
import type { chartNames } from "../looking.ts";
import { sizesOf } from "../net/sizes.ts";
import type { RunMeasurement } from "../phase.ts";
import { bounds, type Sight } from "../sight.ts";

export type ChartName = (typeof chartNames)[number];

/** What is known of a run, as far as charts draw it. */
export interface Known {
  readonly config: Config;
  readonly history: readonly RunMeasurement[];
  readonly step: number;
  readonly weights: ArrayLike<number>;
  readonly gradients: ArrayLike<number>;
  readonly sight: Sight | null;
  readonly rates: Float64Array | null;
}

/** A chart in so much room; null while there is nothing to draw. */
export function drawChart(name: ChartName, known: Known, width: number): Drawing | null {
  switch (name) {
    case "norms":
      return norms(known, width);
    case "weights":
      return histogram({
        series: byLayer(known.config, known.weights),
        scale: "share",
        title: "Weights",
        xLabel: "weight",
        width,
        height,
      });
    case "gradients":
      return histogram({
        series: byLayer(known.config, known.gradients),
        scale: "share",
        title: "Gradients",
        xLabel: "gradient",
        width,
        height,
      });
    case "activations":
      return known.sight && activations({ layers: layersOf(known.config, known.sight), width });
    case "rate":
      return known.rates && learningRateCurve({ rates: known.rates, at: known.step, width, height });
  }
}

const height = 240;

function norms({ history, config }: Known, width: number): Drawing | null {
  const measured = history.filter(({ norms }) => norms !== null);
  if (measured.length === 0) return null;
  return lossCurve({
    series: namesOf(config).map((name, k) => ({
      name,
      values: measured.map(({ norms }) => norms?.[k] ?? Number.NaN),
      steps: measured.map(({ epoch }) => epoch),
    })),
    scale: "log",
    xLabel: "epoch",
    yLabel: "length of the gradient",
    width,
    height,
  });
}

const namesOf = ({ layers }: Config): string[] => [...layers.map((_, k) => `hidden ${k + 1}`), "scores"];

/** The numbers of every weight and bias, apart by their layers. */
function byLayer(config: Config, numbers: ArrayLike<number>) {
  const list = Array.from(numbers);
  const sizes = sizesOf(config);
  let at = 0;
  return namesOf(config).map((name, k) => {
    const from = at;
    at += (sizes[k + 1] as number) * ((sizes[k] as number) + 1);
    return { name, values: list.slice(from, at) };
  });
}

function layersOf(config: Config, { outputs }: Sight) {
  return namesOf(config).map((name, k) => {
    const units = sizesOf(config)[k + 1] as number;
    const list = outputs[k] ?? new Float32Array();
    const samples = Array.from({ length: list.length / units }, (_, i) =>
      list.subarray(i * units, (i + 1) * units),
    );
    const activation = k < config.layers.length ? activationOf(config, k) : "linear";
    if (activation !== "tanh" && activation !== "sigmoid") return { name, values: samples };
    const [low, high] = bounds[activation];
    return { name, values: samples, low, high };
  });
}
