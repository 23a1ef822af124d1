// jax-js's product, jitted, on its WebGPU backend.
const jax = await import("@jax-js/jax");
const devices = await jax.init("webgpu");
if (!devices.includes("webgpu")) throw new Error("jax-js finds no WebGPU");
jax.defaultDevice("webgpu");
const { numpy: np } = jax;

export async function make(n, a, b) {
  const upload = async (data) => {
    const array = np.array(data, { dtype: np.float32 }).reshape([n, n]);
    await array.blockUntilReady();
    return array;
  };
  const [left, right] = [await upload(a), await upload(b)];
  const product = jax.jit((x, y) => np.matmul(x, y));
  // Every use of an array consumes it: `.ref` keeps it for another one.
  let result = product(left.ref, right.ref);
  await result.blockUntilReady();
  return {
    async multiply(times) {
      for (let i = 0; i < times; i++) {
        result.dispose();
        result = product(left.ref, right.ref);
        // It would not compute what nobody waits for.
        await result.blockUntilReady();
      }
      await jax.getWebGPUDevice().queue.onSubmittedWorkDone();
    },
    async upload() {
      (await upload(a)).dispose();
      await jax.getWebGPUDevice().queue.onSubmittedWorkDone();
    },
    read: () => result.ref.data(),
  };
}
