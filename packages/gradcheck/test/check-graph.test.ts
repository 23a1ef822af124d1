import { allOps } from "@outgrad/ops";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGraph } from "../src/index.js";
import { apply, backward, leaf, type Node, rightPartial } from "./tiny-engine.js";

/** L = tanh(a * b + c) * f, nodes in the order of their creation. */
function graph(): Record<"a" | "b" | "c" | "f" | "e" | "d" | "t" | "L", Node> {
  const [a, b, c, f] = [leaf(2, "a"), leaf(-3, "b"), leaf(6.5, "c"), leaf(-2, "f")] as const;
  const e = apply("mul", [a, b], "e");
  const d = apply("add", [e, c], "d");
  const t = apply("tanh", [d], "t");
  const L = apply("mul", [t, f], "L");
  return { a, b, c, f, e, d, t, L };
}
const order = (nodes: ReturnType<typeof graph>): Node[] => Object.values(nodes);

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

  it("says that backward() has not run, or from elsewhere", () => {
    const { guilty } = checkGraph(graph().L);
    expect(guilty).toMatchObject({ op: "mul", label: "L", seen: 0, wanted: 1 });
    expect(guilty?.why).toMatch(/has backward\(\) run from here\?$/);
  });

  it("says that backward() has run twice", () => {
    const nodes = graph();
    backward(order(nodes));
    for (const leaf of [nodes.a, nodes.b, nodes.c, nodes.f]) leaf.grad *= 2;
    expect(checkGraph(nodes.L).guilty?.why).toMatch(
      /, 2 times over: has backward\(\) run 2 times since zeroGrad\(\)\?$/,
    );
  });

  it("says that only one share of a node used twice arrived: the bug of a + a", () => {
    const a = leaf(3, "a");
    const square = apply("square", [a]);
    const sum = apply("add", [square, a]);
    backward([a, square, sum]);
    expect(checkGraph(sum).verdict).toBe("OK");
    a.grad = 6;
    const { guilty } = checkGraph(sum);
    expect(guilty).toMatchObject({ op: "square", seen: 6, wanted: 7 });
    expect(guilty?.why).toMatch(
      /only one share arrived: the gradients of a node that is used 2 times must add up$/,
    );
  });

  it("says that nothing arrived, which is no share", () => {
    const x = leaf(0.5, "x");
    const sum = apply("add", [apply("sin", [x]), apply("mul", [x, leaf(0)])]);
    backward([x, ...(sum.inputs[1] as Node).inputs.slice(1), ...sum.inputs, sum]);
    x.grad = 0;
    const { guilty } = checkGraph(sum);
    expect(guilty?.op).toBe("sin");
    expect(guilty?.why).not.toMatch(/share/);
  });

  it("names the first five of many uses", () => {
    const x = leaf(0.5, "x");
    const nodes: Node[] = [x, apply("sin", [x])];
    for (let i = 0; i < 9; i++) nodes.push(apply("add", [nodes.at(-1) as Node, x]));
    backward(nodes);
    x.grad += 0.25;
    const why = checkGraph(nodes.at(-1) as Node).guilty?.why ?? "";
    expect(why.split(" and ")).toHaveLength(6);
    expect(why).toMatch(/ and 5 more$/);
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

  it("counts both uses of x * x", () => {
    const x = leaf(3, "x");
    const y = apply("mul", [x, x]);
    backward([x, y]);
    expect(checkGraph(y).verdict).toBe("OK");
    x.grad = 3;
    expect(checkGraph(y).guilty).toMatchObject({ op: "mul", seen: 3, wanted: 6 });
  });

  it("of two ops that share an input blames the one that is not right elsewhere", () => {
    const [x, z] = [leaf(0.5, "x"), leaf(1.5, "z")];
    const nodes = [x, z, apply("sin", [x]), apply("exp", [x]), apply("sin", [z])];
    const sum = apply("add", [nodes[2] as Node, nodes[3] as Node]);
    const root = apply("add", [sum, nodes[4] as Node]);
    backward([...nodes, sum, root], (node, i) => (node.op === "exp" ? 1 : rightPartial(node, i)));
    expect(checkGraph(root).guilty?.op).toBe("exp");
  });
});

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

describe("on random graphs of all ops", () => {
  const ops = allOps();
  const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 });
  const build = (choices: readonly (readonly [number, number, number])[]): Node[] => {
    const nodes = [leaf(0.7, "x"), leaf(-1.3, "y"), leaf(2.1, "z")];
    for (const [which, first, second] of choices) {
      const op = ops[which % ops.length] as (typeof ops)[number];
      const at = (k: number) => nodes[nodes.length - 1 - (k % Math.min(nodes.length, 5))] as Node;
      const node = apply(op.name, [at(first), at(second)].slice(0, op.args.length));
      if (Math.abs(node.data) < 1e6) nodes.push(node);
    }
    return nodes;
  };

  it("right gradients raise no alarm, and most are seen to be right", () => {
    const verdicts: string[] = [];
    fc.assert(
      fc.property(steps, (choices) => {
        const nodes = build(choices);
        backward(nodes);
        const report = checkGraph(nodes.at(-1) as Node);
        expect(report.verdict, `${report}`).not.toBe("WRONG");
        verdicts.push(report.verdict);
      }),
    );
    expect(verdicts.filter((verdict) => verdict === "OK").length).toBeGreaterThan(verdicts.length / 3);
  });

  it("an op whose partials are wrong is the one to blame", () => {
    let blamed = 0;
    fc.assert(
      fc.property(steps, (choices) => {
        const nodes = build(choices);
        const culprit = (nodes.at(-1) as Node).op;
        backward(nodes, (node, i) => rightPartial(node, i) * (node.op === culprit ? 1.001 : 1));
        const report = checkGraph(nodes.at(-1) as Node);
        if (report.verdict !== "WRONG") return;
        blamed++;
        // Several ops may share the input; then all are named.
        if (/ and /.test(`${report}`)) expect(report.guilty?.why).toMatch(new RegExp(`\\b${culprit}\\b`));
        else expect(report.guilty?.op, `${report}`).toBe(culprit);
      }),
    );
    expect(blamed).toBeGreaterThan(20);
  });
});
