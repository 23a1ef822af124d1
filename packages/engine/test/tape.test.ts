import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { add, arena, max, mean, noGrad, sum, tanh, Value, value } from "@outgrad/engine";
import { expect, it } from "vitest";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The bytes of array buffers, after a full collection; they are freed by a task of their own. */
async function arrays(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().arrayBuffers;
}

it("a sum of 1,000,000 terms builds and runs backward without overflow", () => {
  const terms = Array.from({ length: 1_000_000 }, (_, i) => value(i % 10));
  const total = sum(terms);
  total.backward();
  expect(total.data).toBe(4_500_000);
  expect(terms.every((term) => term.grad === 1)).toBe(true);
});

it("segments are freed when nothing refers to them", async () => {
  const weight = value(0.5);
  const build = (): void => {
    let y = weight.mul(2);
    for (let i = 0; i < 500_000; i++) y = y.mul(0.999);
    y.backward();
  };
  build();
  const before = await arrays();
  for (let i = 0; i < 5; i++) build();
  // One build takes 34 MB in segments; were they kept, five would be 170.
  expect((await arrays()) - before).toBeLessThan(1e6);
  expect(weight.hasGrad).toBe(true);
});

it.each([
  ["without an arena", <R>(body: () => R) => body()],
  ["in an arena", arena],
  ["under noGrad", noGrad],
])("10,000 held losses that were detached pin no segment: %s", async (_, around) => {
  const weight = value(0.5);
  const step = (): Value => {
    let y = weight.mul(2);
    for (let i = 0; i < 50; i++) y = y.mul(0.999);
    if (y.op !== "") y.backward();
    return y.detach();
  };
  const before = await arrays();
  const held = Array.from({ length: 10_000 }, () => around(step));
  // Were the graphs kept, they would be 35 MB.
  expect((await arrays()) - before).toBeLessThan(1e6);
  expect(new Set(held.map((loss) => loss.data)).size).toBe(1);
});

it("a held result pins its graph, about 34 bytes a node, until it is dropped", async () => {
  const before = await arrays();
  const build = (): Value => {
    let y = value(1);
    for (let i = 0; i < 300_000; i++) y = y.neg();
    return y;
  };
  const held: Value[] = [build()];
  const bytes = ((await arrays()) - before) / 300_000;
  expect(bytes).toBeGreaterThan(33);
  expect(bytes).toBeLessThan(52);
  expect(held.pop()?.data).toBe(1);
  // The open segment stays.
  for (let i = 0; i < 5000; i++) value(1).neg().backward();
  expect((await arrays()) - before).toBeLessThan(3e6);
});

it("noGrad keeps no graph, however long it runs, in whatever order it is nested", () => {
  const weight = value(1);
  const results = noGrad(() => {
    let y: Value = weight;
    for (let i = 0; i < 200_000; i++) y = y.add(weight);
    const inner = arena(() => y.mul(2));
    return [y, inner, noGrad(() => inner.add(y))];
  });
  expect(results.map(({ data }) => data)).toEqual([200_001, 400_002, 600_003]);
  expect(results.every(({ op, isConstant }) => op === "" && !isConstant)).toBe(true);
  sum(results).backward();
  expect(results.map(({ grad }) => grad)).toEqual([1, 1, 1]);
  expect(weight.hasGrad).toBe(false);
});

it("evaluation without backward does not keep what it recorded", () => {
  const weight = value(0.5);
  let last = weight;
  for (let i = 0; i < 300_000; i++) last = weight.mul(i).tanh();
  expect(last.data).toBe(1);
  last.backward();
  expect(weight.grad).toBe(0);
});

it("T026 what is held stays readable after later graphs were built and dropped", () => {
  const x = value(3, "x");
  const y = x.square();
  y.label = "y";
  y.backward();
  for (let i = 0; i < 5; i++) {
    let z = value(1);
    for (let k = 0; k < 50_000; k++) z = z.add(1);
    z.backward();
  }
  expect([y.data, y.grad, y.label, y.op, y.inputs[0] === x, x.grad]).toEqual([9, 1, "y", "square", true, 6]);
});

it("backward goes on across segments into an older graph", () => {
  const x = value(2);
  const y = x.square();
  let z = value(1);
  for (let i = 0; i < 100_000; i++) z = z.mul(1);
  z.backward();
  const w = y.mul(z).mul(y);
  w.backward();
  // w = x⁴
  expect([w.data, y.grad, x.grad]).toEqual([16, 8, 32]);
});

it("T024 noGrad(body): results have no history, and the mode comes back, also after a throw", async () => {
  const x = value(3);
  const y = noGrad(() => x.mul(2).add(1));
  expect([y.data, y.inputs.length, y.op]).toEqual([7, 0, ""]);
  expect(() =>
    noGrad(() => {
      throw new Error("inside");
    }),
  ).toThrow("inside");
  const nested = noGrad(() => {
    noGrad(() => x.exp());
    return x.mul(2);
  });
  expect(nested.inputs).toEqual([]);
  await noGrad(async () => {
    await Promise.resolve();
  });
  const recorded = x.mul(2);
  recorded.backward();
  expect(x.grad).toBe(2);
});

it("free functions take Values and numbers", () => {
  const x = value(0.5);
  const y = add(2, tanh(x)).mul(max(3, x));
  y.backward();
  expect(y.data).toBe((2 + tanh(0.5).data) * 3);
  expect(x.grad).toBe(3 * (1 - tanh(0.5).data ** 2));
  expect(tanh(0.5)).toBeInstanceOf(Value);
  expect(mean([x, 1.5]).data).toBe(1);
});

it("T028 equal programs give equal bits in every run", () => {
  const run = (): number[] => {
    const w = Array.from({ length: 20 }, (_, i) => value(Math.sqrt(i)));
    for (let step = 0; step < 30; step++) {
      const loss = sum(
        w.map((weight, i) =>
          weight
            .mul(i - 7)
            .tanh()
            .sub(0.1 * i)
            .square(),
        ),
      );
      for (const weight of w) weight.zeroGrad();
      loss.backward();
      for (const weight of w) weight.data -= 0.05 * weight.grad;
    }
    return w.map((weight) => weight.data);
  };
  expect(run()).toEqual(run());
});
