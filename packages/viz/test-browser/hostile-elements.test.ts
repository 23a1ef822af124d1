/// <reference lib="dom" />
import { trace } from "@outgrad/viz";
import { beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { hostileLabels } from "../test/hostile-labels.js";
import { labelledGraph, labelledPlots } from "../test/labelled.js";
import { expectHarmless, forgetHarm, harmDone } from "./harmless.js";
import { settled } from "./page.js";

beforeEach(async () => {
  forgetHarm();
  await page.viewport(1000, 800);
});

const graph = (label: string) => trace(labelledGraph(label));

/** What each element is told, with the label in it. */
const told: readonly (readonly [keyof HTMLElementTagNameMap, string, (label: string) => object])[] = [
  ["og-graph", "a graph", (label) => ({ graph: graph(label) })],
  ["og-graph", "a step of backward", (label) => ({ graph: graph(label), position: 5, direction: "TB" })],
  ["og-tape", "a graph", (label) => ({ graph: graph(label), position: 5 })],
  ["og-stepper", "a step of forward", (label) => ({ graph: graph(label), position: 1 })],
  ["og-stepper", "a step of backward", (label) => ({ graph: graph(label), position: 5 })],
  ["og-stepper", "a question", (label) => ({ graph: graph(label), position: 4, predict: true })],
  ["og-curve", "a drawing", (label) => ({ drawing: labelledPlots.lossCurve?.(label) })],
  [
    "og-boundary",
    "options",
    (label) => ({
      options: {
        predict: (x: number, y: number) => x - y,
        xRange: [0, 1],
        yRange: [0, 1],
        classes: [label, label],
        xLabel: label,
        yLabel: label,
        cells: 4,
        // High enough for the same steps on its axis, however many lines the legend takes.
        height: 680,
      },
    }),
  ],
];

it.each(told)("<%s> with %s takes no harm from any label", async (name, _, properties) => {
  await expectHarmless(async (label, into) => {
    into.append(Object.assign(document.createElement(name), properties(label)));
    await settled();
  });
});

it("JSON in a page, written as people must write it there, is read and shown as text", async () => {
  for (const label of Object.values(hostileLabels)) {
    const json = JSON.stringify(graph(label)).replaceAll("<", "\\u003c");
    document.body.innerHTML = `<og-graph><script type="application/json">${json}</script></og-graph>`;
    await settled();
  }
  expect(await harmDone()).toEqual([]);
});
