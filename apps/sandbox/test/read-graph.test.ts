import { value } from "@outgrad/engine";
import { trace } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { readGraph } from "../src/page/read-graph.ts";
import type { Row } from "../src/protocol.ts";
import { rowsOf } from "../src/worker/rows.ts";

const leaf: Row = { id: 1, op: "", label: "x", data: 3, grad: 6, params: [], inputs: [], isConstant: false };
const square: Row = {
  id: 2,
  op: "mul",
  label: "",
  data: 9,
  grad: 1,
  params: [],
  inputs: [1, 1],
  isConstant: false,
};
const broken = "The graph that came back from the sandbox is not one.";

describe("readGraph", () => {
  it("gives the graph that trace gives of the value itself", () => {
    const x = value(0.5, "x");
    const y = x.mul(2).leakyRelu(0.1).add(x.tanh());
    y.backward();
    const rows = rowsOf(y);
    expect(readGraph(structuredClone(rows))).toEqual(trace(y));
  });

  it("computes slopes itself, whatever the rows say", () => {
    const graph = readGraph([leaf, { ...square, slopes: [99, 99], opLabel: "<b>" }]);
    expect(typeof graph !== "string" && graph.nodes[1]).toMatchObject({
      opLabel: "*",
      inputs: [{ slope: 3 }, { slope: 3 }],
    });
  });

  it("says so of an op that the table does not have", () => {
    const rows = [leaf, { ...square, op: "cube", inputs: [1] }];
    expect(readGraph(rows)).toBe("The graph uses an op of its own, cube, which cannot be shown here.");
    expect(readGraph([leaf, { ...square, op: "constructor" }])).toContain("constructor");
  });

  it.each<[string, unknown]>([
    ["no list", { 0: leaf }],
    ["nothing", []],
    ["too many rows", Array.from({ length: 20_001 }, (_, id) => ({ ...leaf, id }))],
    ["a row that is none", [leaf, null]],
    ["ids that do not grow", [leaf, { ...square, id: 1 }]],
    ["an id that is no number", [{ ...leaf, id: "1" }]],
    ["an input that is not there", [leaf, { ...square, inputs: [1, 7] }]],
    [
      "an input from later",
      [
        { ...square, id: 1, inputs: [2, 2] },
        { ...leaf, id: 2 },
      ],
    ],
    ["too few inputs", [leaf, { ...square, inputs: [1] }]],
    ["endless inputs", [leaf, { ...square, inputs: new Array(2 ** 32 - 1) }]],
    ["a leaf with inputs", [leaf, { ...leaf, id: 2, inputs: [1] }]],
    ["a number that is none", [{ ...leaf, data: "3" }]],
    ["a label that is none", [{ ...leaf, label: { toString: () => "x" } }]],
    ["a label that is too long", [{ ...leaf, label: "x".repeat(201) }]],
    ["parameters that the op does not have", [leaf, { ...square, params: [1] }]],
    ["a parameter that is no number", [leaf, { ...square, op: "leakyRelu", inputs: [1], params: ["0.1"] }]],
    ["no word on constants", [{ ...leaf, isConstant: 1 }]],
  ])("refuses %s", (_, rows) => {
    expect(readGraph(rows)).toBe(broken);
  });
});
