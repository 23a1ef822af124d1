import * as engine from "@outgrad/engine";
import * as losses from "@outgrad/losses";
import * as nn from "@outgrad/nn";
import { trace } from "@outgrad/viz";
import { expect, it } from "vitest";
import { circuitOfGraph } from "../../src/playground/circuit.ts";
import { type Program, programs } from "../../src/playground/programs.ts";

/** Runs a program with the real packages, and gives the Value that it ends with. */
function run({ code }: Program): engine.Value {
  const body = code.replace(/^import \{(.*)\} from "@outgrad\/(.*)";$/gm, "const {$1} = packages.$2;");
  const last = /^(\w+)\.backward\(\);$/m.exec(code)?.[1];
  return new Function("packages", "console", `${body}; return ${last};`)(
    { engine, losses, nn },
    { log() {} },
  );
}

const circuits = Object.fromEntries(
  programs.map((program) => [program.id, circuitOfGraph(trace(run(program)), 1)]),
);

it("the loop finds the root of 2, and its slope", () => {
  expect(circuits.loop?.result).toBeCloseTo(Math.SQRT2, 11);
  expect(circuits.loop?.slopes.get("a")).toBeCloseTo(1 / (2 * Math.SQRT2), 6);
  expect(Math.abs(circuits.loop?.slopes.get("start") ?? 1)).toBeLessThan(1e-5);
});

it("the neuron has a slope for each weight, and one bend", () => {
  expect([...(circuits.neuron?.leaves.keys() ?? [])]).toEqual(["w0", "w1", "w2", "b", "x0", "x1", "x2"]);
  expect(circuits.neuron?.tape.filter(({ op }) => op === "tanh")).toHaveLength(1);
});

it("the network has 41 parameters and hundreds of values", () => {
  expect(circuits.mlp?.leaves.size).toBe(41);
  expect(circuits.mlp?.tape.length).toBeGreaterThan(300);
});

it("the pendulum has 5,000 values, and slopes that agree with nudges", () => {
  const { tape, slopes, leaves, evaluate } = circuits.large as NonNullable<typeof circuits.large>;
  expect(tape.length).toBe(5001);
  for (const [name, x] of leaves) {
    const h = 1e-5;
    const slope = (evaluate(new Map([[name, x + h]])) - evaluate(new Map([[name, x - h]]))) / (2 * h);
    expect(slopes.get(name)).toBeCloseTo(slope, 6);
  }
});
