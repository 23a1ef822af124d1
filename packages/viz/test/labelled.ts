import {
  activations,
  confusionMatrix,
  type Drawing,
  decisionBoundary,
  draw,
  errorCurve,
  heatMaps,
  histogram,
  lossCurve,
  steps,
  trace,
} from "@outgrad/viz";
import { maker } from "./nodes.js";

/** A graph whose every name has the label in it. */
export function labelledGraph(label: string) {
  const { leaf, apply } = maker();
  const x = leaf(2, label);
  return apply("mul", [x, apply("pow", [x, leaf(3, `${label}!`)], label)], label);
}

/** Every plot and picture of cells, with the label wherever a name can stand. */
export const labelledPlots: Readonly<Record<string, (label: string) => Drawing>> = {
  lossCurve: (label) =>
    lossCurve({
      series: [
        { name: label, values: [3, 1] },
        { name: label, values: [2, Number.NaN] },
      ],
      xLabel: label,
      yLabel: label,
      at: 1,
    }),
  decisionBoundary: (label) =>
    decisionBoundary({
      predict: (x, y) => x - y,
      xRange: [0, 1],
      yRange: [0, 1],
      classes: [label, label],
      xLabel: label,
      yLabel: label,
      cells: 4,
    }),
  errorCurve: (label) =>
    errorCurve({ exact: 1, methods: [{ name: label, points: [{ h: 0.1, error: 0.2 }] }] }, { h: 0.1 }),
  histogram: (label) =>
    histogram({
      series: [
        { name: label, values: [1, 2, Number.NaN] },
        { name: label, values: [1] },
      ],
      title: label,
      xLabel: label,
    }),
  activations: (label) => activations({ layers: [{ name: label, values: [[0, 1, -1]], low: -1, high: 1 }] }),
  confusionMatrix: (label) =>
    confusionMatrix({ labels: [0, 1], predicted: [1, 1], classes: [label, `${label}!`] }),
  heatMaps: (label) => heatMaps({ maps: [{ values: [1], name: label }], rows: 1, columns: 1, title: label }),
};

/** Everything of the package that is markup, with the label in it. */
export const labelledMarkup: Readonly<Record<string, (label: string) => string>> = {
  "draw: svg": (label) => draw(labelledGraph(label)).svg(),
  "draw: a step": (label) =>
    draw(labelledGraph(label), { step: 1, direction: "TB", constants: "show" }).svg(),
  "draw: a group": (label) =>
    draw(
      trace(labelledGraph(label), { group: ({ inputs }) => (inputs.length > 0 ? label : undefined) }),
    ).svg(),
  "steps: mathml": (label) =>
    steps(labelledGraph(label))
      .flatMap(({ statement, contributions }) => [
        statement.mathml,
        ...contributions.flatMap(({ formula }) => Object.values(formula).map(({ mathml }) => mathml)),
      ])
      .join(""),
  ...Object.fromEntries(
    Object.entries(labelledPlots).map(([name, plot]) => [
      `${name}: svg`,
      (label: string) => plot(label).svg(),
    ]),
  ),
};
