import { arena } from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Engine, engines, type Node } from "./engines.js";
import { netNames, trainNet } from "./nets.js";

// The contract of the floors: the fast engine, with and without an arena, equals the one-screen engine bit for bit,
// forward and backward.

interface Step {
  readonly op: OpName;
  readonly operands: readonly [number, number];
  /** Stands in for the second operand of every fourth step. */
  readonly constant: number | undefined;
  /** Sets a leaf to a new number before the step, as training does. */
  readonly change: readonly [leaf: number, data: number] | undefined;
  /** Runs backward in the middle, so that the graph goes on across segments and gradients add up. */
  readonly backward: boolean;
}
interface Program {
  readonly leaves: readonly number[];
  readonly steps: readonly Step[];
}

const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, 1e-300, 1e300, 1 / 0, Number.NaN) },
);
const programs: fc.Arbitrary<Program> = fc.record({
  leaves: fc.array(number, { minLength: 1, maxLength: 6 }),
  steps: fc.array(
    fc.record({
      op: fc.constantFrom(...(Object.keys(ops) as OpName[])),
      operands: fc.tuple(fc.nat(1000), fc.nat(1000)),
      constant: fc.option(number, { nil: undefined, freq: 4 }),
      change: fc.option(fc.tuple(fc.nat(1000), number), { nil: undefined, freq: 10 }),
      backward: fc.boolean(),
    }),
    { minLength: 1, maxLength: 200 },
  ),
});

/** Runs the program; every number that a user could see, in order. */
function run(engine: Engine, program: Program): number[] {
  const nodes = program.leaves.map((data) => engine.value(data));
  const leaves = [...nodes];
  const seen: number[] = [];
  program.steps.forEach(({ op, operands, constant, change, backward }, i) => {
    if (change) (leaves[change[0] % leaves.length] as Node).data = change[1];
    // Mostly recent operands, so that graphs grow deep.
    const pick = (n: number): Node => nodes[Math.max(0, nodes.length - 1 - (n % 12))] as Node;
    const second = constant ?? pick(operands[1]);
    const node = opOf(op).args.length === 2 ? pick(operands[0])[op](second) : pick(operands[0])[op]();
    nodes.push(node);
    if (backward && i % 7 === 0) node.backward();
  });
  (nodes.at(-1) as Node).backward();
  for (const node of nodes) seen.push(node.data, node.grad, node.hasGrad ? 1 : 0);
  return seen;
}

it("engine, arena and micro agree bit for bit on random graphs of all ops", () => {
  const [fast, slow] = engines as [Engine, Engine];
  fc.assert(
    fc.property(programs, (program) => {
      const wanted = run(slow, program);
      for (const [i, bits] of run(fast, program).entries()) expect(bits).toBe(wanted[i]);
      for (const [i, bits] of arena(() => run(fast, program)).entries()) expect(bits).toBe(wanted[i]);
    }),
    { numRuns: 400 },
  );
});

it.each(netNames)("engine, arena and micro agree bit for bit on 100 training steps: %s", (name) => {
  const [fast, slow] = engines as [Engine, Engine];
  const wanted = trainNet(name, slow);
  expect(wanted.length).toBeGreaterThan(700);
  expect(wanted.every(Number.isFinite)).toBe(true);
  for (const found of [trainNet(name, fast), trainNet(name, fast, arena)]) {
    for (const [i, bits] of found.entries()) expect(bits).toBe(wanted[i]);
  }
});

it("engine and micro agree on a graph that crosses many segments", () => {
  const results = engines.map((engine) => {
    const weights = Array.from({ length: 50 }, (_, i) => engine.value(Math.sqrt(i + 1) / 10));
    let y = engine.value(0.3);
    const early = y.exp();
    for (let i = 0; i < 90_000; i++) {
      y = y.mul(0.99).add(weights[i % 50] as Node);
      if (i % 30_000 === 0) y = y.add(early);
      if (i === 50_000) (weights[7] as Node).data = -0.25;
    }
    y.backward();
    return [y.data, early.grad, early.inputs[0]?.grad, ...weights.map((weight) => weight.grad)];
  });
  expect(results[0]).toEqual(results[1]);
});
