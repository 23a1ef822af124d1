import { mergeConfig } from "vitest/config";
import { e2eTests } from "../tools/vitest-e2e.ts";

export default mergeConfig(e2eTests("repository:long", "e2e-long"), {
  test: {
    include: ["long/**/*.test.ts", "interop/{onnx,jax-js}/*.test.ts"],
    // What is measured side by side has a core each.
    maxConcurrency: 2,
    globalSetup: ["src/install-others.ts"],
    hookTimeout: 300_000,
  },
});
