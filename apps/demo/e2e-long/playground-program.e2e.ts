import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rows, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

/** Opens a program by its link, as a person gets it from another. */
async function open(code: string, rest = ""): Promise<Page> {
  const page = await site.visit(`#play?in=typescript&ts=${encodeURIComponent(code)}${rest}`);
  await page.waitForSelector("[data-editor=ready]");
  return page;
}
const result = (page: Page) => page.textContent(".result strong");
const done = (page: Page, text: string) => page.waitForSelector(`.result strong:text-is("${text}")`);
const square =
  'import { value } from "@outgrad/engine";\nconst x = value(3, "x");\nexport default x.mul(x);\n';

describe("a program", () => {
  it("starts as the expression's own, with the same graph", async () => {
    const page = await site.visit();
    await page.waitForSelector(".og-card");
    await page.click("text=TypeScript");
    await page.waitForSelector("[data-logs]");
    expect(await page.textContent("[data-logs]")).toBe(
      "L -8\ngradient of a 6\ngradient of b -4\ngradient of c -2\ngradient of f 4\n",
    );
    const tape = await rows(page, "og-tape");
    expect(tape.map(([name, , value, grad]) => `${name} ${value} ${grad}`)).toEqual([
      "a 2 6",
      "b −3 −4",
      "c 10 −2",
      "f −2 4",
      "e −6 −2",
      "d 4 −2",
      "L −8 1",
    ]);
  });

  it("runs when a person has typed, and its link brings it back", async () => {
    const page = await open(square);
    await done(page, "9");
    await page.click(".cm-content");
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(square.replace("x.mul(x)", "x.tanh()"));
    await done(page, "0.995054754");
    await page.waitForFunction(() => location.hash.includes("tanh"));
    const again = await site.visit(new URL(page.url()).hash);
    await done(again, "0.995054754");
  });

  it("takes the numbers of its sliders, those of leaves inside the packages too", async () => {
    const page = await open(
      'import { value } from "@outgrad/engine";\nimport { Neuron } from "@outgrad/nn";\n' +
        'const n = new Neuron(1, { activation: "linear", seed: 1 });\nexport default n.forward([value(2, "x")]);\n',
    );
    await page.waitForSelector('input[aria-label="Value of w0"]');
    await page.fill('input[aria-label="Value of w0"]', "5");
    await done(page, "10");
    await page.fill('input[aria-label="Value of x"]', "3");
    await done(page, "15");
  });

  it("with a mistake says the line and marks it; the last good graph stays", async () => {
    const page = await open(square);
    await done(page, "9");
    await page.click(".cm-content");
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("nothing.here();");
    await page.waitForSelector("[data-failure]");
    expect(await page.textContent("[data-failure]")).toMatch(/Line 4: .*nothing/);
    expect(await page.locator(".cm-lintRange-error").count()).toBe(1);
    expect(await result(page)).toBe("9");
  });

  it("that never ends is stopped, by the limit or by Cancel, and the page lives", async () => {
    const page = await open(square);
    await done(page, "9");
    await page.click(".cm-content");
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText("while (true) {}\n");
    await page.waitForSelector("text=Running…");
    await page.click("button:text('Cancel')");
    await page.waitForSelector("[data-failure]:has-text('Stopped')");
    await page.click("button:text-is('Run')");
    await page.waitForSelector("[data-failure]:has-text('Does a loop never end?')");
    await page.click('[aria-label="Back"]');
    expect(await page.textContent(".og-place")).toBe("backward 1 / 2");
  });

  it("of 5,000 values is shown, and stepped through", async () => {
    const page = await open(square);
    await done(page, "9");
    await page.selectOption(".examples", "large");
    await page.waitForSelector("[data-logs]:has-text('last angle')");
    await page.waitForSelector(".og-place:text('/ 4999')");
    await page.click('[aria-label="Back"]');
    expect(await page.textContent(".og-place")).toBe("backward 4998 / 4999");
    await page.locator('[aria-label="Step"]').fill("2500");
    expect(await page.textContent(".og-place")).toMatch(/^forward 2500 /);
  });
});
