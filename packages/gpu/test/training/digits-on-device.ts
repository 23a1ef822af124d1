import { cpu, useBackend } from "@outgrad/engine";
import { afterEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { convNet, mlp, train1500 } from "./digits.js";

/** Trains the networks of the demo on a device, and on the CPU in float32. */
export function digitsOn(gpu: GpuBackend, steps: Readonly<Record<"mlp" | "conv", number>>): void {
  afterEach(() => {
    useBackend(cpu);
  });

  describe.each([
    ["the MLP", mlp, steps.mlp],
    ["the conv net", convNet, steps.conv],
  ] as const)(`%s for digits on ${gpu.name}`, (name, net, count) => {
    it(`in ${count} steps has the CPU's losses within 1e-3 for the first 50, and its accuracy within 1 in 50`, async () => {
      const here = await train1500(net, count);
      useBackend(gpu);
      const there = await train1500(net, count);
      const off = there.losses.map((loss, i) => Math.abs(loss - (here.losses[i] as number)));
      const farthest = Math.max(...off.slice(0, 50));
      console.log(
        `${name} on ${gpu.name}: losses within ${farthest.toExponential(1)} for 50 steps, the last is ` +
          `${there.losses.at(-1)?.toFixed(4)} (CPU ${here.losses.at(-1)?.toFixed(4)}), accuracy after ${count} steps ` +
          `${(100 * there.accuracy).toFixed(1)} % (CPU ${(100 * here.accuracy).toFixed(1)} %).`,
      );
      expect(there.losses).toHaveLength(count);
      expect(farthest).toBeLessThan(1e-3);
      expect(here.accuracy).toBeGreaterThan(0.8);
      expect(Math.abs(there.accuracy - here.accuracy)).toBeLessThan(0.02);
    }, 600_000);
  });
}
