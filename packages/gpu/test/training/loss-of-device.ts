import { cpu, useBackend } from "@outgrad/engine";
import { loadCheckpoint, readNumbers, saveCheckpoint } from "@outgrad/nn";
import { afterEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";
import { run, type Training, tinyTraining } from "./tiny.js";

/** A device that can be taken away. */
export interface Losable {
  readonly backend: GpuBackend;
  lose(): void;
}

const before = 200;
const after = 300;

async function weightsOf({ net }: Training): Promise<number[]> {
  await readNumbers(net);
  return Object.values(net.stateDict()).flatMap(({ data }) => [...(data as Float32Array)]);
}

const goOn = async (file: Uint8Array): Promise<number[]> => {
  const training = tinyTraining();
  const { net, optimizer, stream } = training;
  const { steps } = loadCheckpoint(file, { net, optimizer, stream }) as { steps: number };
  await run(training, before + after - steps);
  return weightsOf(training);
};

/** A device that is lost in the middle of training. */
export function lossOf(kind: string, make: () => Promise<Losable>): void {
  afterEach(() => {
    useBackend(cpu);
  });

  describe(`a device of ${kind} that is lost while it trains`, () => {
    it("says so, and training goes on from the last checkpoint, on a new one as if nothing had been, and on the CPU", async () => {
      const first = await make();
      useBackend(first.backend);
      const undisturbed = tinyTraining();
      await run(undisturbed, before + after);
      const wanted = await weightsOf(undisturbed);

      const training = tinyTraining();
      const { net, optimizer, stream } = training;
      await run(training, before);
      await readNumbers(net, optimizer);
      const file = saveCheckpoint({ net, optimizer, stream, steps: before });
      await run(training, 50);
      first.lose();
      const sentence =
        /^The GPU device is lost: .+\. Create a new backend and go on from the last checkpoint\.$/;
      expect(await first.backend.lost).toMatch(sentence);
      await expect((async () => run(training, 50))()).rejects.toThrow(sentence);

      const second = await make();
      useBackend(second.backend);
      expect(await goOn(file)).toEqual(wanted);
      second.backend.destroy();

      useBackend(cpu);
      const onCpu = await goOn(file);
      expect(onCpu).toHaveLength(wanted.length);
      onCpu.forEach((weight, i) => {
        expect(Math.abs(weight - (wanted[i] as number))).toBeLessThan(1e-5);
      });
      first.backend.destroy();
    }, 300_000);
  });
}
