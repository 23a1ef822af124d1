import { create, globals } from "webgpu";
import { vulkanDriver } from "../../tools/vulkan.mjs";

/**
 * Gives this process WebGPU as a page has it, until the function that comes back is called; undefined, and said, where
 * there is no driver.
 */
export function lendGpu(borrower: string): (() => void) | undefined {
  if (vulkanDriver().driver === undefined) {
    console.warn(
      `${borrower} did not run: this machine has no Vulkan driver. Install Chromium, which has one.`,
    );
    return undefined;
  }
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, "navigator", { value: { gpu: create([]) }, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, "navigator", before);
    else delete (globalThis as { navigator?: unknown }).navigator;
  };
}
