import {
  asConstant,
  compile,
  defineOp,
  grad,
  mean,
  noGrad,
  type Scalar,
  sum,
  type Target,
  tanh,
  type Value,
  value,
} from "@outgrad/engine";
import { describe, expect, it } from "vitest";

const targets = ["replay", "vector", "wasm"] as const satisfies readonly Target[];

describe.each(targets)('compile(f, { target: "%s" })', (target) => {
  it("value(x) of a number, a list, a typed array, nested lists and objects", () => {
    expect(compile((x: Value) => x.square(), { target }).value(3)).toBe(9);
    const total = compile((xs: Value[]) => sum(xs), { target });
    expect(total.value([1, 2, 3])).toBe(6);
    expect(total.value(Float64Array.of(1, 2, 3.5))).toBe(6.5);
    expect(total.value(new Uint8Array([1, 2, 250]))).toBe(253);
    const nested = compile((p: { w: Value[][]; b: Value }) => sum(p.w.flat()).mul(p.b), { target });
    expect(nested.value({ w: [[1, 2], [3]], b: 10 })).toBe(60);
    expect(nested.value({ w: [[1, 2], [4]], b: 0.5 })).toBe(3.5);
  });

  it("value() returns lists and objects of numbers where the function returns such of Values", () => {
    const f = compile((x: Value, y: Value) => ({ both: [x.add(y), x.mul(y)], one: x.neg() }), { target });
    expect(f.value(2, 5)).toEqual({ both: [7, 10], one: -2 });
    expect(f.value(3, -1)).toEqual({ both: [2, -3], one: -3 });
  });

  it("gradient(x, ...) is that of grad(f), in the shape of the first argument", () => {
    const f = (p: { a: Value; b: Value[] }, x: Value): Value =>
      sum(
        p.b.map((b, i) =>
          b
            .mul(x)
            .tanh()
            .mul(i + 1),
        ),
      ).mul(p.a);
    const compiled = compile(f, { target });
    for (const [p, x] of [
      [{ a: 0.5, b: [1, -2, 0.25] }, 0.7],
      [{ a: -1.5, b: [0, 3, 1] }, -0.2],
    ] as const) {
      const wanted = grad(f as never)(p as never, x as never) as { a: number; b: number[] };
      const found = compiled.gradient(p as never, x);
      expect(found.a).toBeCloseTo(wanted.a, 14);
      found.b.forEach((g, i) => {
        expect(g).toBeCloseTo(wanted.b[i] as number, 14);
      });
    }
  });

  it("gradient of a typed array is a Float64Array, and a new one each time", () => {
    const f = compile((xs: Value[]) => sum(xs.map((x) => x.square())), { target });
    const first = f.gradient(Float64Array.of(1, 2));
    expect(first).toEqual(Float64Array.of(2, 4));
    expect(f.gradient(Float64Array.of(5, 6))).toEqual(Float64Array.of(10, 12));
    expect(first).toEqual(Float64Array.of(2, 4));
    expect(f.valueAndGradient([3, 1])).toEqual([10, [6, 2]]);
  });

  it("step(x, y) with a batch as arguments adds gradients to the Values from outside", () => {
    const w = value(2, "w");
    const b = value(-1, "b");
    const loss = (xs: readonly Scalar[], ys: readonly Scalar[]): Value =>
      mean(
        xs.map((x, i) =>
          w
            .mul(x)
            .add(b)
            .sub(ys[i] as Scalar)
            .square(),
        ),
      );
    const train = compile(loss as (xs: Value[], ys: Value[]) => Value, { target });
    for (const [xs, ys] of [
      [
        [1, 2, 3, 4, 5],
        [1, 3, 5, 6, 9],
      ],
      [
        [0, -1, 2, 0.5, 7],
        [2, 2, 2, 2, 2],
      ],
    ] as const) {
      const [before, beforeB] = [w.grad, b.grad];
      const found = train.step(xs, ys);
      const [grown, grownB] = [w.grad - before, b.grad - beforeB];
      const eager = loss(xs, ys);
      w.zeroGrad();
      b.zeroGrad();
      eager.backward();
      expect(found).toBe(eager.data);
      expect(grown).toBeCloseTo(w.grad, 12);
      expect(grownB).toBeCloseTo(b.grad, 12);
      w.data -= 0.01 * w.grad;
    }
  });

  it("step() with an update changes the data, reads its numbers anew, and leaves grads alone", () => {
    const p = value(1, "p");
    const q = value(-2, "q");
    const update = { formula: "p - lr * g", numbers: { lr: 0.25 } };
    const train = compile(() => p.square().add(q.square().mul(0.5)), { target, update });
    expect(train.step()).toBe(3);
    expect([p.data, q.data]).toEqual([0.5, -1.5]);
    update.numbers.lr = 1;
    train.step();
    expect([p.data, q.data]).toEqual([-0.5, 0]);
    expect([p.hasGrad, p.grad]).toEqual([false, 0]);
    expect(p.mul(2).data).toBe(-1);
    update.numbers.lr = Number.NaN;
    expect(() => train.step()).toThrow("compile: the update's number lr is NaN; give a finite number.");
    expect(p.data).toBe(-0.5);
  });

  it("records again for another shape, and goes back to the first without", () => {
    let recorded = 0;
    const f = compile(
      (xs: Value[]) => {
        recorded++;
        return sum(xs);
      },
      { target },
    );
    expect(f.value([1, 2])).toBe(3);
    expect(f.value([1, 2, 3])).toBe(6);
    expect(f.value([5, 5])).toBe(10);
    expect(f.value(Float32Array.of(1, 1, 1))).toBe(3);
    expect(recorded).toBe(2);
  });

  it("inspect(...) gives the graph with the numbers and gradients of these arguments", () => {
    const w = value(3, "w");
    const f = compile((x: Value) => w.mul(x).tanh(), { target });
    f.step(0.1);
    const root = f.inspect(0.5);
    expect(root.data).toBe(tanh(1.5).data);
    expect(root.op).toBe("tanh");
    const product = root.inputs[0] as Value;
    expect([product.op, product.data, product.grad]).toEqual(["mul", 1.5, 1 - root.data * root.data]);
    expect(product.inputs[0]).toBe(w);
    w.data = -1;
    expect(f.inspect(2).inputs[0]?.data).toBe(-2);
    const argument = f.inspect(4).inputs[0]?.inputs[1] as Value;
    expect([argument.data, argument.grad]).toEqual([4, -(1 - tanh(-4).data ** 2)]);
  });

  it("detach(), noGrad and asConstant stop gradients, and follow the numbers", () => {
    const w = value(2);
    const f = compile(
      (x: Value) =>
        w
          .mul(w.detach())
          .add(noGrad(() => w.mul(x)))
          .add(w.sub(asConstant(w))),
      { target },
    );
    expect(f.step(10)).toBe(24);
    expect(w.grad).toBe(3);
    w.zeroGrad();
    w.data = 5;
    expect(f.step(1)).toBe(30);
    expect(w.grad).toBe(6);
  });

  it("leaves that no gradient flows to keep hasGrad false", () => {
    const [w, v] = [value(2), value(3)];
    compile(() => w.mul(v.detach()), { target }).step();
    expect([w.grad, w.hasGrad, v.grad, v.hasGrad]).toEqual([3, true, 0, false]);
  });

  it("computes a user's op, in rows and alone", () => {
    const name = `cubic${target}`;
    const cubic = defineOp({
      name,
      args: ["a"],
      params: { k: 2 },
      value: "k * a * a * a",
      partials: ["3 * k * a * a"],
    });
    const w = value(0.5);
    const f = (): Value => sum([1, 2, 3, 4, 5, 6].map((x) => cubic(w.mul(x), 3))).add(cubic(w));
    f().backward();
    const wanted = w.grad;
    w.zeroGrad();
    const compiled = compile(f, { target });
    expect(compiled.step()).toBe(f().data);
    expect(w.grad).toBeCloseTo(wanted, 12);
  });

  it("a chain of 100,000 nodes and a sum of 100,000 terms", () => {
    const m = value(0.9999);
    const c = value(0.5);
    const chain = (): Value => {
      let x: Value = c;
      for (let i = 0; i < 50_000; i++) x = x.mul(m).add(c);
      return x;
    };
    const wide = (): Value => sum(Array.from({ length: 100_000 }, (_, i) => m.mul(i)));
    for (const f of [chain, wide]) {
      const eager = f();
      eager.backward();
      const wanted = [m.grad, c.grad];
      m.zeroGrad();
      c.zeroGrad();
      expect(compile(f, { target }).step()).toBe(eager.data);
      expect(Math.abs(m.grad / (wanted[0] as number) - 1)).toBeLessThan(1e-12);
      m.zeroGrad();
      c.zeroGrad();
    }
  });

  it("says what it is computed by", () => {
    const f = compile((x: Value) => x.square(), { target });
    expect(f.choice).toBeUndefined();
    f.value(1);
    expect(f.choice).toMatchObject({ target, why: "asked for" });
  });
});

describe('compile(f) with target "auto"', () => {
  it("replays what is called a few times, and compiles what is called often", () => {
    const f = (xs: Value[]): Value => sum(xs.map((x) => x.tanh()));
    const xs = Array.from({ length: 50 }, (_, i) => i / 50);
    const rarely = compile(f, { calls: 3 });
    const often = compile(f, { calls: 10_000 });
    expect(rarely.value(xs)).toBe(often.value(xs));
    expect(rarely.choice).toMatchObject({ target: "replay", why: "3 calls are not worth more" });
    expect(often.choice).toMatchObject({ target: "wasm", steps: 3 });
  });
});
