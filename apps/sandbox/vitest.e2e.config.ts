import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "e2e",
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 300_000,
    // A browser on a busy machine may lose its connection once; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
