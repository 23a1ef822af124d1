import { defineConfig } from "vitest/config";

/** The tests of one workspace that drive what was built in a browser, two files at a time. */
export const e2eTests = (name: string, folder = "e2e") =>
  defineConfig({
    test: {
      name,
      include: [`${folder}/**/*.e2e.ts`],
      testTimeout: 300_000,
      hookTimeout: 60_000,
      // A browser on a busy machine may lose its connection once; what fails twice is broken.
      retry: process.env.CI ? 1 : 0,
      // They wait for browsers more than they compute.
      maxWorkers: 2,
    },
  });
