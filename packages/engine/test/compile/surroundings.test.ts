import { arena, compile, detectAnomaly, noGrad, sum, type Target, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

const targets = ["replay", "vector", "wasm"] as const satisfies readonly Target[];

describe.each(targets)('compile(f, { target: "%s" }) is recorded', (target) => {
  const w = value(3, "w");
  const squares = (xs: readonly Value[]): Value => sum(xs.map((x) => w.mul(x).square()));
  const make = () => compile(squares as (xs: Value[]) => Value, { target });
  const xs = [1, 2, 3, 4, 5];

  it("inside arena(), noGrad() and detectAnomaly(), and lives on after them", () => {
    for (const around of [arena, noGrad, detectAnomaly] as ((body: () => void) => void)[]) {
      const compiled = make();
      around(() => {
        expect(compiled.value(xs)).toBe(495);
        expect(compiled.gradient(xs)).toEqual([18, 36, 54, 72, 90]);
      });
      arena(() => w.mul(1).mul(2).mul(3));
      w.zeroGrad();
      expect(compiled.step([1, 1, 1, 1, 2])).toBe(72);
      expect(w.grad).toBe(48);
      expect(compiled.inspect(xs).inputs.length).toBe(2);
    }
  });

  it("while what is around it is still being computed, and changes nothing there", () => {
    const a = value(2, "a");
    const before = a.mul(5);
    const compiled = make();
    const found = compiled.value(xs);
    const root = before.mul(found).add(a);
    root.backward();
    expect([root.data, a.grad]).toEqual([4952, 2476]);
    expect(noGrad(() => compiled.value(xs))).toBe(495);
  });

  it("but not inside a function that is being recorded", () => {
    const compiled = make();
    const outer = compile((x: Value) => x.mul(compiled.value(xs)), { target });
    expect(() => outer.value(2)).toThrow(
      "compile: the function uses a compiled function's numbers instead of",
    );
    expect(compiled.value(xs)).toBe(495);
  });

  it("again after the function has thrown", () => {
    let broken = true;
    const compiled = compile(
      (x: Value) => {
        const y = x.mul(w);
        if (broken) throw new RangeError("broken");
        return y;
      },
      { target },
    );
    expect(() => compiled.value(2)).toThrow("broken");
    expect(compiled.choice).toBeUndefined();
    expect(w.mul(2).data).toBe(6);
    broken = false;
    expect(compiled.value(2)).toBe(6);
  });

  it("for empty lists, the same array twice, and thousands of numbers", () => {
    const total = compile((a: Value[], b: Value[]) => sum([...a, ...b, w]), { target });
    expect(total.value([], [])).toBe(3);
    expect(() => total.gradient([], [1])).toThrow(
      "compile: gradient() is with respect to the first argument",
    );
    const list = [1, 2];
    expect(total.value(list, list)).toBe(9);
    expect(total.gradient(list, list)).toEqual([1, 1]);
    const nested = compile((a: Value[][]) => sum(a.flat()).add(w), { target });
    expect(nested.gradient([[], [1, 2], []])).toEqual([[], [1, 1], []]);
    const many = Float64Array.from({ length: 5000 }, (_, i) => i / 5000);
    expect(make().gradient(many as never)).toEqual(many.map((x) => 2 * 3 * (3 * x)));
  });

  it("with labels and leaves made inside, to be looked at", () => {
    const f = compile(
      (x: Value) => {
        const half = value(0.5, "half");
        const y = x.mul(half);
        y.label = "y";
        return y.add(w);
      },
      { target },
    );
    expect(f.value(4)).toBe(5);
    const root = f.inspect(6);
    const [y, captured] = root.inputs as [Value, Value];
    expect([root.data, y.label, y.data, y.grad, captured.label]).toEqual([6, "y", 3, 1, "w"]);
    expect(y.inputs.map(({ data }) => data)).toEqual([6, 0.5]);
  });
});
