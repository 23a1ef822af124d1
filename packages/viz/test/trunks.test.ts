import { expect, it } from "vitest";
import { type Links, linksOf } from "../src/layout/links.js";
import { trunksOf } from "../src/layout/trunks.js";

const listOf = ({ starts, to }: Links, v: number) => [...to.slice(starts[v], starts[v + 1])];
const trunksIn = (inputs: number[][], layers: number[]) => trunksOf(linksOf(inputs), Int32Array.from(layers));

it("trunksOf leads all long edges from one vertex along one trunk", () => {
  // 0 is used in layers 1, 3 and 4: bends in layers 1, 2, 3.
  const inputs = [[], [0], [1], [0, 2], [0, 3]];
  const trunks = trunksIn(inputs, [0, 1, 2, 3, 4]);
  expect([...trunks.layers]).toEqual([0, 1, 2, 3, 4, 1, 2, 3]);
  expect([1, 3, 4].map((v) => trunks.bends(0, v))).toEqual([0, 2, 3]);
  expect(trunks.firstBend(0)).toBe(5);
  expect(listOf(trunks.inputs, 4)).toEqual([7, 3]);
  // The trunk branches: to vertex 3, and on to the bend after it.
  expect(listOf(trunks.outputs, 6)).toEqual([3, 7]);
});

it("trunksOf keeps both edges of x * x", () => {
  expect(listOf(trunksIn([[], [0, 0]], [0, 1]).inputs, 1)).toEqual([0, 0]);
});

it("trunksOf gives an edge over more than 100 layers no bends", () => {
  const inputs = Array.from({ length: 200 }, (_, v) => (v === 0 ? [] : v === 199 ? [0, v - 1] : [v - 1]));
  const trunks = trunksIn(
    inputs,
    inputs.map((_, v) => v),
  );
  expect(trunks.bends(0, 199)).toBe(0);
  expect(trunks.layers).toHaveLength(200);
});

it("trunksOf gives long edges fewer bends where all edges are long, so that there are never very many", () => {
  // Every vertex also uses the one 60 before it.
  const inputs = Array.from({ length: 5000 }, (_, v) =>
    (v < 60 ? [v - 1] : [v - 1, v - 60]).filter((u) => u >= 0),
  );
  const layers = inputs.map((_, v) => v);
  expect(trunksIn(inputs.slice(0, 300), layers.slice(0, 300)).layers.length).toBe(300 + 240 * 59);
  expect(trunksIn(inputs, layers).layers.length).toBe(5000);
});
