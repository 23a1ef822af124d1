import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { overflows, phone, Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(() => expect(site.problems).toEqual([]));

const patience = { timeout: 240_000 };
/** A visitor of the screen, whose network has said something. */
const visit = async (...args: Parameters<Site["visit"]>) => {
  const page = await site.visit(...args);
  await page.waitForSelector("[data-said]", patience);
  await page.waitForSelector(".maps svg", patience);
  return page;
};
const primary = ".lab-transport .primary";
const figure = (page: Page, name: string) => page.textContent(`[data-figure="${name}"]`);
const number = async (page: Page, name: string) => Number.parseFloat((await figure(page, name)) ?? "");
/** Waits until the first button says so. */
const says = (page: Page, word: string) =>
  page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector as string)?.textContent === wanted,
    [primary, word],
    patience,
  );
/** Waits until something else is written there, and gives it. */
const changes = async (page: Page, selector: string, from: string | null) => {
  await page.waitForFunction(
    ([where, before]) => document.querySelector(where as string)?.textContent !== before,
    [selector, from],
    patience,
  );
  return page.textContent(selector);
};
const train = async (page: Page) => {
  await page.click(primary);
  await says(page, "Again");
};
/** Draws lines between points, as shares of the grid. */
const stroke = async (page: Page, points: readonly (readonly [number, number])[]) => {
  const box = await page.locator(".pad").boundingBox();
  if (!box) throw new Error("There is no grid to draw on.");
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first, ...others] = points;
  await page.mouse.move(...at(first as [number, number]));
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
};
const seven = [
  [0.3, 0.2],
  [0.7, 0.2],
  [0.45, 0.8],
] as const;

describe.each([
  ["mlp", "128 units"],
  ["conv", "16 filters"],
])("the %s", (net, inside) => {
  it("passes 97 % on the page with the initial settings, and shows itself", async () => {
    const page = await visit(`#digits?net=${net}`);
    expect(await figure(page, "epoch")).toMatch(/^0 \/ /);
    await train(page);
    expect(await number(page, "test-accuracy")).toBeGreaterThan(97);
    const wrong = Number(await page.getAttribute("[data-wrong]", "data-wrong"));
    expect(wrong).toBeLessThan(0.03 * 297);
    expect(await page.locator(".digit-button.wrong").count()).toBe(wrong);
    expect(await page.getAttribute(".confusion svg", "aria-label")).toContain(`${297 - wrong} right`);
    expect(await page.textContent(".inside-net")).toContain(inside);
    expect(await page.getAttribute(".curve svg", "aria-label")).toMatch(/^train fell from 2\./);
  });
});

describe("training", () => {
  it("pauses, goes on where it was, and starts over", async () => {
    const page = await visit("#digits?epochs=100");
    await page.click(primary);
    await says(page, "Pause");
    await page.waitForFunction(
      () => !document.querySelector('[data-figure="epoch"]')?.textContent?.startsWith("0 /"),
      undefined,
      patience,
    );
    await page.click(primary);
    await says(page, "Resume");
    await page.waitForTimeout(400);
    const held = await figure(page, "step");
    await page.waitForTimeout(400);
    expect(await figure(page, "step")).toBe(held);
    await page.click("button:text('Step')");
    const plain = (text: string | null) => Number(text?.replace(/\D/g, ""));
    expect(plain(await changes(page, '[data-figure="step"]', held))).toBe(plain(held) + 1);
    await page.click(primary);
    await says(page, "Pause");
    await page.click("button:text('Reset')");
    await says(page, "Train");
    await page.waitForFunction(() => document.querySelector('[data-figure="step"]')?.textContent === "0");
    expect(await figure(page, "epoch")).toBe("0 / 100");
  });

  it("a changed setting starts another training, with its own number of epochs", async () => {
    const page = await visit("#digits?epochs=1");
    await train(page);
    const first = await figure(page, "test-accuracy");
    await page.click("button:text('Next') >> nth=1");
    await page.waitForFunction(() => location.hash.includes("seed=2"));
    await says(page, "Train");
    await train(page);
    expect(await figure(page, "test-accuracy")).not.toBe(first);
    await page.click("label:text('Conv net')");
    await page.waitForFunction(() => location.hash.includes("net=conv"));
    await page.waitForFunction(
      () => document.querySelector('[data-figure="epoch"]')?.textContent === "0 / 20",
    );
    expect(await page.inputValue("select:near(:text('Optimiser'))")).toBe("adamw");
  });

  it("does not keep the page from answering", async () => {
    const page = await visit("#digits");
    await page.click(primary);
    await says(page, "Pause");
    const longest = await page.evaluate(async () => {
      let [last, most] = [performance.now(), 0];
      for (let beat = 0; beat < 200; beat++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        most = Math.max(most, performance.now() - last);
        last = performance.now();
      }
      return most;
    });
    // Longer than this, and a person would say that the page hangs.
    expect(longest).toBeLessThan(1500);
  });
});

