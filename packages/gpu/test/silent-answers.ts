import type { Backend } from "@outgrad/engine";
import { cpu, Tensor, tensor, useBackend } from "@outgrad/engine";
import { afterAll, describe, expect, it } from "vitest";

/** What was wrong without a word somewhere on the way to a GPU, in gpu.js or in a driver: one test for each. */
export function silentAnswers(name: string, create: () => Promise<Backend & { destroy(): void }>): void {
  describe(`${name} gives no wrong answer in silence`, async () => {
    const backend = await create();
    afterAll(() => {
      useBackend(cpu);
      backend.destroy();
    });
    const there = (numbers: readonly number[], shape: readonly number[] = [numbers.length]): Tensor =>
      tensor(Float32Array.from(numbers), { shape: [...shape] }).to(backend);
    const count = (size: number): Tensor => there(Array.from({ length: size }, (_, i) => i)) as Tensor;

    it("1. an operand that is wider than the result is read by its own width", async () => {
      const wide = count(12).reshape([2, 6]);
      expect(await wide.slice(1, 3, 5).read()).toEqual(Float32Array.of(3, 4, 9, 10));
      expect(
        await wide
          .slice(1, 3, 5)
          .add(there([1, 2]))
          .read(),
      ).toEqual(Float32Array.of(4, 6, 10, 12));
    });

    it("2. the same op on another size gives that size", async () => {
      for (const size of [5, 2, 9, 1, 7]) {
        const numbers = await count(size).mul(2).read();
        expect(numbers).toEqual(Float32Array.from({ length: size }, (_, i) => 2 * i));
      }
    });

    it("3. sums and products of more than 1,000 terms are whole", async () => {
      const ones = tensor(new Float32Array(5000).fill(1)).to(backend) as Tensor;
      expect(await ones.sum().read()).toEqual(Float32Array.of(5000));
      const product = ones.reshape([1, 5000]).matmul(ones.reshape([5000, 1]) as never);
      expect(await product.read()).toEqual(Float32Array.of(5000));
      expect((await ones.cumsum(0).read())[4999]).toBe(5000);
    });

    it("4. powers of negative numbers have their sign", async () => {
      const x = there([-2, -2, -3, -1.5, -2, 2]);
      const found = await x.pow(there([3, 2, -1, -3, 0.5, -2])).read();
      const wanted = [-8, 4, -1 / 3, -8 / 27, Number.NaN, 0.25];
      for (const [i, y] of wanted.entries()) {
        if (Number.isNaN(y)) expect(found[i]).toBeNaN();
        else expect(Math.abs((found[i] as number) - y)).toBeLessThanOrEqual(5e-7 * Math.abs(y));
      }
    });

    it("5. tanh, expm1 and log1p have their digits near 0, and tanh its end far out", async () => {
      const small = [1e-30, -1e-12, 3e-8, 1e-5, -1e-3];
      const names = ["tanh", "expm1", "log1p"] as const;
      for (const name of names) {
        const wanted = tensor(Float64Array.from(small.map(Math.fround)))[name]().data;
        const found = await there(small)[name]().read();
        for (const [i, y] of wanted.entries()) {
          expect(Math.abs((found[i] as number) - y)).toBeLessThanOrEqual(7e-7 * Math.abs(y));
        }
      }
      expect(await there([50, -1000, 3e38, -3e38]).tanh().read()).toEqual(Float32Array.of(1, -1, 1, -1));
    });

    it("6. NaN and infinities stay what they are", async () => {
      const [nan, inf] = [Number.NaN, Number.POSITIVE_INFINITY];
      const x = there([nan, inf, -inf, 0]);
      expect(await x.relu().read()).toEqual(Float32Array.of(nan, inf, 0, 0));
      expect(await x.mul(0).read()).toEqual(Float32Array.of(nan, nan, nan, 0));
      expect(await x.ne(x).read()).toEqual(Float32Array.of(1, 0, 0, 0));
      expect(await x.max(there([1, 1, 1, nan])).read()).toEqual(Float32Array.of(nan, inf, 1, nan));
      expect(await x.where(there([0, 0, 0, 0]), Number.NEGATIVE_INFINITY).read()).toEqual(
        new Float32Array(4).fill(-inf),
      );
      expect(await x.amax().read()).toEqual(Float32Array.of(nan));
    });

    it("7. a smaller array shows nothing of a larger one before it", async () => {
      await there([1, 2, 3, 4]).mul(1).read();
      const small = there([9, 8]).mul(1);
      expect(await small.read()).toEqual(Float32Array.of(9, 8));
      expect(await small.sum().read()).toEqual(Float32Array.of(17));
    });

    it("8. a result is not changed by the next call of its op", async () => {
      const first = there([1, 2]).mul(3);
      const second = there([10, 20]).mul(3);
      expect(await first.read()).toEqual(Float32Array.of(3, 6));
      expect(await second.read()).toEqual(Float32Array.of(30, 60));
    });

    it("9. an index that there is not reads NaN on every device, and adds to nothing", async () => {
      const x = there([1, 2, 3]);
      const index = there([0, 3, -1, 2]);
      expect(await x.gather(0, index).read()).toEqual(Float32Array.of(1, Number.NaN, Number.NaN, 3));
      const leaf = new Tensor(x.numbers, true);
      leaf.gather(0, index).sum().backward();
      expect(await leaf.grad?.read()).toEqual(Float32Array.of(1, 0, 1));
    });
  });
}
