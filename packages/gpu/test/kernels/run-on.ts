import type { Source, Step } from "../../src/kernels/recipe.js";
import type { Buffer, Runner } from "../../src/runner/runner.js";

/** Runs the kernels of a recipe on a device. */
export async function runOn(
  runner: Runner,
  steps: readonly Step[],
  inputs: readonly Float32Array[],
): Promise<Float32Array> {
  const results: Buffer[] = [];
  const uploaded = inputs.map((input) => (input.length === 0 ? undefined : runner.upload(input)));
  const find = (source: Source): Buffer => {
    if ("array" in source) return runner.upload(source.array);
    return ("step" in source ? results[source.step] : uploaded[source.input]) as Buffer;
  };
  for (const { kernel, reads, ints, floats } of steps)
    results.push(runner.run(kernel, reads.map(find), ints, floats));
  return runner.read(results.at(-1) as Buffer);
}