describe("the picture", () => {
  it("is drawn with the mouse, and read", async () => {
    const page = await visit("#digits");
    await train(page);
    await page.click("button:text('Clear')");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
    await stroke(page, seven);
    await page.waitForFunction(
      () => document.querySelector("[data-said]")?.textContent === "7",
      undefined,
      patience,
    );
    expect(await page.textContent(".drawing .panel-head")).toContain("A drawing");
    await page.click("button:text('Undo')");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
  });

  it("is erased where the eraser goes", async () => {
    const page = await visit("#digits");
    const length = () =>
      page.evaluate(() => document.querySelector(".pad-ink")?.getAttribute("d")?.length ?? 0);
    await page.click("button:text('Clear')");
    await stroke(page, [
      [0.2, 0.5],
      [0.8, 0.5],
    ]);
    const line = await length();
    expect(line).toBeGreaterThan(0);
    await page.click("label:text('Eraser')");
    await stroke(page, [
      [0.1, 0.5],
      [0.9, 0.5],
    ]);
    expect(await length()).toBeLessThan(line);
  });

  it("is moved and made noisy", async () => {
    const page = await visit("#digits");
    const seen = () => page.innerHTML(".as-seen svg");
    const before = await seen();
    await page.locator(".changes input").nth(0).fill("6");
    const moved = await seen();
    expect(moved).not.toBe(before);
    await page.locator(".changes input").nth(2).fill("0.2");
    expect(await seen()).not.toBe(moved);
    expect(await page.textContent(".changes")).toContain("20.0 % of the cells");
  });

  it("is chosen among the most wrong ones", async () => {
    const page = await visit("#digits?epochs=2");
    await train(page);
    const button = page.locator(".digit-button").first();
    const [, label, said] =
      /^A (\d), read as (\d)/.exec((await button.getAttribute("aria-label")) ?? "") ?? [];
    await button.click();
    await page.waitForFunction(
      (wanted) => document.querySelector("[data-said]")?.textContent === wanted,
      said,
    );
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await page.textContent(".verdict")).toContain(`but this is a ${label}`);
  });
});

it("what is mixed up is shown by a click on its number, or chosen in a list", async () => {
  const page = await visit("#digits?epochs=2");
  await train(page);
  const cell = page.locator(".matrix .og-cell-grad").first();
  const [label, said] = [await cell.getAttribute("data-label"), await cell.getAttribute("data-as")];
  await cell.click();
  const shown = () =>
    page.$$eval(".digit-button", (all) => all.map((each) => each.getAttribute("aria-label")?.slice(0, 14)));
  expect(new Set(await shown())).toEqual(new Set([`A ${label}, read as ${said}`.slice(0, 14)]));
  expect(await page.inputValue(".worst select")).toBe(`${label}-${said}`);
  await page.selectOption(".worst select", "all");
  expect(await page.locator(".digit-button").count()).toBe(32);
});

describe("what would have to change", () => {
  it("follows the target, and the picture follows the gradient until it is read as that", async () => {
    const page = await visit("#digits");
    await train(page);
    const loss = await page.textContent("[data-loss]");
    await page.click(".digit-choice label:text('5')");
    await changes(page, "[data-loss]", loss);
    expect(await page.getAttribute(".change svg", "aria-label")).toContain("likelier");
    for (let step = 0; step < 12 && (await page.textContent("[data-said]")) !== "5"; step++) {
      const before = await page.textContent("[data-loss]");
      await page.click("button:text('Follow it one step')");
      await changes(page, "[data-loss]", before);
    }
    expect(await page.textContent("[data-said]")).toBe("5");
  });
});

