import { mergeConfig } from "vitest/config";
import { browserTests } from "../../tools/vitest-browser.ts";

export default mergeConfig(browserTests("gpu"), {
  test: { provide: { isLong: process.env.OUTGRAD_GPU_TESTS === "long" } },
});
