/// <reference lib="dom" />
import type { Drawing } from "../../drawing.js";
import { type LossCurveOptions, lossCurve } from "../../plot/loss-curve.js";
import { PlotElement } from "./plot-element.js";

/** A drawing, or what draws one for a width in pixels. */
export type DrawingSource = Drawing | ((width: number) => Drawing);

/**
 * `<og-curve>`: any drawing of a curve, as wide as there is room, with its sentence and its numbers. Inside it may
 * stand JSON: the options of `lossCurve`, or what `lossCurve(...).json()` wrote.
 */
export class OgCurve extends PlotElement {
  protected override readonly propertyNames: readonly string[] = ["drawing"];
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
    this.source ??= curveFromJson(this.jsonInside());
    return typeof this.source === "function" ? this.source(width) : this.source;
  }
}

type Written = readonly { readonly name: string; readonly points: readonly (readonly unknown[])[] }[];

function curveFromJson(json: unknown): ((width: number) => Drawing) | undefined {
  if (json === undefined) return undefined;
  const options: LossCurveOptions = Array.isArray(json)
    ? {
        series: (json as Written).map(({ name, points }) => ({
          name,
          steps: points.map(([step]) => Number(step)),
          values: points.map(([, value]) => Number(value)),
        })),
      }
    : (json as LossCurveOptions);
  return (width) => lossCurve({ ...options, width });
}
