import { compile, leakyRelu, sum, type Target, type Value, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

const targets = ["replay", "vector", "wasm"] as const satisfies readonly Target[];

/** The value and the gradients of leaves, by the engine itself or compiled. */
function results(f: () => Value, leaves: readonly Value[], target?: Target): number[] {
  for (const leaf of leaves) leaf.zeroGrad();
  let found: number;
  if (target) found = compile(f, { target }).step();
  else {
    const root = f();
    root.backward();
    found = root.data;
  }
  return [found, ...leaves.map((leaf) => leaf.grad)];
}

describe.each(targets)('compile(f, { target: "%s" }) computes exactly', (target) => {
  it("a sum of two rows of four that lie side by side, the second of which is ready later", () => {
    const u = value(0.7);
    const f = (xs: readonly Value[]): Value => {
      const late = xs
        .map((x) => u.mul(x))
        .map((x, _, row) => x.div(row[0] as Value).add(x))
        .map((x, _, row) => x.mul(row[1] as Value))
        .map((x, _, row) => x.sub(row[2] as Value));
      const first: Value[] = [];
      const second: Value[] = [];
      xs.forEach((x, i) => {
        first.push(x.tanh());
        second.push((late[i] as Value).sin());
      });
      return sum([u, ...first, ...second]);
    };
    const found = compile(f as (xs: Value[]) => Value, { target }).step([1, 2, 3, 4]);
    const grad = u.grad;
    u.zeroGrad();
    const root = f([1, 2, 3, 4].map((x) => value(x)));
    root.backward();
    expect(found).toBe(root.data);
    expect(grad).toBeCloseTo(u.grad, 12);
  });

  it("a gradient of 0 where an infinite derivative is only used detached", () => {
    const w = value(0);
    const alone = (): Value => w.mul(w.sqrt().detach()).add(1);
    expect(results(alone, [w], target)).toEqual([1, 0]);
    const row = [4, 0, 9, 0, 1, 0, 4, 0].map((x) => value(x));
    const some = (): Value => sum(row.map((x, i) => x.mul(i % 2 ? x.sqrt().detach() : x.sqrt())));
    expect(results(some, row, target)).toEqual([44, 3, 0, 4.5, 0, 1.5, 0, 3, 0]);
  });

  it("a function that returns a leaf, its argument, a number or one Value twice", () => {
    const w = value(2, "w");
    expect(compile(() => w, { target }).value()).toBe(2);
    expect(results(() => w, [w], target)).toEqual([2, 1]);
    expect(compile((x: Value) => x, { target }).valueAndGradient(5)).toEqual([5, 1]);
    const list = (x: Value): Value[] => [x, w, 3 as never, value(7), x.mul(2), x.mul(2), w];
    const compiled = compile(list, { target });
    expect(compiled.value(5)).toEqual([5, 2, 3, 7, 10, 10, 2]);
    w.data = -1;
    expect(compiled.value(6)).toEqual([6, -1, 3, 7, 12, 12, -1]);
  });

  it("parameters of an op that differ in the sign of zero", () => {
    const f = (xs: Value[]): Value[] => xs.map((x, i) => leakyRelu(x, i % 2 ? 0 : -0));
    const xs = [-1, -2, -3, -4, -5, -6, -7, -8];
    expect(compile(f, { target }).value(xs)).toEqual([0, -0, 0, -0, 0, -0, 0, -0]);
  });

  it("an update by a formula of a gradient of -0, which is 0 as Value's", () => {
    const w = value(-0);
    const update = { formula: "p - g" };
    compile(() => w.mul(-0), { target, update }).step();
    expect(w.data).toBe(-0);
  });
});

describe("vector and wasm", () => {
  it("add up in one order what goes to a lane that others share", () => {
    for (let t = 0; t < 50; t++) {
      const w = value(0.1 + t / 77);
      const f = (): Value => {
        const row = [1, 2, 3, 4, 5, 6, 7].map((x) => w.mul(x).sin());
        const shared = row[2] as Value;
        const products = row.map((x, i) =>
          x
            .add(1.1)
            .mul(shared)
            .mul(0.7 + i)
            .sin(),
        );
        const sums = row.map((x, i) =>
          shared
            .add(x)
            .mul(0.3 * i)
            .sin(),
        );
        const differences = row.map((x, i) =>
          shared
            .sub(x.mul(1.7))
            .mul(0.3 / (i + 1))
            .sin(),
        );
        return sum([...products, ...sums, ...differences, ...row.map((x) => x.exp())]);
      };
      expect(results(f, [w], "wasm")).toEqual(results(f, [w], "vector"));
    }
  });

  it("agree, and replay with Values, on rows through several modules", () => {
    const [w, u] = [value(0.9), value(0.3)];
    const f = (): Value =>
      sum(
        [1, 2, 3, 4, 5].map((x) => {
          let state = u.mul(x);
          for (let t = 0; t < 2000; t++)
            state = w
              .mul(state)
              .add(u.mul(((t * x) % 7) - 3))
              .tanh();
          return state.mul(x);
        }),
      );
    expect(results(f, [w, u], "wasm")).toEqual(results(f, [w, u], "vector"));
    expect(results(f, [w, u], "replay")).toEqual(results(f, [w, u]));
  });
});
