import { defineProject } from "vitest/config";
import { vulkanDriver } from "../tools/vulkan.mjs";

// No "@outgrad/source" condition here: these tests use what users get, the built packages.
export default defineProject({
  test: {
    name: "repository",
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    isolate: false,
    hookTimeout: 120_000,
    // Some examples insist on a GPU.
    env: vulkanDriver().env,
  },
});
