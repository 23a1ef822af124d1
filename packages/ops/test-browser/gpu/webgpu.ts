import type { Run } from "./run.ts";

// Numbers of the WebGPU specification: TypeScript does not know the global objects that hold them.
const usage = { mapRead: 0x1, copyFrom: 0x4, copyTo: 0x8, storage: 0x80 };
const forReading = 0x1;

let device: Promise<GPUDevice> | undefined;

async function open(): Promise<GPUDevice> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) throw new Error("This browser has no WebGPU adapter; see the flags in tools/browser.mjs.");
  return adapter.requestDevice();
}

/** Runs expressions of WGSL over columns, one invocation for each point. */
export const onWebGpu: Run = async (functions, expressions, names, columns) => {
  device ??= open();
  const gpu = await device;
  const count = columns[0]?.length ?? 0;
  const code = `${functions}
@group(0) @binding(0) var<storage, read> given: array<f32>;
@group(0) @binding(1) var<storage, read_write> found: array<f32>;
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= ${count}u) { return; }
${names.map((name, k) => `  let ${name} = given[i + ${k * count}u];`).join("\n")}
${expressions.map((text, k) => `  found[i + ${k * count}u] = ${text};`).join("\n")}
}`;
  gpu.pushErrorScope("validation");
  const module = gpu.createShaderModule({ code });
  const pipeline = gpu.createComputePipeline({ layout: "auto", compute: { module } });
  const error = await gpu.popErrorScope();
  if (error) throw new Error(error.message);

  const given = gpu.createBuffer({
    size: 4 * count * columns.length,
    usage: usage.storage | usage.copyTo,
  });
  columns.forEach((column, k) => {
    gpu.queue.writeBuffer(given, 4 * count * k, column as Float32Array<ArrayBuffer>);
  });
  const size = 4 * count * expressions.length;
  const found = gpu.createBuffer({ size, usage: usage.storage | usage.copyFrom });
  const read = gpu.createBuffer({ size, usage: usage.mapRead | usage.copyTo });
  const group = gpu.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [given, found].map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const encoder = gpu.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(Math.ceil(count / 64));
  pass.end();
  encoder.copyBufferToBuffer(found, 0, read, 0, size);
  gpu.queue.submit([encoder.finish()]);
  await read.mapAsync(forReading);
  const numbers = new Float32Array(read.getMappedRange().slice(0));
  for (const buffer of [given, found, read]) buffer.destroy();
  return expressions.map((_, k) => numbers.subarray(k * count, (k + 1) * count));
};
