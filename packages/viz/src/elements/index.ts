/**
 * Custom elements of outgrad: `<og-graph>`, `<og-tape>`, `<og-stepper>`, `<og-curve>`, `<og-boundary>`. Importing this
 * defines them in a page; in Node, in a worker and in a build nothing happens.
 * @packageDocumentation
 */
import { define } from "./element.js";
import { OgGraph } from "./graph/og-graph.js";
import { OgBoundary } from "./plot/og-boundary.js";
import { OgCurve } from "./plot/og-curve.js";
import { OgStepper } from "./stepper/og-stepper.js";
import { OgTape } from "./tape/og-tape.js";

export type { Grouping } from "./graph/arrange.js";
export type { MarkedEdge } from "./graph/settings.js";
export type { DrawingSource } from "./plot/og-curve.js";
export { OgBoundary, OgCurve, OgGraph, OgStepper, OgTape };

define("og-graph", OgGraph);
define("og-tape", OgTape);
define("og-stepper", OgStepper);
define("og-curve", OgCurve);
define("og-boundary", OgBoundary);

declare global {
  interface HTMLElementTagNameMap {
    "og-graph": OgGraph;
    "og-tape": OgTape;
    "og-stepper": OgStepper;
    "og-curve": OgCurve;
    "og-boundary": OgBoundary;
  }
}
