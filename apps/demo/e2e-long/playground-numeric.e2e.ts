import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, rows, Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const seed =
  "#play?e=f%20%3D%20-a**3%20%2B%20sin(3*b)%20-%201%2Fc%20%2B%20b**2.5%20-%20a**0.5&at=a:2,b:3,c:4&h=-8";

/** The playground with all its panels. */
async function open(hash = seed, options = {}): Promise<Page> {
  const page = await site.visit(hash, options);
  await page.waitForSelector(".nudge tbody tr");
  await page.waitForSelector(".geometry svg");
  await page.waitForSelector(".leaf-nudge .picture svg");
  await page.waitForSelector(".equation");
  return page;
}
const text = (page: Page, selector: string) => page.locator(selector).first().textContent();
const steps = ".nudge input[type=range]";

describe("the nudge check", () => {
  it("has every method beside the gradient, and a verdict in words", async () => {
    const page = await open();
    expect((await rows(page, ".nudge"))[0]).toEqual([
      "a",
      "−12.35355338",
      "−12.354",
      "✓ 8.4e−10",
      "✓ 8e−9",
      "✓ 4.3e−8",
      "✓ 2.9e−16",
    ]);
    expect(await text(page, "[data-verdict]")).toMatch(
      /^The gradient is right: .* With this h the complex step comes closest: 15 digits are right\.$/,
    );
    expect(await text(page, '[data-cancelled="10"]')).toBe(
      "The first 7 of 16 digits agree and cancel: 9 are left for the slope.",
    );
    expect(await page.getAttribute(".leaf-nudge .picture svg", "aria-label")).toContain(
      "forward is best at h = 1e-8",
    );
  });

  it("moves with h by keyboard, down to where all digits cancel", async () => {
    const page = await open();
    await page.focus(steps);
    for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
    expect(await page.getAttribute(steps, "aria-valuetext")).toBe("h = 1e−11");
    expect(await text(page, "[data-verdict]")).toContain(
      "rounding takes the rest; it is best at h = 1e−8, with 9.",
    );
    await page.keyboard.press("End");
    expect(await text(page, "[data-verdict]")).toContain("a + h is a again");
    expect(await text(page, '[data-cancelled="2"]')).toBe(
      "All 53 bits agree and cancel: nothing is left for the slope.",
    );
    expect((await rows(page, ".nudge")).map((row) => row.slice(3, 6))).toEqual(
      Array(3).fill(["1", "1", "1"]),
    );
  });

  it("shows the leaf that is focused or clicked, and the numbers of its curve", async () => {
    const page = await open();
    await page.focus(".leaf-choice >> nth=1");
    expect(await text(page, ".leaf-nudge h3")).toBe("Digits that cancel in f(b + h) − f(b)");
    await page.click(".leaf-choice >> nth=2");
    expect(await text(page, ".leaf-nudge .methods .grad")).toBe("0.0625");
    await page.waitForFunction(() => location.hash.includes("leaf=c"));
    const again = await open(new URL(page.url()).hash);
    expect(await text(again, ".leaf-nudge .methods .grad")).toBe("0.0625");
    await page.click(".leaf-nudge .numbers summary");
    expect(await text(page, ".leaf-nudge .numbers pre")).toContain("complex step");
  });

  it("goes uphill from L = -8 to -7.286496", async () => {
    const page = await open("");
    await page.click("text=Uphill");
    expect(await text(page, ".result strong")).toBe("−7.286496");
  });
});

describe("the picture of the gradient", () => {
  const point = ".geometry [role=slider]";

  it("is a curve with a tangent; the point is moved with the arrow keys", async () => {
    const page = await open("#play?e=y%20%3D%20x*x&at=x:1");
    expect(await text(page, "[data-geometry]")).toBe("At x = 1, y is 1 and rises: the tangent's slope is 2.");
    await page.focus(point);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await text(page, "[data-geometry]")).toContain("At x = 1.18, y is 1.3924 and rises");
    expect(await page.inputValue('input[aria-label="Value of x"]')).toBe("1.18");
  });

  it("shows the nudged line where h is large enough to be seen", async () => {
    const page = await open("#play?e=y%20%3D%20x*x&at=x:1&h=-1");
    expect(await text(page, "[data-geometry]")).toContain("nudged by h = 0.1 has the slope 2.1.");
    expect(await page.locator(".geometry .secant").count()).toBe(1);
    await page.fill(steps, "6");
    expect(await page.locator(".geometry .secant").count()).toBe(0);
  });

  it("is a map of two leaves with an arrow; the point is dragged", async () => {
    const page = await open("#play?e=y%20%3D%20x*x%20%2B%20w*w&at=x:1,w:1");
    expect(await text(page, "[data-geometry]")).toContain(
      "Steepest uphill is more x and more w: the gradient is (2, 2).",
    );
    await page.waitForSelector(".geometry .contour");
    await page.locator(".geometry").scrollIntoViewIfNeeded();
    const box = await page.locator(point).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 22, (box?.y ?? 0) + 22];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 300, y + 150, { steps: 5 });
    await page.mouse.up();
    expect(await text(page, "[data-geometry]")).toContain("Steepest uphill is less x and less w");
    await page.selectOption(".geometry select >> nth=1", { label: "the result" });
    expect(await page.locator(".geometry .curve").count()).toBe(1);
  });
});

describe("the derivative as a formula", () => {
  it("stands beside its number, in three notations", async () => {
    const page = await open();
    expect(await page.locator(".derivatives math").count()).toBe(3);
    expect(await page.locator("[data-agreement]").allTextContents()).toEqual([
      "Here it is −12.3535533905933, to the last bit what backward says.",
      "Here it is 10.2569902711125, to the last bit what backward says.",
      "Here it is 0.0625, to the last bit what backward says.",
    ]);
    await page.click(".derivatives label:text-is('Text')");
    expect(await text(page, ".derivatives pre")).toBe("∂f/∂a = -(3 * a ** 2) - 0.5 * a ** (-0.5)");
    await page.click(".derivatives label:text-is('TeX')");
    expect(await text(page, ".derivatives pre")).toContain("\\frac{\\partial f}{\\partial a}");
  });

  it("folds what is long", async () => {
    const page = await open("");
    await page.selectOption(".source select", "readme");
    await page.waitForSelector(".equation details");
    expect(await text(page, ".equation summary")).toBe("By a: 9 lines, one for each step");
    await page.focus(".equation summary");
    await page.keyboard.press("Enter");
    expect(await page.locator(".equation details[open] math").count()).toBe(9);
  });
});

it("all of it fits a phone", async () => {
  const page = await open(seed, phone);
  expect(await overflows(page)).toBe(false);
  expect((await rows(page, ".nudge"))[0]?.slice(0, 4)).toEqual(["a", "−12.35355338", "−12.354", "✓ 8.4e−10"]);
  const box = await page.locator(".geometry [role=slider]").boundingBox();
  expect([box?.width, box?.height]).toEqual([44, 44]);
});
