// The tiled product of packages/gpu on its own runner.
const dist = new URL("../../packages/gpu/dist/", import.meta.url).href;
const { createWebGpuRunner } = await import(`${dist}webgpu/create.js`);
const { matmulPlan } = await import(`${dist}wgsl/index.js`);

export async function make(n, a, b) {
  const runner = await createWebGpuRunner();
  const matrix = { rows: n, columns: 1 };
  const { inputs, steps } = matmulPlan({ m: n, n, k: n, a: matrix, b: matrix });
  const operands = [runner.upload(a), runner.upload(b)];
  const one = runner.upload(Float32Array.of(1));
  const done = () => runner.read(one);
  const product = () => {
    const buffers = [...operands];
    for (const { program, reads } of steps)
      buffers.push(
        runner.run(
          program,
          reads.map((i) => buffers[i]),
        ),
      );
    for (const scratch of buffers.slice(inputs, -1)) runner.free(scratch);
    return buffers.at(-1);
  };
  let result = product();
  await done();
  return {
    async multiply(times) {
      for (let i = 0; i < times; i++) {
        runner.free(result);
        result = product();
      }
      await done();
    },
    async upload() {
      runner.free(runner.upload(a));
      await done();
    },
    read: () => runner.read(result),
  };
}
