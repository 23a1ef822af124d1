import { describe, expect, it } from "vitest";
import { checkGraph } from "../src/index.js";
import { apply, backward, leaf, type Node, rightPartial } from "./tiny-engine.js";
import { graph, order } from "./tiny-graph.js";

describe("checkGraph(root) after backward", () => {
  it("is OK where every value and gradient is right", () => {
    const nodes = graph();
    backward(order(nodes));
    const report = checkGraph(nodes.L);
    expect(report).toMatchObject({ verdict: "OK", checked: 12, unknown: [], doubts: [] });
    expect(`${report}`).toBe("OK: 12 values and gradients agree");
  });

  it("names an op whose gradient is wrong, its label, its inputs, and what was seen and wanted", () => {
    const nodes = graph();
    backward(order(nodes), (node, i) => (node.op === "tanh" ? 1 - node.data : rightPartial(node, i)));
    const report = checkGraph(nodes.L);
    expect(report.verdict).toBe("WRONG");
    expect(report.guilty).toMatchObject({ what: "gradient", op: "tanh", label: "t", inputs: [0.5] });
    expect(report.guilty?.seen).toBe(nodes.d.grad);
    expect(report.guilty?.wanted).toBeCloseTo(-2 * (1 - nodes.t.data ** 2), 15);
    expect(`${report}`).toMatch(
      /^WRONG! the gradient of add "d" of \(-6, 6.5\) should be -1.57\d+, is -1.07\d+; it comes from tanh "t" of \(0.5\)$/,
    );
  });

  it("notices an error of 1e-8, and of less if asked", () => {
    for (const [error, verdict] of [
      [1e-8, "WRONG"],
      [1e-10, "OK"],
    ] as const) {
      const nodes = graph();
      backward(order(nodes), (node, i) => rightPartial(node, i) * (node.op === "tanh" ? 1 + error : 1));
      expect(checkGraph(nodes.L).verdict).toBe(verdict);
      expect(checkGraph(nodes.L, { relative: 1e-12 }).verdict).toBe("WRONG");
    }
  });

  it("names an op whose value is wrong", () => {
    const nodes = graph();
    nodes.t.data = 0.4621171;
    const { guilty } = checkGraph(nodes.L);
    expect(guilty).toMatchObject({ what: "value", op: "tanh", label: "t", inputs: [0.5], seen: 0.4621171 });
    expect(guilty?.why).toMatch(
      /^the value of tanh "t" of \(0.5\) should be 0.46211715726\d+, is 0.4621171$/,
    );
  });

  it("says when a leaf's value was changed after the graph was built", () => {
    const nodes = graph();
    backward(order(nodes));
    nodes.a.data = 2.1;
    expect(checkGraph(nodes.L).guilty).toMatchObject({ what: "value", op: "mul", label: "e" });
  });

  it("allows a partial what the last bit of y is worth: 1 - y * y far out", () => {
    for (const sign of [1, -1]) {
      const x = leaf(10, "x");
      const y = apply("tanh", [x]);
      const root = apply("mul", [y, leaf(sign)]);
      backward([x, y, ...root.inputs.slice(1), root]);
      expect(Math.abs(x.grad / (sign * 8.244614455767397e-9) - 1)).toBeGreaterThan(5e-9);
      expect(checkGraph(root).verdict).toBe("OK");
    }
  });

  it("takes the tolerance relative to the gradient, or beside it, up to the limit itself", () => {
    const verdict = (error: number, options = {}) => {
      const [x, w] = [leaf(3, "x"), leaf(1024, "w")];
      const y = apply("mul", [x, w]);
      backward([x, w, y]);
      x.grad += error;
      return checkGraph(y, options).verdict;
    };
    expect([9e-7, -9e-7, 1.1e-6, -1.1e-6].map((error) => verdict(error))).toEqual([
      "OK",
      "OK",
      "WRONG",
      "WRONG",
    ]);
    expect(verdict(0.5, { absolute: 0.5 })).toBe("OK");
    expect(verdict(0.5001, { absolute: 0.5 })).toBe("WRONG");
    expect(verdict(0.5, { relative: 2 ** -11 })).toBe("OK");
    expect(verdict(0.5001, { relative: 2 ** -11 })).toBe("WRONG");
  });

  it("counts both uses of x * x", () => {
    const x = leaf(3, "x");
    const y = apply("mul", [x, x]);
    backward([x, y]);
    expect(checkGraph(y).verdict).toBe("OK");
    x.grad = 3;
    expect(checkGraph(y).guilty).toMatchObject({ op: "mul", seen: 3, wanted: 6 });
  });
});

describe("checkGraph(root) reads any graph", () => {
  it("a plain number in a formula has no gradient, and need not", () => {
    const x = leaf(3, "x");
    const two = { ...leaf(2), hasGrad: false };
    const y = apply("mul", [x, two]);
    backward([x, two, y]);
    two.grad = 0;
    expect(checkGraph(y).verdict).toBe("OK");
    for (const other of [{ ...two, label: "w" }, { ...two, hasGrad: true }, leaf(2)]) {
      const z = apply("mul", [x, other]);
      z.grad = 1;
      expect(checkGraph(z).guilty).toMatchObject({ op: "mul", seen: 0, wanted: 3 });
    }
  });

  it("a root that is a leaf", () => {
    expect(checkGraph({ ...leaf(7), grad: 1 })).toMatchObject({ verdict: "OK", checked: 1 });
  });

  it("a chain of 100,000 nodes", () => {
    const nodes = [leaf(0.5, "x")];
    for (let i = 0; i < 100_000; i++) nodes.push(apply("neg", [nodes[i] as Node]));
    backward(nodes);
    expect(checkGraph(nodes.at(-1) as Node)).toMatchObject({ verdict: "OK", checked: 200_001 });
  });

  it("T032: but not one that was made into a cycle by hand", () => {
    const { e, L } = graph();
    e.inputs[0] = L;
    expect(() => checkGraph(L)).toThrow(
      "checkGraph: the graph has a cycle, a node that is computed from itself.",
    );
  });
});
