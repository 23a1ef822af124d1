import { describe, expect, it } from "vitest";
import { checkGraph } from "../src/index.js";
import { apply, backward, leaf, type Node } from "./tiny-engine.js";

describe("checkGraph(root) can't tell", () => {
  it("about ops that nothing is known of, unless told their value", () => {
    const [x, w] = [leaf(0.3, "x"), leaf(2, "w")];
    const cube: Node = { op: "cube", inputs: [x], params: [], data: 0.3 ** 3, grad: 0, label: "" };
    const root = apply("mul", [cube, w]);
    root.grad = 1;
    cube.grad = 2;
    w.grad = cube.data;
    x.grad = 2 * 3 * 0.3 ** 2;
    const blind = checkGraph(root);
    expect(blind).toMatchObject({ verdict: "CAN'T TELL", unknown: ["cube"], checked: 4 });
    expect(`${blind}`).toBe(
      "CAN'T TELL: 4 values and gradients agree\nnot checked: cube is not in the op table; give its value in options.values",
    );
    const values = { cube: (t: number) => t * t * t };
    expect(checkGraph(root, { values })).toMatchObject({ verdict: "OK", checked: 6 });
    x.grad *= 1 + 1e-8;
    expect(checkGraph(root, { values }).guilty).toMatchObject({ op: "cube", inputs: [0.3] });
    cube.data *= 2;
    expect(checkGraph(root, { values }).guilty).toMatchObject({ what: "value", op: "cube" });
  });

  it("about the value of an op that nothing is known of, even where its inputs need no gradient", () => {
    const x = leaf(0.3, "x");
    const cube: Node = {
      op: "cube",
      inputs: [{ ...leaf(2), hasGrad: false }],
      params: [],
      data: 9,
      grad: 0,
      label: "",
    };
    const root = apply("add", [x, cube]);
    backward([x, root]);
    expect(checkGraph(root)).toMatchObject({ verdict: "CAN'T TELL", unknown: ["cube"] });
    const values = { cube: (t: number) => t * t * t };
    expect(checkGraph(root, { values }).guilty).toMatchObject({ what: "value", op: "cube", wanted: 8 });
  });

  it("passes parameters to the functions in values", () => {
    const x = leaf(-2, "x");
    const y: Node = { op: "scale", inputs: [x], params: [3], data: -6, grad: 1, label: "" };
    x.grad = 3;
    expect(checkGraph(y, { values: { scale: (t: number, by: number) => t * by } }).verdict).toBe("OK");
  });

  it("at a kink, of the table or of a function in values", () => {
    const x = leaf(0, "x");
    const y = apply("relu", [x]);
    backward([x, y]);
    expect(checkGraph(y)).toMatchObject({
      verdict: "CAN'T TELL",
      doubts: [{ kind: "kink", why: "relu of (0): a is 0, a kink" }],
    });
    expect(checkGraph(y, { values: { relu: (t: number) => Math.max(t, 0) } }).doubts[0]?.kind).toBe("kink");
  });

  it("where the complex step finds a slope that differences do not", () => {
    const [a, b] = [leaf(0, "a"), leaf(0, "b")];
    const angle = apply("atan2", [a, b]);
    backward([a, b, angle]);
    expect(checkGraph(angle).verdict).toBe("CAN'T TELL");
  });

  it("where a number is not finite", () => {
    const x = leaf(-1, "x");
    const log = apply("log", [x], "l");
    const sum = apply("add", [log, leaf(1)]);
    backward([x, ...sum.inputs, sum]);
    const report = checkGraph(sum);
    expect(report.verdict).toBe("CAN'T TELL");
    expect(report.doubts[0]).toEqual({ kind: "non-finite", why: 'log "l" of (-1) is NaN' });
  });

  it("but not where a number is NaN that should not be, or is none that should be", () => {
    const [log, sine] = [apply("log", [leaf(-1, "x")]), apply("sin", [leaf(1, "z")])];
    log.data = 0;
    expect(checkGraph(log).guilty).toMatchObject({ what: "value", op: "log", seen: 0, wanted: Number.NaN });
    sine.data = Number.NaN;
    expect(checkGraph(sine).guilty).toMatchObject({ what: "value", op: "sin", seen: Number.NaN });
  });

  it("but still finds what is wrong elsewhere", () => {
    const [x, z] = [leaf(0, "x"), leaf(1, "z")];
    const [kinked, smooth] = [apply("relu", [x]), apply("sin", [z])];
    const sum = apply("add", [kinked, smooth]);
    backward([x, z, kinked, smooth, sum]);
    z.grad = 0.5;
    expect(checkGraph(sum)).toMatchObject({ verdict: "WRONG", guilty: { op: "sin" } });
    expect(`${checkGraph(sum)}`).toMatch(/\nnot checked: relu of \(0\): a is 0, a kink$/);
  });

  it("says which gradient is not finite, or which slope of a function in values", () => {
    const [x, w] = [leaf(2, "x"), leaf(3, "w")];
    const y = apply("mul", [x, w], "y");
    y.grad = Number.POSITIVE_INFINITY;
    const { guilty, doubts } = checkGraph(y);
    expect(guilty).toMatchObject({ op: "mul", seen: Number.POSITIVE_INFINITY, wanted: 1 });
    expect(doubts).toEqual([{ kind: "non-finite", why: 'mul "y" of (2, 3): its gradient is Infinity' }]);
    const zero = leaf(0, "z");
    const root: Node = { op: "root", inputs: [zero], params: [], data: 0, grad: 1, label: "" };
    expect(checkGraph(root, { values: { root: Math.sqrt } }).doubts).toEqual([
      { kind: "non-finite", why: "root of (0): its slope is not the same on both sides, or not finite" },
    ]);
  });
});
