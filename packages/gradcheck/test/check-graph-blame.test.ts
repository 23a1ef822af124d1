import { describe, expect, it } from "vitest";
import { checkGraph } from "../src/index.js";
import { apply, backward, leaf, type Node, rightPartial } from "./tiny-engine.js";
import { graph, order } from "./tiny-graph.js";

describe("checkGraph(root) tells the story of a wrong gradient", () => {
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

  it("of two ops that share an input blames the one that is not right elsewhere", () => {
    const [x, z] = [leaf(0.5, "x"), leaf(1.5, "z")];
    const nodes = [x, z, apply("sin", [x]), apply("exp", [x]), apply("sin", [z])];
    const sum = apply("add", [nodes[2] as Node, nodes[3] as Node]);
    const root = apply("add", [sum, nodes[4] as Node]);
    backward([...nodes, sum, root], (node, i) => (node.op === "exp" ? 1 : rightPartial(node, i)));
    expect(checkGraph(root).guilty?.op).toBe("exp");
  });

  it("a gradient of 1 that is right elsewhere counts, too", () => {
    const [x, z] = [leaf(0.5, "x"), leaf(1.5, "z")];
    const [shifted, grown] = [apply("add", [x, z]), apply("exp", [x])];
    const root = apply("add", [shifted, grown]);
    backward([x, z, shifted, grown, root], (node, i) => (node.op === "exp" ? 2 : rightPartial(node, i)));
    expect(checkGraph(root).guilty?.op).toBe("exp");
  });

  it("of several that may be to blame names the first, if it hands on anything", () => {
    const suspect = (first: string, second: string, x: Node) => {
      const z = leaf(1.5, "z");
      const one = apply(first, first === "sub" ? [x, z] : [x]);
      const other = apply(second, [x]);
      const root = apply("add", [one, other]);
      backward([x, z, one, other, root]);
      x.grad += 0.25;
      return checkGraph(root).guilty?.op;
    };
    expect(suspect("sub", "exp", leaf(0.5, "x"))).toBe("sub");
    expect(suspect("square", "exp", leaf(0, "x"))).toBe("exp");
    expect(suspect("square", "cos", leaf(0, "x"))).toBe("square");
  });

  it("names the first also where all of them are right elsewhere", () => {
    const both = (x: Node) => {
      const parts = [apply("sin", [x]), apply("exp", [x])];
      return [x, ...parts, apply("add", parts)];
    };
    const [left, right] = [both(leaf(0.5, "x")), both(leaf(1.5, "z"))];
    const alone = [apply("sin", [leaf(0.7, "u")]), apply("exp", [leaf(0.9, "v")])];
    const sums = [apply("add", [left.at(-1), right.at(-1)] as Node[]), apply("add", alone)];
    const root = apply("add", sums);
    backward([...left, ...right, ...alone.flatMap(({ inputs }) => inputs), ...alone, ...sums, root]);
    (left[0] as Node).grad += 0.25;
    expect(checkGraph(root).guilty).toMatchObject({ op: "sin", inputs: [0.5] });
  });

  it("speaks of several passes for leaves only, whose gradient is a multiple", () => {
    const why = (name: "a" | "d", factor: number) => {
      const nodes = graph();
      backward(order(nodes));
      nodes[name].grad *= factor;
      return checkGraph(nodes.L).guilty?.why;
    };
    expect(why("a", 3)).toMatch(
      /it comes from mul "e" of \(2, -3\), 3 times over: has backward\(\) run 3 times/,
    );
    expect(why("a", 2.1)).toMatch(/; it comes from mul "e" of \(2, -3\)$/);
    expect(why("a", 0)).toMatch(/; it comes from mul "e" of \(2, -3\)$/);
    expect(why("a", -1)).toMatch(/; it comes from mul "e" of \(2, -3\)$/);
    expect(why("d", 2)).toMatch(/; it comes from tanh "t" of \(0.5\)$/);
  });

  it.each([
    [5, / of \([^()]*\)$/],
    [6, / and 1 more$/],
  ])("names all of %i uses, or five of them and how many more", (count, end) => {
    const x = leaf(0.5, "x");
    const nodes: Node[] = [x, apply("sin", [x])];
    while (nodes.length <= count) nodes.push(apply("add", [nodes.at(-1) as Node, x]));
    backward(nodes);
    x.grad += 0.25;
    const why = checkGraph(nodes.at(-1) as Node).guilty?.why ?? "";
    expect(why.split(" and ")).toHaveLength(count);
    expect(why).toMatch(end);
  });
});
