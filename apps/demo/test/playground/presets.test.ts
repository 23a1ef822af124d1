import { describe, expect, it } from "vitest";
import { alongGradient } from "../../src/playground/numeric/slopes.ts";
import { presetGroups, presets } from "../../src/playground/presets/index.ts";
import type { Preset } from "../../src/playground/presets/preset.ts";
import { circuit } from "./circuit.ts";

const all: readonly Preset[] = presets;
const of = (id: string): Preset => {
  const found = all.find((preset) => preset.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
};
const computed = (id: string) => circuit(of(id).text, of(id).leaves);

describe("presets", () => {
  it.each(all.map((preset) => [preset.name, preset] as const))("%s names all its leaves", (_, preset) => {
    const { expression } = circuit(preset.text, preset.leaves);
    expect([...expression.names].sort()).toEqual(Object.keys(preset.leaves).sort());
  });

  it("are told apart by their ids, their names and their texts", () => {
    for (const key of ["id", "name", "text"] as const) {
      expect(new Set(all.map((preset) => preset[key])).size).toBe(all.length);
    }
  });

  it("presetGroups holds each of them once", () => {
    expect(presetGroups.flatMap((group) => group.presets.map(({ id }: Preset) => id))).toEqual(
      all.map(({ id }) => id),
    );
  });
});

/** From the seeds: results and gradients, of CPython, or of 60 digits in mpmath where the seeds give none. */
const known: readonly (readonly [id: string, result: number, gradients: Record<string, number>])[] = [
  ["graph", -8, { a: 6, b: -4, c: -2, f: 4 }],
  ["twice", 6, { a: 2 }],
  ["reuse", 12, { x: 7 }],
  ["branches", -6, { a: -3, b: -8 }],
  ["sanity", -20, { x: 46 }],
  ["readme", 24.70408163265306, { a: 138.83381924198252, b: 645.5772594752186 }],
  ["parabola", 20, { x: 14 }],
  ["minimum", 11 / 3, { x: 0 }],
  ["product", -6, { a: -3, b: 2 }],
  ["seed", 6.336362190988558, { a: -12.353553390593273, b: 10.25699027111255, c: 0.0625 }],
  ["legendre", -0.4375, { x: 0.375 }],
  ["neuron", Math.SQRT1_2, { x1: -1.5, w1: 1, x2: 0.5, w2: 0, b: 0.5 }],
  ["atoms", Math.SQRT1_2, { x1: -1.5, w1: 1, x2: 0.5, w2: 0, b: 0.5 }],
  [
    "saturated",
    0.999999969540041,
    { w: 1.2183983424646458e-7, x: 2.436796684929292e-7, b: 6.09199171232323e-8 },
  ],
  ["dead", 0, { w: 0, x: 0, b: 0 }],
  ["squares", 6.25, { w: 15, b: 5 }],
  [
    "softmax",
    2.1755153626167147,
    { z0: 0.041772570515350445, z1: 0.8390245074625319, z2: 0.005653302662216329, z3: -0.8864503806400986 },
  ],
  [
    "stable",
    2.1755153626167143,
    { z0: 0.04177257051535046, z1: 0.8390245074625321, z2: 0.00565330266221633, z3: -0.8864503806400987 },
  ],
  ["kink", 0, { x: 0 }],
];

describe("the seeds' numbers", () => {
  it.each(known)("%s gives its result and its gradients", (id, result, gradients) => {
    const found = computed(id);
    expect(found.result).toBeCloseTo(result, 13);
    expect([...found.slopes.keys()].sort()).toEqual(Object.keys(gradients).sort());
    for (const [name, gradient] of Object.entries(gradients)) {
      const error = Math.abs((found.slopes.get(name) ?? Number.NaN) - gradient);
      expect(error, name).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(gradient)));
    }
  });

  it("stable gives the bits of the shifted log-sum-exp, and stands logits of 1000", () => {
    const { text, leaves } = of("stable");
    expect(circuit(text, { ...leaves, z0: 1000 }).result).toBe(999);
  });

  it.each(["nan", "overflow", "big-tanh"])("%s ends in NaN", (id) => {
    expect(computed(id).result).toBeNaN();
  });

  it("root has an infinite slope at 0", () => {
    expect(computed("root").slopes.get("x")).toBe(Number.POSITIVE_INFINITY);
  });

  it("cancel is right to 8 digits at 1e-4, and nothing at 1e-8", () => {
    const { text, leaves } = of("cancel");
    expect(circuit(text, leaves).result).toBeCloseTo(0.5, 7);
    expect(circuit(text, { x: 1e-8 }).result).toBe(0);
  });
});

describe("the network on the lecture's four samples", () => {
  const net = computed("net");

  it("has 41 weights and the loss and gradients that mpmath finds", () => {
    expect(net.leaves.size).toBe(41);
    expect(net.result).toBeCloseTo(7.886761011004409, 12);
    const some = { w11: 0.3854027954096306, b4: -0.4548889459616813, v23: 0.2119559225407912 };
    for (const [name, gradient] of Object.entries({
      ...some,
      u1: -2.327412634554067,
      d: 0.4021433775612294,
    }))
      expect(net.slopes.get(name), name).toBeCloseTo(gradient, 12);
  });

  it("learns when its weights go downhill again and again", () => {
    let leaves = net.leaves;
    for (let step = 0; step < 60; step++) {
      leaves = alongGradient(circuit(of("net").text, Object.fromEntries(leaves)), -0.05);
    }
    expect(circuit(of("net").text, Object.fromEntries(leaves)).result).toBeLessThan(0.1);
  });
});
