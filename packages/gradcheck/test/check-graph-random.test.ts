import { allOps } from "@outgrad/ops";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGraph } from "../src/index.js";
import { apply, backward, leaf, type Node, rightPartial } from "./tiny-engine.js";

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
