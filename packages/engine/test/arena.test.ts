import {
  arena,
  defineOp,
  detectAnomaly,
  grad,
  hessian,
  noGrad,
  sum,
  type Value,
  value,
  valueAndGrad,
} from "@outgrad/engine";
import { expect, it } from "vitest";

const stale = /was computed inside arena\(\.\.\.\), which has ended.*read item\(\) or take detach\(\)/;

it("arena(body) returns what body returns, and leaf gradients are those without it", () => {
  const x = value(2);
  const loss = arena(() => {
    const y = x.square().mul(3);
    y.backward();
    return y.item();
  });
  expect([loss, x.grad, x.hasGrad]).toEqual([12, 12, true]);
});

it("every read and every use of a result throws after its arena has ended", () => {
  const x = value(2, "x");
  const y = arena(() => {
    const y = x.square();
    y.label = "y";
    y.backward();
    return y;
  });
  const uses: Record<string, () => unknown> = {
    data: () => y.data,
    item: () => y.item(),
    grad: () => y.grad,
    hasGrad: () => y.hasGrad,
    label: () => y.label,
    op: () => y.op,
    inputs: () => y.inputs,
    params: () => y.params,
    isConstant: () => y.isConstant,
    toString: () => `${y}`,
    toJSON: () => JSON.stringify(y),
    detach: () => y.detach(),
    backward: () => y.backward(),
    zeroGrad: () => y.zeroGrad(),
    "set data": () => (y.data = 1),
    "set grad": () => (y.grad = 1),
    "set label": () => (y.label = "z"),
    "first operand": () => y.exp(),
    "second operand": () => x.mul(y),
    "noGrad operand": () => noGrad(() => x.mul(y)),
    sum: () => sum([x, y]),
    "in the next arena": () => arena(() => y.add(1)),
    grad_of: () => grad((z: Value) => z.mul(y))(3),
    "result of a function": () => grad((z: Value) => arena(() => z.square()))(3),
  };
  for (const [use, run] of Object.entries(uses)) expect(run, use).toThrow(stale);
  // Nothing of what was refused has changed anything.
  x.mul(1).backward();
  expect(x.grad).toBe(5);
});

it("a stale Value never reads what a later arena wrote in the same memory", () => {
  const x = value(1);
  const old = arena(() => x.add(1));
  arena(() => {
    const young = x.add(41);
    expect(young.data).toBe(42);
    expect(() => old.data).toThrow(stale);
    expect(young.grad).toBe(0);
    expect(young.hasGrad).toBe(false);
  });
});

it("leaves survive their arena: value(), detach(), noGrad's results", () => {
  const x = value(3);
  const kept = arena(() => {
    const y = x.square();
    y.label = "y";
    const made = value(7, "made");
    made.mul(y).backward();
    return { made, detached: y.detach(), free: noGrad(() => y.add(1)) };
  });
  arena(() => x.exp().exp());
  expect([kept.made.data, kept.made.grad, kept.made.label]).toEqual([7, 9, "made"]);
  expect([kept.detached.data, kept.detached.label, kept.free.data]).toEqual([9, "y", 10]);
  kept.made.mul(kept.detached).add(kept.free).backward();
  expect([kept.made.grad, kept.detached.grad, kept.free.grad]).toEqual([18, 7, 1]);
});

it("results from before the arena can be used in it, and stay readable", () => {
  const x = value(2);
  const before = x.square();
  const found = arena(() => {
    const y = before.mul(5);
    y.backward();
    return y.item();
  });
  const after = before.mul(x);
  after.backward();
  // 5x², then x³ on top
  expect([found, before.data, after.data, before.grad, x.grad]).toEqual([20, 4, 8, 2, 20 + 12]);
});

it("ids grow through arenas, and inputs have smaller ones than results", () => {
  const ids: number[] = [];
  const x = value(1);
  for (let i = 0; i < 3; i++) {
    ids.push(x.add(i).id);
    const leaf = arena(() => {
      ids.push(x.mul(2).id, noGrad(() => x.exp()).id);
      return value(i);
    });
    ids.push(leaf.id, leaf.exp().id);
  }
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
});

it("an arena in an arena gives its part back first", () => {
  const x = value(2);
  arena(() => {
    const outer = x.mul(3);
    const inner = arena(() => {
      const y = outer.mul(10);
      y.backward();
      expect(y.inputs[0]?.data).toBe(6);
      return y;
    });
    expect(() => inner.data).toThrow(stale);
    const later = outer.add(1);
    expect([outer.data, later.data, later.inputs[0]?.id]).toEqual([6, 7, outer.id]);
    later.backward();
    expect(outer.grad).toBe(1);
  });
  expect(x.grad).toBe(33);
});

it("an arena ends when its body throws", () => {
  const x = value(2);
  let kept: Value | undefined;
  const body = (): void => {
    kept = x.exp();
    throw new Error("inside");
  };
  expect(() => arena(body)).toThrow("inside");
  expect(() => kept?.data).toThrow(stale);
  const y = x.square();
  arena(() => undefined);
  expect(y.data).toBe(4);
});

it("arena refuses an async body", () => {
  expect(() => arena(async () => value(1))).toThrow(/the function is async.*not inside/);
  expect(() => arena(() => Promise.reject(new Error("late")))).toThrow(TypeError);
});

it("labels, watching, noGrad, transforms and ops of one's own work inside", () => {
  const cube = defineOp({ name: "arenaCube", args: ["a"], value: "a * a * a", partials: ["3 * a * a"] });
  const x = value(2, "x");
  for (let round = 0; round < 3; round++) {
    x.zeroGrad();
    arena(() => {
      const y = cube(x);
      y.label = "y";
      y.backward();
      expect([y.label, y.inputs[0]?.label, y.grad, x.grad]).toEqual(["y", "x", 1, 12]);
      expect(() => detectAnomaly(() => y.sub(8).log())).toThrow(/log\(0\) is -Infinity/);
      expect(noGrad(() => y.add(1)).inputs).toEqual([]);
      expect(grad((z: Value) => z.mul(y))(3)).toBe(8);
      expect(valueAndGrad((z: Value) => z.square())(3)).toEqual([9, 6]);
      const second = grad(grad((z: Value) => z.pow(3)))(x) as unknown as Value;
      expect(second.data).toBe(12);
      expect(hessian((z: Value[]) => (z[0] as Value).mul(z[1] as Value))([1, 2])).toEqual([
        [0, 1],
        [1, 0],
      ]);
    });
  }
  const outside = detectAnomaly(() => arena(() => x.square().item()));
  expect(outside).toBe(4);
});

it("a step that outgrows the memory is computed across blocks, the next one in one", () => {
  const x = value(1);
  for (let round = 0; round < 3; round++) {
    x.zeroGrad();
    const found = arena(() => {
      const early = x.mul(2);
      let y = early;
      for (let i = 0; i < 100_000; i++) y = y.add(x);
      y = y.mul(early);
      y.backward();
      return [y.item(), early.grad, early.data];
    });
    // (2x + 100000x) * 2x
    expect(found).toEqual([200_004, 100_004, 2]);
    expect(x.grad).toBe(400_008);
  }
});

it("after the first step, steps in arenas allocate no arrays", () => {
  const x = value(1);
  const step = (): number =>
    arena(() => {
      let y = x;
      for (let i = 0; i < 20_000; i++) y = y.mul(x);
      y.backward();
      return y.item();
    });
  step();
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 20; i++) step();
  expect(process.memoryUsage().arrayBuffers).toBeLessThanOrEqual(before);
});
