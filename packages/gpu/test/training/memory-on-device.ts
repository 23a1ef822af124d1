import { cpu, type Tensor, tensor, useBackend } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { Linear, SGD } from "@outgrad/nn";
import { afterEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { step } from "./tiny.js";

/** What eager training without scopes may hold, in bytes. In 1,500 steps it makes 280 MB. */
const bound = 160 * 2 ** 20;

/** How many buffers training holds: `steps` in scopes, and 1,500 without. */
export function memoryOn(gpu: GpuBackend, steps: number): void {
  afterEach(() => {
    useBackend(cpu);
  });

  describe(`training on ${gpu.name}`, () => {
    it(`holds as many buffers after ${steps} steps in scope() as after 100`, async () => {
      useBackend(gpu);
      const next = lineTraining();
      const held: (readonly number[])[] = [];
      for (let i = 1; i <= steps; i++) {
        const reading = next();
        if (i % 100 !== 0) continue;
        await reading;
        const { buffers, bytes, kernels } = gpu.memory;
        held.push([buffers, bytes, kernels]);
      }
      expect(held).toHaveLength(steps / 100);
      for (const each of held) expect(each).toEqual(held[0]);
    }, 300_000);

    it("stays bounded without scopes, since the garbage collector frees buffers", async () => {
      useBackend(gpu);
      const x = tensor(new Float32Array(1 << 14).fill(0.5));
      const p = tensor(new Float32Array(1 << 14), { requiresGrad: true });
      const before = gpu.memory.bytes;
      let most = 0;
      for (let i = 1; i <= 1500; i++) {
        const loss = p.sub(x).square().mean();
        p.grad = null;
        loss.backward();
        if (i % 10 === 0) await loss.read();
        most = Math.max(most, gpu.memory.bytes - before);
      }
      console.log(
        `${gpu.name} held ${(most / 2 ** 20).toFixed(0)} MB at most in 1,500 steps without scopes.`,
      );
      expect(most).toBeLessThan(bound);
    }, 300_000);
  });
}

/** A step of a training that fits a line, which gives the promise of its loss. */
function lineTraining(): () => Promise<ArrayLike<number>> {
  const dtype = "float32";
  const net = new Linear(2, 1, { random: random("line"), dtype });
  const optimizer = new SGD(net.parameters(), { lr: 1e-3, momentum: 0.9 });
  const [x, y] = [
    tensor([
      [1, 2],
      [3, -1],
      [0, 1],
    ]),
    tensor([[1], [0], [2]]),
  ] as [Tensor, Tensor];
  return () => step(net, optimizer, x, y);
}
