import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineProject } from "vitest/config";

// Tests read the packages' sources, so an edit is tested without a build.
const conditions = ["@outgrad/source", ...defaultServerConditions];

/** What runs before every test file: in CI properties are tried on the same examples each time. */
export const setupFiles = process.env.CI ? [fileURLToPath(new URL("fixed-seed.ts", import.meta.url))] : [];

interface Options {
  /** What their processes have in their environment beside the rest. */
  readonly env?: Record<string, string>;
  readonly folder?: string;
  /** Whether each file loads everything anew: for those that ask what a fresh process does. It doubles the time. */
  readonly isolate?: boolean;
}

/** The unit tests of one package: test/*.test.ts, or those of another folder. What types promise is in test/*.test-d.ts, for the type check. */
export const unitTests = (name: string, { env = {}, folder = "test", isolate = false }: Options = {}) =>
  defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: [`${folder}/**/*.test.ts`],
      testTimeout: 120_000,
      env,
      isolate,
      setupFiles,
    },
  });
