import { describeAdapter } from "./describe-adapter.js";

/** A device of WebGPU, and what it is in words. */
export interface WebGpuDevice {
  readonly device: GPUDevice;
  readonly description: string;
}

const raised = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
] as const satisfies readonly (keyof GPUSupportedLimits)[];

/** In Node a device does not keep alive what it came from, and fails with it. */
const kept = new Set<GPU>();

/**
 * A device of the fastest adapter there is, with buffers as large as it can have. Throws where there is no WebGPU or no
 * adapter: WebGPU without one is common, in a virtual machine or where the browser does not trust the driver.
 */
export async function requestDevice(gpu: GPU | undefined): Promise<WebGpuDevice> {
  if (gpu === undefined)
    throw new Error(
      "There is no WebGPU here: navigator.gpu is missing. Use a browser that has it, on https or on localhost; in Node " +
        "install the package webgpu and hand in gpu: create([]).",
    );
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null)
    throw new Error("WebGPU is here but has no adapter: no graphics driver on this machine serves it.");
  kept.add(gpu);
  const requiredLimits = Object.fromEntries(raised.map((name) => [name, adapter.limits[name]]));
  const device = await adapter.requestDevice({ requiredLimits });
  return { device, description: describeAdapter(adapter.info) };
}