describe("the address", () => {
  it("brings a drawing and its training back", async () => {
    const page = await visit("#digits?net=conv&epochs=1");
    await page.click("button:text('Clear')");
    await stroke(page, seven);
    await page.locator(".changes input").nth(1).fill("-2");
    await page.click(".digit-choice label:text('9')");
    await page.waitForFunction(() => /ink=.*target=9/.test(location.hash));
    const again = await visit(new URL(page.url()).hash);
    expect(await again.getAttribute(".pad-ink", "d")).toBe(await page.getAttribute(".pad-ink", "d"));
    expect(await again.innerHTML(".as-seen svg")).toBe(await page.innerHTML(".as-seen svg"));
    expect(await again.textContent("[data-loss]")).toBe(await page.textContent("[data-loss]"));
    expect(await again.isChecked(".digit-choice input[value='9']")).toBe(true);
    await train(page);
    await train(again);
    expect(await again.textContent("[data-loss]")).toBe(await page.textContent("[data-loss]"));
  });

  it("keeps the screen's state while another is in front, and its training holds meanwhile", async () => {
    const page = await visit("#digits?test=12&epochs=500");
    await page.click(primary);
    await says(page, "Pause");
    await page.click("nav >> text=Playground");
    await page.waitForSelector(".playground");
    await page.click("nav >> text=Digits");
    await says(page, "Resume");
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 13 of 297");
  });

  it.each([
    "#digits?net=<img src=x onerror=hacked=1>&ink=<svg/onload=hacked=1>&test=1e9",
    `#digits?ink=${"A".repeat(300)}&epochs=1e9&lr=NaN&noise=-1`,
    "#digits?target=__proto__&seed=constructor&%E0%A4%A=%&&==",
  ])("%s breaks nothing", async (hash) => {
    const page = await visit(hash);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 1 of 297");
  });
});

it("opens as a program of what is on the screen", async () => {
  const page = await visit("#digits?net=conv&seed=5&epochs=7");
  await page.click("button:text('Open as code')");
  const code = (await page.textContent("[data-code]")) ?? "";
  expect(code).toContain("const stream = random(5);");
  expect(code).toContain("new Conv2d(1, 16, 3");
  expect(code).toContain("epochs: 7,");
});

describe("with the keyboard alone", () => {
  /** Presses Tab until an element that matches has the focus; fails after more stops than a screen has. */
  const tabTo = async (page: Page, selector: string) => {
    for (let stop = 0; stop < 90; stop++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}.`);
  };

  it("trains, draws a 1, erases all, picks a target and a test picture", async () => {
    const page = await visit("#digits?epochs=10");
    await tabTo(page, primary);
    await page.keyboard.press("Enter");
    await says(page, "Again");
    await tabTo(page, ".pad");
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") === "");
    await page.keyboard.press("Space");
    expect(await page.textContent("[role=status]")).toBe("Pen down at column 16, row 5.");
    for (let step = 0; step < 11; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await page.textContent("[role=status]")).toBe("Pen up.");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      () => document.querySelector("[data-said]")?.textContent === "1",
      undefined,
      patience,
    );
    await tabTo(page, '[aria-label="Next test picture"]');
    await page.keyboard.press("Enter");
    expect(await page.textContent(".drawing .panel-head")).toContain("Test picture 2 of 297");
    await tabTo(page, ".changes input");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("right=1"));
    await tabTo(page, ".digit-choice input");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("target=4"));
    await tabTo(page, ".digit-button");
    await page.keyboard.press("Enter");
    expect(await page.getAttribute(".digit-button:focus", "aria-pressed")).toBe("true");
  });

  it("P plays and pauses; Control Z takes back a stroke", async () => {
    const page = await visit("#digits?epochs=500");
    await page.keyboard.press("p");
    await says(page, "Pause");
    await page.keyboard.press("p");
    await says(page, "Resume");
    await page.focus(".pad");
    await page.keyboard.press("Delete");
    const before = await page.getAttribute(".pad-ink", "d");
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await page.getAttribute(".pad-ink", "d")).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await page.getAttribute(".pad-ink", "d")).toBe(before);
  });
});

describe("on a phone of 360 px", () => {
  it("is no wider than the screen, trained and drawn on with a finger", async () => {
    const page = await visit("#digits?epochs=2", phone);
    await train(page);
    await page.tap("button:text('Clear')");
    const box = await page.locator(".pad").boundingBox();
    if (box) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => document.querySelector(".pad-ink")?.getAttribute("d") !== "");
    expect(await overflows(page)).toBe(false);
    const cut = await page.$$eval(".panel", (panels) =>
      panels.filter((panel) => panel.scrollWidth > panel.clientWidth + 1).map((panel) => panel.className),
    );
    expect(cut).toEqual([]);
  });

  it("has controls that are large enough for a thumb", async () => {
    const page = await visit("#digits", phone);
    const small = await page.$$eval(
      ".digits-screen :is(.button:not(.small), .segmented label, .digit-button, .check, select)",
      (all) =>
        all
          .map((each) => [each.textContent, each.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width < 24 || height < 44)
          .map(([text, { width, height }]) => `${text}: ${width} by ${height}`),
    );
    expect(small).toEqual([]);
  });
});
