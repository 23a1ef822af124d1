/// <reference lib="dom" preserve="true" />
import type { Drawing } from "../../drawing.js";
import type { LossCurveOptions } from "../../plot/loss-curve.js";
import { PlotElement } from "./plot-element.js";

/** A drawing, or what draws one for a width in pixels. */
export type DrawingSource = Drawing | ((width: number) => Drawing);

/**
 * `<og-curve>`: any drawing of a curve, as wide as there is room, with its sentence and its numbers. Inside it may
 * stand JSON: the options of `lossCurve`, or what `lossCurve(...).json()` wrote.
 */
export class OgCurve extends PlotElement {
  private source: DrawingSource | undefined;

  /** What is shown; null shows the JSON inside. */
  get drawing(): DrawingSource | null {
    return this.source ?? null;
  }
  set drawing(drawing: DrawingSource | null) {
    this.source = drawing ?? undefined;
    this.changed();
  }

  protected override drawingFor(width: number): Drawing | undefined {
    if (this.source === undefined) {
      const options = optionsFrom(this.jsonInside());
      if (options !== undefined) this.changedAfter(this.load(options));
    }
    return typeof this.source === "function" ? this.source(width) : this.source;
  }

  /** What draws JSON is loaded with the first element that has some. */
  private async load(options: LossCurveOptions): Promise<void> {
    const { lossCurve } = await import("../../plot/loss-curve.js");
    this.source ??= (width) => lossCurve({ ...options, width });
  }
}

type Written = readonly { readonly name: string; readonly points: readonly (readonly unknown[])[] }[];

function optionsFrom(json: unknown): LossCurveOptions | undefined {
  if (!Array.isArray(json)) return json as LossCurveOptions | undefined;
  const series = (json as Written).map(({ name, points }) => ({
    name,
    steps: points.map(([step]) => Number(step)),
    values: points.map(([, value]) => Number(value)),
  }));
  return { series };
}
