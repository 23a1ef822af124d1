import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { vulkanDriver } from "../../tools/vulkan.mjs";

afterEach(() => vi.unstubAllEnvs());

it.runIf(process.platform === "linux")("vulkanDriver() takes the driver that is asked for", () => {
  vi.stubEnv("VK_DRIVER_FILES", "/drivers/mine.json");
  const { driver, env } = vulkanDriver();
  expect(driver).toBe("/drivers/mine.json");
  expect(env).not.toHaveProperty("VK_DRIVER_FILES");
});

it.runIf(process.platform === "linux")(
  "vulkanDriver() names files that are there, libraries after others",
  () => {
    vi.stubEnv("VK_DRIVER_FILES", undefined);
    vi.stubEnv("VK_ICD_FILENAMES", undefined);
    vi.stubEnv("LD_LIBRARY_PATH", "/mine");
    const { driver, env } = vulkanDriver();
    expect(driver === undefined || existsSync(driver)).toBe(true);
    expect(env.VK_DRIVER_FILES === undefined || env.VK_DRIVER_FILES === driver).toBe(true);
    const [mine, theirs] = (env.LD_LIBRARY_PATH ?? "/mine").split(":");
    expect(mine).toBe("/mine");
    expect(theirs === undefined || existsSync(join(theirs, "libvulkan.so.1"))).toBe(true);
  },
);
