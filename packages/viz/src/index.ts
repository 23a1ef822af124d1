/**
 * Pictures of gradients as strings: the graph, the steps of backward, curves and boundaries. No DOM: the same
 * bytes in Node, in a browser and in a worker.
 * @packageDocumentation
 */
export { type ConfusionMatrixOptions, confusionMatrix } from "./cells/confusion-matrix.js";
export { type HeatMap, type HeatMapsOptions, heatMaps } from "./cells/heat-maps.js";
export type { Context2D } from "./draw/canvas/context.js";
export type { View } from "./draw/canvas/paint.js";
export { draw, GraphDrawing } from "./draw/draw.js";
export type { Direction } from "./draw/edges.js";
export type { CardSize, Shown } from "./draw/face.js";
export { type GraphLayout, type LayoutOptions, layoutOf } from "./draw/graph-layout.js";
export type { Box } from "./draw/hit.js";
export type { DrawOptions } from "./draw/options.js";
export { Drawing, type DrawingParts } from "./drawing.js";
export type { Edge, Graph, Group, Output, Vertex } from "./graph/graph.js";
export type { GroupBy, GroupLevel } from "./graph/group.js";
export { grouped, groupingFor } from "./graph/grouped.js";
export type { GraphNode } from "./graph/node.js";
export { type Source, type TraceOptions, trace } from "./graph/trace.js";
export type { Layout } from "./layout/layout.js";
export { type ActivationsOptions, activations, type LayerActivations } from "./plot/activations.js";
export { type DecisionBoundaryOptions, decisionBoundary } from "./plot/boundary.js";
export { type ErrorCurveOptions, errorCurve, type MeasuredErrors } from "./plot/error-curve.js";
export { type HistogramOptions, histogram } from "./plot/histogram.js";
export { type LearningRateCurveOptions, learningRateCurve } from "./plot/learning-rate.js";
export { type LossCurveOptions, lossCurve, type Series } from "./plot/loss-curve.js";
export type { Score, ScoreGrid } from "./plot/scores.js";
export type { PngOptions } from "./png.js";
export type { Order } from "./steps/flow.js";
export type { Formulas } from "./steps/pieces.js";
export { ruleOfThumb } from "./steps/rule-of-thumb.js";
export { type Contribution, type Step, steps } from "./steps/steps.js";
export type { Early, WrongGradient } from "./story/faults.js";
export { type Moment, placeOf } from "./story/moment.js";
export { type Story, type StoryOptions, story } from "./story/story.js";
export { formatNumber } from "./text/number.js";
export type { Theme } from "./theme.js";
