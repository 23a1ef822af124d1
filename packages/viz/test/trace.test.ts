import { trace } from "@outgrad/viz";
import { expect, it } from "vitest";
import { chain, maker, reuseGraph, seedGraph } from "./nodes.js";

it("trace(L) of L = (a * b + c) * f lists the values in the order of creation with the slope of every edge", () => {
  const { nodes, roots } = trace(seedGraph());
  expect(roots).toEqual([7]);
  expect(nodes.map(({ label }) => label).join("")).toBe("abcedfL");
  expect(nodes[3]).toEqual({
    id: 4,
    op: "mul",
    opLabel: "*",
    label: "e",
    data: -6,
    grad: -2,
    params: [],
    inputs: [
      { id: 1, slope: -3 },
      { id: 2, slope: 2 },
    ],
    isLeaf: false,
    isConstant: false,
  });
  expect(nodes[6]?.inputs.map(({ slope }) => slope)).toEqual([-2, 4]);
});

it("trace(x * x) keeps both edges from x", () => {
  const { nodes } = trace(reuseGraph());
  expect(nodes[1]?.inputs).toEqual([
    { id: 1, slope: 3 },
    { id: 1, slope: 3 },
  ]);
});

it("trace gives an edge from a constant the slope 0 and marks the constant", () => {
  const { nodes } = trace(reuseGraph());
  const [x, , , one, y] = nodes;
  expect([x?.isConstant, one?.isConstant, one?.isLeaf]).toEqual([false, true, true]);
  expect(y?.inputs.map(({ slope }) => slope)).toEqual([1, 0]);
});

it("trace passes parameters to the local slopes", () => {
  const { leaf, apply } = maker();
  const y = apply("leakyRelu", [leaf(-2, "x")], "y", 1, [0.25]);
  expect(trace(y).nodes[1]).toMatchObject({ params: [0.25], inputs: [{ slope: 0.25 }] });
});

it("trace([y, z]) of two results holds both, each value once", () => {
  const { leaf, apply } = maker();
  const x = leaf(2, "x");
  const y = apply("neg", [x], "y");
  const z = apply("exp", [x], "z");
  const graph = trace([y, z]);
  expect(graph.roots).toEqual([2, 3]);
  expect(graph.nodes.map(({ id }) => id)).toEqual([1, 2, 3]);
});

it("trace(x) of a leaf is one value", () => {
  expect(trace(maker().leaf(3, "x")).nodes).toHaveLength(1);
});

it("trace(root) is plain data: it survives structuredClone, numbers that JSON lacks included", () => {
  const { leaf, apply } = maker();
  const graph = trace(apply("log", [leaf(-1, "x")], "y"));
  expect(structuredClone(graph)).toEqual(graph);
  expect(graph.nodes[1]?.data).toBeNaN();
});

it("trace of a chain of 1,000,000 values does not overflow the stack", () => {
  const { nodes, roots } = trace(chain(1_000_000));
  expect([nodes.length, roots[0], nodes[0]?.id]).toEqual([1_000_000, 1_000_000, 1]);
});

it("trace(root, { limit }) says what to do about a larger graph", () => {
  expect(() => trace(chain(101), { limit: 100 })).toThrow(
    "The graph has more than 100 values, too many to look at. Take a value further inside as the root, or a " +
      "smaller example; trace(root) gives all of them as data.",
  );
  expect(trace(chain(100), { limit: 100 }).nodes).toHaveLength(100);
});
