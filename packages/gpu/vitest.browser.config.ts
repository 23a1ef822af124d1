import { mergeConfig } from "vitest/config";
import { browserTests } from "../../tools/vitest-browser.ts";

// What the tests of other packages need, found before the browser starts: finding it later would load the page again.
export default mergeConfig(browserTests("gpu"), {
  optimizeDeps: { include: ["@outgrad/engine > fast-check"] },
});
