import { expect, it } from "vitest";
import { walk } from "../../src/playground/graph-walk.ts";
import { circuit, seed } from "./circuit.ts";

const graph = circuit(seed.text, seed.leaves);
const place = (label: string) => graph.tape.findIndex((node) => node.label === label);
const layers = [["a", "b"], ["e", "c"], ["d", "f"], ["L"]];
const cards = layers.flatMap((layer, along) =>
  layer.map((label, across) => ({ place: place(label), along: 200 * along, across: 90 * across })),
);
const from = (label: string, key: string) => {
  const to = walk(graph, cards, place(label), key);
  return to === undefined ? undefined : graph.tape[to]?.label;
};

it("left leads to the first input, right to what uses the value", () => {
  expect(from("L", "ArrowLeft")).toBe("d");
  expect(from("d", "ArrowLeft")).toBe("e");
  expect(from("b", "ArrowRight")).toBe("e");
  expect(from("f", "ArrowRight")).toBe("L");
});

it("up and down lead through a layer", () => {
  expect(from("a", "ArrowDown")).toBe("b");
  expect(from("f", "ArrowUp")).toBe("d");
});

it("leads nowhere at the ends, or for another key", () => {
  for (const [label, key] of [
    ["a", "ArrowLeft"],
    ["L", "ArrowRight"],
    ["a", "ArrowUp"],
    ["b", "ArrowDown"],
    ["a", "x"],
  ]) {
    expect(from(label as string, key as string)).toBeUndefined();
  }
});

it("Home and End lead to the first and the last node", () => {
  expect(from("d", "Home")).toBe("a");
  expect(from("d", "End")).toBe("L");
});
