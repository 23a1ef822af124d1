import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "repository:e2e",
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 120_000,
    // A browser on a busy machine may lose its connection once; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
