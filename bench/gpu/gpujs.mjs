// gpu.js's product as its documentation writes it: one thread for each number of the result.
import gpuJs from "gpu.js";

const { GPU, input, WebGPUContext } = gpuJs;

export async function make(n, a, b) {
  const gpu = new GPU({ mode: "webgpu" });
  const { device } = await WebGPUContext.acquire();
  const done = () => device.queue.onSubmittedWorkDone();
  const upload = gpu.createKernel("function (x) { return x[this.thread.y][this.thread.x]; }", {
    output: [n, n],
    pipeline: true,
    immutable: true,
  });
  const [left, right] = [await upload(input(a, [n, n])), await upload(input(b, [n, n]))];
  const product = gpu.createKernel(
    `function (a, b) {
      let sum = 0;
      for (let i = 0; i < this.constants.n; i++) sum += a[this.thread.y][i] * b[i][this.thread.x];
      return sum;
    }`,
    { constants: { n }, output: [n, n], pipeline: true },
  );
  let result = await product(left, right);
  await done();
  return {
    async multiply(times) {
      for (let i = 0; i < times; i++) result = await product(left, right);
      await done();
    },
    async upload() {
      (await upload(input(a, [n, n]))).delete();
      await done();
    },
    // Rows of a nested array: what it hands back.
    read: async () => await result.toArray(),
  };
}
