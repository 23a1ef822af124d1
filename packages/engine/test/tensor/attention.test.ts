import { gradients, randn, scaledDotProductAttention, type Tensor, tensor, where } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";

describe("scaledDotProductAttention()", () => {
  const [q, k, v] = [1, 2, 3].map((seed) =>
    randn([2, 4, 3], random(seed), { requiresGrad: true }),
  ) as unknown as [Tensor, Tensor, Tensor];

  it("with isCausal is that with the mask of booleans or numbers, whatever comes later", () => {
    const rows = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => j <= i));
    const causal = scaledDotProductAttention(q, k, v, { isCausal: true });
    expect(scaledDotProductAttention(q, k, v, { mask: rows }).toArray()).toEqual(causal.toArray());
    const added = where(tensor(rows.map((row) => row.map(Number))), 0, -1 / 0);
    expect(scaledDotProductAttention(q, k, v, { mask: added }).toArray()).toEqual(causal.toArray());
    expect(causal.at(0, 1).toArray()).toEqual(v.at(0, 1).toArray());
  });

  it("gives 0 and no gradient to a query that may look at nobody", () => {
    const mask = [
      [true, false, true, true],
      [false, false, false, false],
      [true, true, true, true],
      [true, true, true, true],
    ];
    const y = scaledDotProductAttention(q, k, v, { mask });
    expect(y.at(1, 1).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const [slope] = gradients(y.square().sum(), [q], { createGraph: true }) as [Tensor];
    expect(slope.at(1, 1).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const second = gradients(slope.square().sum(), [k])[0] as Tensor;
    expect(second.data.every(Number.isFinite)).toBe(true);
  });

  it("with dropout drops weights by the random numbers, and keeps the mean", () => {
    const options = { dropout: 0.5, random: random(9) };
    const y = scaledDotProductAttention(q, k, v, options);
    expect(y.toArray()).not.toEqual(scaledDotProductAttention(q, k, v).toArray());
    const again = scaledDotProductAttention(q, k, v, { dropout: 0.5, random: random(9) });
    expect(again.toArray()).toEqual(y.toArray());
  });

  it("stays finite for scores of a thousand", () => {
    const y = scaledDotProductAttention(q.mul(1e3), k.mul(1e3), v);
    expect(y.data.every(Number.isFinite)).toBe(true);
  });
});
