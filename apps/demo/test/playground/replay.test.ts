import { value } from "@outgrad/engine";
import { trace } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { circuitOfGraph } from "../../src/playground/circuit.ts";
import { presets } from "../../src/playground/presets/index.ts";
import { replay } from "../../src/playground/replay.ts";
import { circuit, seed } from "./circuit.ts";

describe("replay(graph)", () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s: gives the engine's own bits for other leaves",
    (_, { text, leaves }) => {
      const other = Object.fromEntries(Object.entries(leaves).map(([name, x]) => [name, 1.5 * x + 0.25]));
      const replayed = replay(circuit(text, leaves).graph)(new Map(Object.entries(other)));
      expect(Object.is(replayed, circuit(text, other).result)).toBe(true);
    },
  );

  it("keeps the numbers of leaves that are not named, of constants, and the parameters", () => {
    const x = value(-2, "x");
    const w = value(3);
    const graph = trace(x.mul(w).leakyRelu(0.5).add(1));
    expect(replay(graph)(new Map())).toBe(-2);
    expect(replay(graph)(new Map([["x", -4]]))).toBe(-5);
  });
});

describe("circuitOfGraph(graph)", () => {
  const written = circuit(seed.text, seed.leaves);
  const traced = circuitOfGraph(written.graph, 1);

  it("shows what the expression's own circuit shows", () => {
    expect(traced.leaves).toEqual(written.leaves);
    expect(traced.tape).toEqual(written.tape);
    expect(traced.result).toBe(-8);
    expect([...traced.slopes]).toEqual([...written.slopes]);
    expect(Object.fromEntries(traced.slopes)).toEqual({ a: 6, b: -4, c: -2, f: 4 });
  });

  it("computes other numbers without a graph", () => {
    expect(traced.evaluate(new Map([["a", 3]]))).toBe(-2);
  });

  it("counts leaves of one name together", () => {
    const { slopes, leaves } = circuitOfGraph(trace(value(2, "x").mul(value(2, "x"))), 1);
    expect([...leaves]).toEqual([["x", 2]]);
    expect(slopes.get("x")).toBe(4);
  });
});
