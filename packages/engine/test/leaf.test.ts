import { compile, noGrad, sum, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

describe.each([
  ["x.detach()", (x: Value) => x.mul(1).detach()],
  ["a result under noGrad", (x: Value) => noGrad(() => x.mul(1))],
])("%s, which is only a number at first,", (_, make) => {
  it("reads as a leaf without label and gradient", () => {
    const leaf = make(value(2.5));
    expect([leaf.data, leaf.grad, leaf.hasGrad, leaf.label, leaf.op]).toEqual([2.5, 0, false, "", ""]);
    expect([leaf.inputs, leaf.params, leaf.isConstant]).toEqual([[], [], false]);
  });

  it("keeps its id, which is greater than those of what was made before, when it is used", () => {
    const x = value(2);
    const first = make(x);
    const second = make(x);
    const before = [x.id, first.id, second.id];
    expect(before).toEqual([...before].sort((a, b) => a - b));
    expect(new Set(before).size).toBe(3);
    first.mul(second);
    first.label = "first";
    expect([x.id, first.id, second.id]).toEqual(before);
    expect(first.mul(second).inputs.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it("takes gradients, also those that are set", () => {
    const leaf = make(value(3));
    leaf.square().backward();
    leaf.square().backward();
    expect([leaf.grad, leaf.hasGrad]).toEqual([12, true]);
    const other = make(value(3));
    other.grad = 5;
    expect([other.grad, other.hasGrad]).toEqual([5, true]);
    other.zeroGrad();
    expect([other.grad, other.hasGrad]).toEqual([0, false]);
  });

  it("is the root of a pass of its own", () => {
    const leaf = make(value(3));
    leaf.backward();
    expect(leaf.grad).toBe(1);
  });

  it("can be set before and after it is used", () => {
    const leaf = make(value(3));
    leaf.data = 4;
    const before = leaf.mul(10);
    leaf.data = 5;
    expect([before.data, leaf.mul(10).data, leaf.data]).toEqual([40, 50, 5]);
  });
});

it("x.detach() keeps the label", () => {
  expect(value(2, "x").detach().label).toBe("x");
});

describe.each(["wasm", "vector", "replay"] as const)("a leaf of functions compiled to %s", (target) => {
  const update = { formula: "p - 0.1 * g" };

  it("moves from one to the other with its number, and takes its part in graphs between them", () => {
    const w = [value(1), value(2), value(3)] as const;
    const loss = compile(() => sum(w.map((p) => p.square())), { target, update });
    const part = compile(() => w[0].mul(w[1]), { target });
    const numbers = w.map(({ data }) => data);
    for (let round = 0; round < 4; round++) {
      expect(loss.step()).toBeCloseTo(
        numbers.reduce((total, x) => total + x * x, 0),
        12,
      );
      for (let i = 0; i < 3; i++) numbers[i] = (numbers[i] as number) - 0.1 * 2 * (numbers[i] as number);
      expect(w.map(({ data }) => data)).toEqual(numbers);
      expect(w[0].mul(w[2]).data).toBe((numbers[0] as number) * (numbers[2] as number));
      if (round % 2 === 1) expect(part.value()).toBe((numbers[0] as number) * (numbers[1] as number));
      if (round === 2) {
        w[1].data = 7;
        numbers[1] = 7;
      }
    }
  });

  it("keeps its number in graphs that were built before a step", () => {
    const w = value(2);
    const step = compile(() => w.square(), { target, update });
    step.step();
    const before = w.mul(3);
    const number = w.data;
    step.step();
    expect(before.data).toBe(3 * number);
    expect(w.mul(3).data).toBe(3 * w.data);
    before.backward();
    expect(w.grad).toBe(3);
  });
});
