import type { TestContext } from "vitest";

/**
 * Says aloud that something is not tried here. `isMissing`: what is missing could be installed, so where somebody relies on
 * the tests (CI) that is a failure.
 */
export function notRun({ skip }: TestContext, name: string, reason: string, isMissing: boolean): never {
  const sentence = `NOT RUN: ${name}: ${reason}`;
  console.error(sentence);
  if (process.env.CI && isMissing) throw new Error(sentence);
  return skip(sentence);
}
