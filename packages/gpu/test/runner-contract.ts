import { describe, expect, it } from "vitest";
import type { Runner } from "../src/runner/runner.ts";
import { add, double, second, sum, transpose, view } from "./kernels-for-runners.ts";
import { randomRuns } from "./random-runs.ts";

const range = (size: number, of: (i: number) => number = (i) => i): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => of(i));

/** What every runner does, whatever the device. `repeats` is how long the loop is that must not grow. */
export function runnerContract(name: string, create: () => Promise<Runner>, repeats: number): void {
  describe(name, () => {
    it("upload(numbers) and read(buffer) give the same numbers back, of any size", async () => {
      const runner = await create();
      for (const size of [1, 2, 3, 63, 64, 65, 1000, 4097]) {
        const numbers = range(size, (i) => (i % 2 === 0 ? i / 3 : -i * 1e10));
        const buffer = runner.upload(numbers);
        expect(buffer.size).toBe(size);
        expect(await runner.read(buffer)).toEqual(numbers);
      }
      runner.destroy();
    });

    it("upload(numbers) has copied them when it returns", async () => {
      const runner = await create();
      const numbers = range(5);
      const buffer = runner.upload(numbers);
      numbers.fill(7);
      expect(await runner.read(buffer)).toEqual(range(5));
      runner.destroy();
    });

    it("run(kernel, inputs) computes one number for each thread, above 65,535 workgroups too", async () => {
      const runner = await create();
      for (const size of [1, 64, 65, 70_000, 65_535 * 64 + 3]) {
        const result = runner.run(double(size), [runner.upload(range(size))]);
        const numbers = await runner.read(result);
        expect(numbers.length).toBe(size);
        expect(numbers.every((x, i) => x === 2 * i)).toBe(true);
      }
      runner.destroy();
    });

    it("run(kernel, inputs, ints, floats) gives each call its own numbers", async () => {
      const runner = await create();
      const a = runner.upload(range(100));
      const calls = Array.from({ length: 150 }, (_, i) =>
        runner.run(view(8), [a], [i % 50, (i % 7) + 1], [i, 0.5]),
      );
      for (const [i, result] of calls.entries()) {
        const step = (i % 7) + 1;
        expect(await runner.read(result)).toEqual(range(8, (k) => ((i % 50) + k * step) * i + 0.5));
      }
      runner.destroy();
    });

    it("run(kernel, inputs) divides whole numbers exactly", async () => {
      const runner = await create();
      for (const [rows, columns] of [
        [3, 5],
        [7, 11],
        [1021, 509],
      ] as const) {
        const result = runner.run(transpose(rows, columns), [runner.upload(range(rows * columns))]);
        const numbers = await runner.read(result);
        const wrong = numbers.findIndex((x, i) => x !== (i % rows) * columns + Math.floor(i / rows));
        expect(wrong).toBe(-1);
      }
      runner.destroy();
    });

    it("run(kernel, inputs) takes results as inputs, the same one twice, and inputs that it never reads", async () => {
      const runner = await create();
      const a = runner.upload(range(10));
      const b = runner.run(add(10), [a, a]);
      const c = runner.run(second(10), [a, runner.run(add(10), [b, a])]);
      expect(await runner.read(c)).toEqual(range(10, (i) => 3 * i));
      runner.destroy();
    });

    it("run(kernel, inputs) loops more than 1,000 times", async () => {
      const runner = await create();
      const result = runner.run(sum(2, 3000), [runner.upload(range(3000, (i) => (i % 3) - 0.5))]);
      expect(await runner.read(result)).toEqual(Float32Array.of(1500, 1500));
      runner.destroy();
    });

    it("results of one kernel stay apart: a later run does not change an earlier result", async () => {
      const runner = await create();
      const [a, b] = [runner.upload(range(4)), runner.upload(range(4, () => 5))];
      const first = runner.run(double(4), [a]);
      const later = runner.run(double(4), [b]);
      const third = runner.run(double(4), [later]);
      expect(await runner.read(first)).toEqual(Float32Array.of(0, 2, 4, 6));
      expect(await runner.read(later)).toEqual(Float32Array.of(10, 10, 10, 10));
      expect(await runner.read(third)).toEqual(Float32Array.of(20, 20, 20, 20));
      runner.destroy();
    });

    it("a kernel runs on its own results, again and again", async () => {
      const runner = await create();
      let x = runner.upload(Float32Array.of(1, 1024, -512));
      let expected = Float32Array.of(1, 1024, -512);
      for (let i = 0; i < 50; i++) {
        const next = runner.run(view(3), [x], [0, 1], [0.5, 1]);
        if (i % 3 !== 0) runner.free(x);
        x = next;
        expected = expected.map((number) => number * 0.5 + 1);
      }
      expect(await runner.read(x)).toEqual(expected);
      runner.destroy();
    });

    it("a smaller array never shows what a larger one left behind", async () => {
      const runner = await create();
      const large = runner.upload(range(64, () => 9));
      const doubled = runner.run(double(64), [large]);
      runner.free(large);
      runner.free(doubled);
      const small = runner.upload(Float32Array.of(1, 2));
      expect(await runner.read(small)).toEqual(Float32Array.of(1, 2));
      expect(await runner.read(runner.run(double(2), [small]))).toEqual(Float32Array.of(2, 4));
      runner.destroy();
    });

    it("read(buffer) gives the numbers as of its call, whatever is freed and run before it resolves", async () => {
      const runner = await create();
      const a = runner.upload(range(64, () => 1));
      const b = runner.run(double(64), [a]);
      const reading = runner.read(b);
      runner.free(b);
      const others = [3, 4, 5].map((x) => {
        const uploaded = runner.upload(range(64, () => x));
        return runner.run(double(64), [uploaded]);
      });
      expect((await reading)[63]).toBe(2);
      const both = await Promise.all(others.map((other) => runner.read(other)));
      expect(both.map((numbers) => numbers[0])).toEqual([6, 8, 10]);
      runner.destroy();
    });

    it("free(buffer) before the work is done: its memory may serve again at once", async () => {
      const runner = await create();
      const kept = [];
      for (let i = 0; i < 20; i++) {
        const a = runner.upload(range(64, () => i));
        const b = runner.run(double(64), [a]);
        runner.free(a);
        const c = runner.run(double(64), [b]);
        runner.free(b);
        kept.push(c);
      }
      for (const [i, buffer] of kept.entries()) expect((await runner.read(buffer))[7]).toBe(4 * i);
      runner.destroy();
    });

    randomRuns(create, repeats / 5);

    it(`${repeats} steps of a loop that frees what it makes hold a constant number of buffers and kernels`, async () => {
      const runner = await create();
      let x = runner.upload(range(100));
      const step = () => {
        const doubled = runner.run(double(100), [x]);
        const next = runner.run(view(100), [doubled], [0, 1], [0.5, 0]);
        runner.free(doubled);
        runner.free(x);
        x = next;
      };
      for (let i = 0; i < 10; i++) step();
      const before = { ...runner.memory };
      expect(before.buffers).toBe(1);
      for (let i = 0; i < repeats; i++) {
        step();
        if (i % 1000 === 999) await runner.read(x);
      }
      expect({ ...runner.memory }).toEqual(before);
      expect(await runner.read(x)).toEqual(range(100));
      runner.free(x);
      expect(runner.memory.buffers).toBe(0);
      expect(runner.memory.bytes).toBe(0);
      runner.destroy();
    });

    it("run(kernel, inputs, ints, floats) throws when it is not given what the kernel takes", async () => {
      const runner = await create();
      const a = runner.upload(range(4));
      expect(() => runner.run(add(4), [a])).toThrow('The kernel "add 4" takes 2 arrays and was given 1.');
      expect(() => runner.run(view(4), [a], [1], [1, 2])).toThrow(
        'The kernel "view 4" takes 2 whole numbers and was given 1.',
      );
      expect(() => runner.run(view(4), [a], [1, 2])).toThrow(
        'The kernel "view 4" takes 2 other numbers and was given 0.',
      );
      expect(runner.memory.buffers).toBe(1);
      runner.destroy();
    });

    it("a buffer that was given back, or is another runner's, is refused", async () => {
      const [runner, other] = [await create(), await create()];
      const a = runner.upload(range(4));
      const b = other.upload(range(4));
      expect(() => runner.run(double(4), [b])).toThrow("A buffer of another runner cannot be used here.");
      runner.free(a);
      runner.free(a);
      expect(() => runner.run(double(4), [a])).toThrow(
        "This buffer was given back: it holds nothing any more.",
      );
      await expect(runner.read(a)).rejects.toThrow("This buffer was given back");
      expect(runner.memory.buffers).toBe(0);
      runner.destroy();
      other.destroy();
    });

    it("destroy() ends it: what is asked later is refused with a sentence", async () => {
      const runner = await create();
      const a = runner.upload(range(4));
      runner.destroy();
      expect(() => runner.upload(range(4))).toThrow("This runner was destroyed: create a new backend.");
      expect(() => runner.run(double(4), [a])).toThrow("This runner was destroyed");
      await expect(runner.read(a)).rejects.toThrow("This runner was destroyed");
      runner.free(a);
      runner.destroy();
    });

    it("an empty array is an array like others", async () => {
      const runner = await create();
      const empty = runner.upload(new Float32Array(0));
      const result = runner.run(double(0), [empty]);
      expect(await runner.read(result)).toEqual(new Float32Array(0));
      runner.destroy();
    });
  });
}
