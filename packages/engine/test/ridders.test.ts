import { checkGradient } from "@outgrad/gradcheck";
import { type OpName, opOf, ops } from "@outgrad/ops";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines, type Node } from "./engines.js";

// An outside judge for whole graphs: differences of the graph's value, which know nothing of partials.

interface Step {
  readonly op: OpName;
  readonly operands: readonly [number, number];
}
const programs = fc.record({
  // Not 0, nor next to it, where sigmoid lands on the very middle of a domain and so on the kinks.
  leaves: fc.array(
    fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000 + 0.00037),
    { minLength: 1, maxLength: 4 },
  ),
  steps: fc.array(
    fc.record({
      op: fc.constantFrom(...(Object.keys(ops) as OpName[])),
      operands: fc.tuple(fc.nat(1000), fc.nat(1000)),
    }),
    { minLength: 1, maxLength: 24 },
  ),
});

/** At most 200 nodes: each step brings its operands into the op's domain, so that the numbers stay finite. */
function build(leaves: readonly Node[], steps: readonly Step[]): Node {
  const nodes = [...leaves];
  let sum = (leaves[0] as Node).mul(0.1);
  for (const { op, operands } of steps) {
    const { args, domain } = opOf(op);
    const [first, ...rest] = args.map((_, i) => {
      const [low, high] = domain[i] as readonly [number, number];
      const node = nodes[Math.max(0, nodes.length - 1 - ((operands[i] as number) % 6))] as Node;
      return node
        .sigmoid()
        .mul(high - low)
        .add(low);
    }) as [Node, ...Node[]];
    const y = first[op](...rest);
    nodes.push(y);
    sum = sum.add(y.mul(0.3));
  }
  return sum;
}

describe.each(engines)("random graphs of all ops ($name)", ({ value }) => {
  it("agree with Ridders' differences wherever these can tell, which is on at least 80 % of the graphs", () => {
    const verdicts = { OK: 0, WRONG: 0, "CAN'T TELL": 0 };
    fc.assert(
      fc.property(programs, ({ leaves, steps }) => {
        const f = (x: readonly number[]): number =>
          build(
            x.map((data) => value(data)),
            steps,
          ).data;
        const gradient = (x: readonly number[]): number[] => {
          const nodes = x.map((data) => value(data));
          build(nodes, steps).backward();
          return nodes.map((node) => node.grad);
        };
        if (!gradient(leaves).every(Number.isFinite)) {
          // The graph stands exactly on a kink, such as cbrt at 0: there is no gradient to judge.
          verdicts["CAN'T TELL"]++;
          return;
        }
        const report = checkGradient(f, gradient, leaves);
        verdicts[report.verdict]++;
        expect(report.verdict, `${report}`).not.toBe("WRONG");
      }),
      { numRuns: 150 },
    );
    expect(verdicts.OK).toBeGreaterThanOrEqual(0.8 * 150);
  });
});
