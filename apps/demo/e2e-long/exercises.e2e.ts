import { type Exercise, exercises, type Language, solutionOf } from "@outgrad/exercises/track";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const desktop = { viewport: { width: 1400, height: 900 } };

const focused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);

/** Goes on with Tab until the focus is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await focused(page, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Writes over what is in the editor, and checks it. */
async function write(page: Page, text: string): Promise<void> {
  await page.waitForSelector("[data-editor=ready]");
  await tabTo(page, ".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Control+Enter");
}

/** A machine that does much else may take a right text for an endless one: it is checked again. */
async function passed(page: Page, { id }: Exercise): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    const verdict = await page.waitForSelector("[data-verdict]");
    if ((await verdict.getAttribute("data-verdict")) === "passed") return;
    if (!(await page.$("[data-code=endless-loop]"))) break;
    await page.keyboard.press("Control+Enter");
    await page.waitForTimeout(2500);
  }
  throw new Error(`${id} does not pass: ${await page.textContent(".results")}`);
}

describe.each<[Language, string]>([
  ["typescript", "ts"],
  ["python", "py"],
])("the whole track in %s, by keyboard alone", (language, word) => {
  it.each([
    ["a desktop", desktop],
    ["a phone", phone],
  ])("on %s", async (_, options) => {
    const page = await site.visit(`#exercises?id=${exercises[0]?.id}&lang=${word}`, options);
    for (const exercise of exercises) {
      await page.waitForSelector(`.task h2:has-text("${exercise.number}. ${exercise.title}")`);
      await write(page, solutionOf(exercise, language));
      await passed(page, exercise);
      expect(await overflows(page)).toBe(false);
      await page.keyboard.press("Alt+n");
      if (exercise.number < exercises.length) {
        await page.waitForFunction(
          (id) => location.hash.includes(`id=${id}&`),
          exercises[exercise.number]?.id,
        );
        await page.waitForFunction(() => document.activeElement?.id === "exercise-title");
      }
    }
    expect(await page.textContent("[data-passed]")).toBe(String(exercises.length));
  });
});
