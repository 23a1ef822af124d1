import { compile, type Value } from "@outgrad/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Engine, engines } from "../engines.js";
import { netNames, netOf } from "../nets.js";
import { magnitudes, mustBeNear } from "./agreement.js";
import { leavesOf, number, type Recipe, recipes, run } from "./programs.js";

// The contract of the compiled floors. replay equals Value bit for bit; vector and wasm compute the same values, agree
// with each other bit for bit in gradients, and with replay within 1e-14 of the sum of the magnitudes added.

/** What eager gives: the value, and the gradients of the leaves. */
function eager(recipe: Recipe, data: readonly number[]): { value: number; grads: number[]; sizes: number[] } {
  const leaves = leavesOf(recipe);
  leaves.forEach((leaf, i) => {
    leaf.data = data[i] as number;
  });
  const root = run(recipe, leaves);
  root.backward();
  const sizes = magnitudes(root);
  return {
    value: root.data,
    grads: leaves.map((leaf) => leaf.grad),
    sizes: leaves.map((leaf) => sizes.get(leaf.id) ?? 0),
  };
}

const cases = fc.record({ recipe: recipes, again: fc.array(number, { minLength: 7, maxLength: 7 }) });

describe("compile on random programs", () => {
  it("step() gives eager's value and gradients, and new ones when the leaves change", () => {
    fc.assert(
      fc.property(cases, ({ recipe, again }) => {
        const grads: Record<string, number[]> = {};
        for (const target of ["replay", "vector", "wasm"] as const) {
          const leaves = leavesOf(recipe);
          const compiled = compile(() => run(recipe, leaves), { target });
          for (const data of [recipe.leaves, again.slice(0, leaves.length)]) {
            leaves.forEach((leaf, i) => {
              leaf.data = data[i] as number;
              leaf.zeroGrad();
            });
            const wanted = eager(recipe, data);
            expect(compiled.step(), target).toBe(wanted.value);
            const found = leaves.map((leaf) => leaf.grad);
            if (target === "replay") expect(found).toEqual(wanted.grads);
            else mustBeNear(target, found, wanted.grads, wanted.sizes);
            if (target === "vector") grads[String(data)] = found;
            if (target === "wasm") expect(found).toEqual(grads[String(data)]);
          }
        }
      }),
      { numRuns: 400 },
    );
  }, 120_000);
});

describe("compile over 100 training steps", () => {
  it.each(netNames)(
    "%s: replay equals Value; vector and wasm equal each other, and replay up to rounding",
    (name) => {
      const { weights, loss } = netOf(name, engines[0] as Engine) as unknown as {
        weights: Value[];
        loss: () => Value;
      };
      const steps = (["replay", "vector", "wasm"] as const).map((target) => compile(loss, { target }));
      for (let i = 0; i < 100; i++) {
        const eager = loss();
        const gradients = (run: () => number): number[] => {
          for (const weight of weights) weight.zeroGrad();
          return [run(), ...weights.map((weight) => weight.grad)];
        };
        const [wanted, replayed, vector, wasm] = [
          gradients(() => {
            eager.backward();
            return eager.data;
          }),
          ...steps.map((compiled) => gradients(() => compiled.step())),
        ] as [number[], number[], number[], number[]];
        expect(replayed).toEqual(wanted);
        expect(wasm).toEqual(vector);
        expect(vector[0]).toBe(wanted[0]);
        const sizes = magnitudes(eager);
        mustBeNear(
          name,
          vector.slice(1),
          wanted.slice(1),
          weights.map((weight) => sizes.get(weight.id) ?? 0),
        );
        // Every step starts from replay's weights.
        weights.forEach((weight, w) => {
          weight.data -= 0.1 * (replayed[w + 1] as number);
        });
      }
    },
  );
});
