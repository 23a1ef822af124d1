import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./browser.mjs";
import { setupFiles } from "./vitest.ts";

/** The tests of one package that run in a real Chromium: test-browser/*.test.ts, or those of another folder. */
export const browserTests = (name: string, folder = "test-browser") =>
  defineConfig({
    resolve: { conditions: ["@outgrad/source", ...defaultClientConditions] },
    test: {
      name: `${name}:${folder.slice("test-".length)}`,
      include: [`${folder}/**/*.test.ts`],
      testTimeout: 180_000,
      setupFiles,
      // A browser on a busy machine may lose its connection once; what fails twice is broken.
      retry: process.env.CI ? 1 : 0,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions({ gpu: true }) }),
        instances: [{ browser: "chromium" }],
      },
    },
  });
