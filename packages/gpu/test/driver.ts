import { create, globals } from "webgpu";
import { vulkanDriver } from "../../../tools/vulkan.mjs";

let gpu: GPU | undefined;

/**
 * WebGPU in Node, also as navigator.gpu, which gpu.js looks for. Undefined, and said, on a machine that has no driver for
 * it; throws when it has one that does not work.
 */
export async function nodeGpu(): Promise<GPU | undefined> {
  if (gpu) return gpu;
  const { driver } = vulkanDriver();
  if (driver === undefined) {
    console.warn(
      "These tests did not run: this machine has no Vulkan driver. Install Chromium, which has one.",
    );
    return undefined;
  }
  const found = create([]);
  if ((await found.requestAdapter()) === null)
    throw new Error(
      `WebGPU finds no adapter although there is a driver: ${driver}. It needs libvulkan.so.1 (Debian: libvulkan1).`,
    );
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, "navigator", { value: { gpu: found }, configurable: true });
  gpu = found;
  return gpu;
}
