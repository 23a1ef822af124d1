import type { Buffer, Runner } from "../../src/runner/runner.js";
import type { WgslPlan } from "../../src/wgsl/index.js";

/** Runs a plan on a device. */
export async function runPlan(
  runner: Runner,
  { inputs, steps }: WgslPlan,
  operands: readonly Float32Array[],
): Promise<Float32Array> {
  if (operands.length !== inputs) throw new Error(`The plan reads ${inputs} arrays, not ${operands.length}.`);
  const buffers = operands.map((operand) => runner.upload(operand));
  for (const { program, reads } of steps) {
    buffers.push(
      runner.run(
        program,
        reads.map((i) => buffers[i] as Buffer),
      ),
    );
  }
  const numbers = await runner.read(buffers.at(-1) as Buffer);
  for (const buffer of buffers) runner.free(buffer);
  return numbers;
}
