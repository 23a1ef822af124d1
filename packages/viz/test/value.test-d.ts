import { type Value, value } from "@outgrad/engine";
import { value as micro } from "@outgrad/engine/micro";
import { draw, type Graph, type GraphNode, steps, trace } from "@outgrad/viz";
import { expectTypeOf, it } from "vitest";

it("both engines' values are what a graph is read from", () => {
  expectTypeOf<Value>().toExtend<GraphNode>();
  expectTypeOf(micro(1)).toExtend<GraphNode>();
});

it("trace, draw and steps take a value, several, or a graph", () => {
  expectTypeOf(trace(value(1))).toEqualTypeOf<Graph>();
  expectTypeOf(draw).toBeCallableWith([value(1), value(2)], { step: 0 });
  expectTypeOf(steps).toBeCallableWith(trace([micro(1)]));
});
