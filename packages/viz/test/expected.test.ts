import { value } from "@outgrad/engine";
import * as viz from "@outgrad/viz";
import { expect, it } from "vitest";

const x = value(2, "x");
const y = x.mul(x);
const source = (called: string) =>
  `${called}: expected a value, a list of values, or a graph, as in ${called}(loss); got`;
const levels = 'group is "value", "neuron" or "layer", or a function of a value; got';
const series = 'as in lossCurve({ series: [{ name: "loss", values: [4, 2, 1] }] }); got';

/** A call of somebody without types, and the whole sentence it is answered with. */
const calls: readonly [call: string, sentence: string][] = [
  ["viz.draw(null)", `${source("draw")} null.`],
  ["viz.draw({})", `${source("draw")} an object without fields.`],
  ["viz.draw([y, 3])", `${source("draw")} 3 at place 1 of the list.`],
  ["viz.draw({ nodes: 3 })", `${source("draw")} an object with nodes.`],
  ["viz.trace(undefined)", `${source("trace")} undefined.`],
  ["viz.story('y')", `${source("story")} "y".`],
  ["viz.steps({})", `${source("steps")} an object without fields.`],
  ["viz.draw(y, null)", 'draw: expected options, as in draw(graph, { direction: "LR" }); got null.'],
  ["viz.trace(y, 3)", "trace: expected options, as in trace(root, { limit: 1000 }); got 3."],
  ["viz.draw(y, { group: 'neurons' })", `draw: ${levels} "neurons".`],
  ["viz.trace(y, { group: 'x' })", `trace: ${levels} "x".`],
  ["viz.grouped(viz.trace(y), 'x')", `grouped: ${levels} "x".`],
  [
    "viz.grouped(y, 'layer')",
    "grouped: expected a graph, as trace(value) gives it; got an object of class Value.",
  ],
  ["viz.draw(y, { direction: 'XX' })", 'draw: direction is "LR" or "TB"; got "XX".'],
  ["viz.layoutOf(viz.trace(y), { direction: 'XX' })", 'layoutOf: direction is "LR" or "TB"; got "XX".'],
  ["viz.draw(y, { theme: 'blue' })", 'draw: theme is "light", "dark" or "auto"; got "blue".'],
  ["viz.draw(y, { show: ['x'] })", 'draw: each entry of show is "data", "grad" or "local"; got "x".'],
  ["viz.draw(y, { show: 'grad' })", 'draw: show is a list, as in { show: ["data", "grad"] }; got "grad".'],
  ["viz.story(y, { order: 'x' })", 'story: order is "topological" or "recursive"; got "x".'],
  ["viz.lossCurve([4, 2])", `lossCurve: expected options, ${series} a list of 2.`],
  ["viz.lossCurve({})", `lossCurve: expected series to be a list, ${series} undefined.`],
  [
    "viz.lossCurve({ series: [[4, 2]] })",
    `lossCurve: expected series[0] to have a name and a list of values, ${series} a list of 2.`,
  ],
  [
    "viz.lossCurve({ series: [], theme: 'blue' })",
    'lossCurve: theme is "light", "dark" or "auto"; got "blue".',
  ],
  ["viz.lossCurve({ series: [], width: NaN })", "lossCurve: width is a number of pixels; got NaN."],
  ["viz.histogram({ series: [], height: 'x' })", 'histogram: height is a number of pixels; got "x".'],
  [
    "viz.errorCurve({ exact: 1, methods: [{ points: [] }] })",
    "errorCurve: expected what gradcheck's errorCurve(f, x) returns, { exact, methods: [{ name, points }] }; got an object with exact, methods.",
  ],
  [
    "viz.confusionMatrix([[5, 1], [2, 7]])",
    "confusionMatrix: expected options, as in confusionMatrix({ labels: [0, 1, 1], predicted: [0, 1, 0] }); got a list of 2.",
  ],
  [
    "viz.histogram([1, 2])",
    'histogram: expected options, as in histogram({ series: [{ name: "weights", values: [0.1, -0.4, 0.2] }] }); got a list of 2.',
  ],
  [
    "viz.heatMaps([])",
    "heatMaps: expected options, as in heatMaps({ maps: [{ values: [1, 2, 3, 4] }], rows: 2, columns: 2 }); got an empty list.",
  ],
  [
    "viz.activations([])",
    'activations: expected options, as in activations({ layers: [{ name: "hidden", values: [[0.1, 0], [0.7, 0]] }] }); got an empty list.',
  ],
  [
    "viz.activations({ layers: [{ name: 'a', values: [1, 2] }] })",
    'activations: in "a" sample 0 is 1; give a list of one number for each unit.',
  ],
  [
    "viz.learningRateCurve(3)",
    "learningRateCurve: expected options, as in learningRateCurve({ rates: [0.1, 0.05, 0.025] }); got 3.",
  ],
  [
    "viz.learningRateCurve({ rates: 3 })",
    "learningRateCurve: expected rates to be a list or a function of the step, as in learningRateCurve({ rates: [0.1, 0.05, 0.025] }); got 3.",
  ],
  [
    "viz.decisionBoundary(null)",
    "decisionBoundary: expected options, as in decisionBoundary({ predict: (x, y) => x - y, points: [[0, 1], [1, 0]], labels: [0, 1] }); got null.",
  ],
  [
    "viz.errorCurve([{}])",
    "errorCurve: expected one curve, got a list of 1, as gradcheck's errorCurve(f, x) makes for a function of several numbers; give it a function of one number, and one number x.",
  ],
  [
    "viz.errorCurve({})",
    "errorCurve: expected what gradcheck's errorCurve(f, x) returns, { exact, methods: [{ name, points }] }; got an object without fields.",
  ],
];

it.each(calls)("%s says what was called, what was found and what to do", (call, sentence) => {
  const run = new Function("viz", "y", `return ${call}`);
  expect(() => run(viz, y)).toThrow(expect.objectContaining({ message: sentence }));
});
