import { random } from "@outgrad/engine/random";
import { expect, it } from "vitest";
import type { Buffer, Runner } from "../src/runner/runner.ts";
import { add, double, view } from "./kernels-for-runners.ts";

const sizes = [1, 60, 64, 70, 200];

/** Uploads, runs, reads and frees in any order, with the same done to arrays of JavaScript. */
export function randomRuns(create: () => Promise<Runner>, steps: number): void {
  it(`${steps} random uploads, runs, reads and frees give what arrays of JavaScript give`, async () => {
    const runner = await create();
    const stream = random(7);
    const integer = (n: number) => stream.integer(n);
    const live: { buffer: Buffer; numbers: Float32Array }[] = [];
    const reads: Promise<void>[] = [];
    const keep = (buffer: Buffer, numbers: Float32Array) => live.push({ buffer, numbers });
    const pick = () => live[integer(live.length)] as (typeof live)[number];
    const check = async ({ buffer, numbers }: (typeof live)[number]) =>
      expect(await runner.read(buffer)).toEqual(numbers);
    const actions = [
      () => {
        const size = sizes[integer(sizes.length)] as number;
        const numbers = Float32Array.from({ length: size }, () => integer(1000));
        keep(runner.upload(numbers), numbers);
      },
      () => {
        const { buffer, numbers } = pick();
        keep(
          runner.run(double(numbers.length), [buffer]),
          numbers.map((x) => 2 * x),
        );
      },
      () => {
        const a = pick();
        const b = pick();
        const size = Math.min(a.numbers.length, b.numbers.length);
        const numbers = a.numbers.slice(0, size).map((x, i) => x + (b.numbers[i] as number));
        keep(runner.run(add(size), [a.buffer, b.buffer]), numbers);
      },
      () => {
        const { buffer, numbers } = pick();
        const start = integer(2) * Math.floor(numbers.length / 2);
        const size = numbers.length - start;
        const viewed = numbers.slice(start).map((x) => x * 0.5 + start);
        keep(runner.run(view(size), [buffer], [start, 1], [0.5, start]), viewed);
      },
      () => void reads.push(check(pick())),
      () => {
        const [freed] = live.splice(integer(live.length), 1);
        if (freed) runner.free(freed.buffer);
      },
    ];
    for (let step = 0; step < steps; step++) {
      const most = live.length > 20 ? 5 : integer(6);
      (live.length === 0 ? actions[0] : actions[most])?.();
      if (step % 97 === 0) await Promise.all(reads.splice(0));
    }
    await Promise.all([...reads, ...live.map(check)]);
    for (const { buffer } of live) runner.free(buffer);
    expect(runner.memory.buffers).toBe(0);
    runner.destroy();
  });
}
