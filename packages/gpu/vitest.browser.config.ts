import { mergeConfig } from "vitest/config";
import { browserTests } from "../../tools/vitest-browser.ts";

export default mergeConfig(browserTests("gpu"), {
  // What the tests of other packages need, found before the browser starts: finding it later would load the page again.
  optimizeDeps: { include: ["@outgrad/engine > fast-check"] },
  test: { provide: { isLong: process.env.OUTGRAD_GPU_TESTS === "long" } },
});
