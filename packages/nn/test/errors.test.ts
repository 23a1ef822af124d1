import { describe, expect, test } from "vitest";
import * as nn from "../src/index.js";
import { initErrors } from "./errors/first-weights.js";
import { Fixture } from "./errors/fixture.js";
import { optimiserErrors } from "./errors/optimisers.js";
import { otherErrors } from "./errors/others.js";
import { catalogue } from "./layers/catalogue/index.js";

const all = { ...optimiserErrors, ...otherErrors, ...initErrors };

/** What is extended, not called, and what is thrown. */
const abstract = ["Elementwise", "Optimizer", "Schedule", "SafetensorsError", "init"];

test("everything that can be called has at least two bad calls, here or in the layers' catalogue", () => {
  const names = [
    ...Object.keys(nn).filter((name) => !abstract.includes(name) && !(name in catalogue)),
    ...Object.keys(nn.init).map((name) => `init.${name}`),
  ];
  expect(names.filter((name) => (all[name]?.length ?? 0) < 2)).toEqual([]);
  expect(Object.keys(all).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(Object.entries(all))("%s", (_, calls) => {
  test.each(calls)("%s throws a sentence, and nothing has changed", async (call, sentence) => {
    const fixture = new Fixture();
    const before = fixture.bytes();
    let error: unknown;
    try {
      await call(fixture);
    } catch (found) {
      error = found;
    }
    const { message } = (error ?? { message: "nothing was thrown" }) as Error;
    expect(message.startsWith(sentence), message).toBe(true);
    expect(message).toMatch(/[.?]$/);
    expect(fixture.bytes()).toEqual(before);
  });
});
