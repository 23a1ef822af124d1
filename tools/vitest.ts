import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineProject } from "vitest/config";

// Tests read the packages' sources, so an edit is tested without a build.
const conditions = ["@outgrad/source", ...defaultServerConditions];

/** What runs before every test file: in CI properties are tried on the same examples each time. */
export const setupFiles = process.env.CI ? [fileURLToPath(new URL("fixed-seed.ts", import.meta.url))] : [];

/**
 * The unit and type tests of one package: test/*.test.ts and test/*.test-d.ts, or those of another folder. `env` is
 * the environment that their processes start in.
 */
export const unitTests = (name: string, env: Record<string, string> = {}, folder = "test") =>
  defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: [`${folder}/**/*.test.ts`],
      testTimeout: 120_000,
      env,
      setupFiles,
      typecheck: { enabled: true, include: [`${folder}/**/*.test-d.ts`], tsconfig: "./tsconfig.json" },
    },
  });
