import { trace } from "@outgrad/viz";
import { OgBoundary, OgCurve, OgGraph, OgStepper, OgTape } from "@outgrad/viz/elements";
import { expect, it } from "vitest";
import { toJson } from "../src/drawing.js";
import { graphFromJson } from "../src/elements/read-graph.js";
import { maker } from "./nodes.js";

it("@outgrad/viz/elements can be imported where there is no DOM, and defines nothing", () => {
  expect(globalThis.customElements).toBeUndefined();
  for (const each of [OgBoundary, OgCurve, OgGraph, OgStepper, OgTape]) expect(typeof each).toBe("function");
});

it("graphFromJson(draw(root).json()) has every number again: NaN, infinities, -0", () => {
  const { leaf, apply } = maker();
  const x = apply("log", [leaf(-1, "NaN")], "l", Number.NEGATIVE_INFINITY);
  const graph = trace(apply("leakyRelu", [apply("mul", [x, leaf(-0, "z")])], "y", 1, [0.5]));
  const read = graphFromJson(JSON.parse(toJson(graph)));
  expect(read).toEqual(graph);
  expect(read?.nodes[0]?.label).toBe("NaN");
  expect(Object.is(read?.nodes.find(({ label }) => label === "z")?.data, -0)).toBe(true);
});
