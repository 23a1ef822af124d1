import { defineConfig, mergeConfig } from "vitest/config";
import { unitTests } from "../../tools/vitest.ts";
import { browserTests } from "../../tools/vitest-browser.ts";
import { vulkanDriver } from "../../tools/vulkan.mjs";

export default defineConfig({
  test: {
    projects: [
      mergeConfig(browserTests("gpu", "test-long/browser"), {
        // What the tests of other packages need, found before the browser starts: finding it later would load the page again.
        optimizeDeps: { include: ["@outgrad/engine > fast-check"] },
        test: { provide: { isLong: process.env.OUTGRAD_GPU_TESTS === "long" } },
      }),
      unitTests("gpu:long", { env: vulkanDriver().env, folder: "test-long/node" }),
    ],
  },
});
