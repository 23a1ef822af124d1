import type { Page } from "playwright-core";
import type { Site } from "./site.ts";

export const patience = { timeout: 240_000 };
/** A visitor of the screen, whose network has said something. */
export const visit = async (site: Site, ...args: Parameters<Site["visit"]>): Promise<Page> => {
  const page = await site.visit(...args);
  await page.waitForSelector("[data-said]", patience);
  await page.waitForSelector(".maps svg", patience);
  return page;
};
export const primary = ".lab-transport .primary";
export const figure = (page: Page, name: string) => page.textContent(`[data-figure="${name}"]`);
export const number = async (page: Page, name: string) => Number.parseFloat((await figure(page, name)) ?? "");
/** Waits until the first button says so. */
export const says = (page: Page, word: string) =>
  page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector as string)?.textContent === wanted,
    [primary, word],
    patience,
  );
/** Waits until something else is written there, and gives it. */
export const changes = async (page: Page, selector: string, from: string | null) => {
  await page.waitForFunction(
    ([where, before]) => document.querySelector(where as string)?.textContent !== before,
    [selector, from],
    patience,
  );
  return page.textContent(selector);
};
export const train = async (page: Page) => {
  await page.click(primary);
  await says(page, "Again");
};
/** Draws lines between points, as shares of the grid. */
export const stroke = async (page: Page, points: readonly (readonly [number, number])[]) => {
  const box = await page.locator(".pad").boundingBox();
  if (!box) throw new Error("There is no grid to draw on.");
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first, ...others] = points;
  await page.mouse.move(...at(first as [number, number]));
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
};

/** A seven, as a line between points. */
export const seven = [
  [0.3, 0.2],
  [0.7, 0.2],
  [0.45, 0.8],
] as const;
