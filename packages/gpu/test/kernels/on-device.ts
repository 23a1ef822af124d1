import { describe, test } from "vitest";
import type { Runner } from "../../src/runner/runner.js";
import { kernelCases } from "./cases/elementwise.js";
import { allCases, expectClose, onCpu, stepsOf, titleOf } from "./oracle.js";
import { runOn } from "./run-on.js";

/** A device computes in float32 what the CPU adds up in double. */
const tolerance = 1e-5;

/** Asks a device for all cases. */
export function onDevice(name: string, runner: Runner): void {
  describe.each(allCases)(`recipes.%s on ${name}`, (_name, cases) => {
    test("gives what the CPU does", async () => {
      for (const each of cases) {
        const wanted = onCpu(each);
        const found = await runOn(runner, stepsOf(each, wanted.shape), each.inputs);
        expectClose(found, wanted.numbers, Math.max(tolerance, each.tolerance ?? 0), titleOf(each));
      }
    });
  });
  test(`elementwise kernels and copies on ${name} give what formulas do`, async () => {
    for (const { title, kernel, arrays, ints, floats, wanted } of kernelCases) {
      const inputs = arrays.map((array) => runner.upload(array));
      expectClose(await runner.read(runner.run(kernel, inputs, ints, floats)), wanted, tolerance, title);
    }
  });
}
