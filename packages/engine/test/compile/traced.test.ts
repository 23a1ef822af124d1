import { asConstant, noGrad, tensor, type Value, value } from "@outgrad/engine";
import { trace } from "@outgrad/engine/backend";
import { describe, expect, it } from "vitest";

describe("trace", () => {
  it("trace(f, args, name) lists leaves, constants and ops, each after what it is computed from", () => {
    const w = value(2);
    const f = (x: Value[], y: Value) => w.mul(x[1] as Value).add(y.leakyRelu(0.25));
    const { nodes, inputs, outside, outputs, shape, reached } = trace(f, [[1, 3], 4], "f");
    expect(inputs).toBe(3);
    expect(outside).toEqual([w]);
    expect(nodes.slice(0, 4)).toEqual([
      { kind: "leaf" },
      { kind: "leaf" },
      { kind: "leaf" },
      { kind: "leaf" },
    ]);
    expect(nodes.slice(4)).toEqual([
      { kind: "op", op: "mul", inputs: [3, 1], params: [] },
      { kind: "constant", number: 0.25 },
      { kind: "op", op: "leakyRelu", inputs: [2], params: [5] },
      { kind: "op", op: "add", inputs: [4, 6], params: [] },
    ]);
    expect(outputs).toEqual([7]);
    expect(shape).toEqual([]);
    expect([0, 1, 2, 3].map(reached)).toEqual([false, true, true, true]);
  });

  it("what is computed from constants alone is one, and stops let no gradient through", () => {
    const f = (x: Value) => {
      const half = value(2).mul(0.25);
      return x
        .mul(half)
        .add(asConstant(x))
        .add(noGrad(() => x.mul(3)));
    };
    const { nodes, reached } = trace(f, [1], "f");
    const kinds = nodes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "stop").length).toBe(2);
    expect(nodes).toContainEqual({ kind: "constant", number: 0.5 });
    const held = nodes.findIndex(
      (node) => node.kind === "op" && node.params.length === 0 && !reached(nodes.indexOf(node)),
    );
    expect(nodes[held]).toMatchObject({ kind: "op", op: "mul" });
  });

  it("the shape is that of regular lists, and null for other results", () => {
    const shapeOf = (f: (x: Value) => unknown) => trace(f as never, [1], "f").shape;
    expect(shapeOf((x) => [x.mul(2), x])).toEqual([2]);
    expect(shapeOf((x) => [[x.mul(2)], [x], [x]])).toEqual([3, 1]);
    expect(shapeOf((x) => [[x.mul(2)], [x, x]])).toBeNull();
    expect(shapeOf((x) => ({ y: x.mul(2) }))).toBeNull();
  });

  it("errors speak in the name of the caller", () => {
    const w = value(1);
    expect(() => trace((x: Value) => x.mul(w.data), [1], "g")).toThrow(
      "g: the function uses data of a Value.",
    );
    expect(() => trace((() => 3) as never, [1], "g")).toThrow("g, result of the function: it is 3");
    expect(() => trace((() => tensor([1])) as never, [1], "g")).toThrow(
      "g: expected a function that returns Values, got one that returns a Tensor.",
    );
  });
});
