// Where Node finds a Vulkan driver.
import { existsSync } from "node:fs";

/** Chromium brings a driver that is a program, and the loader that it needs. */
const chromium = "/usr/lib/chromium";

/**
 * The environments to try, best first: as it is, which finds a real GPU, or what VK_DRIVER_FILES names; then Chromium's
 * SwiftShader.
 */
export function driverEnvironments() {
  const icd = `${chromium}/vk_swiftshader_icd.json`;
  if (process.env.VK_DRIVER_FILES || !existsSync(icd)) return [process.env];
  const LD_LIBRARY_PATH = [chromium, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return [process.env, { ...process.env, VK_DRIVER_FILES: icd, LD_LIBRARY_PATH }];
}
