// Takes the pictures of the demo: `node scripts/pictures.mjs` those of the repository's README, into ../../pictures;
// `node scripts/pictures.mjs FOLDER [SCREEN ...]` every screen at three widths and in both themes, to be looked at. Needs
// `vite build` first.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const click = (name) => (page) => page.getByRole("button", { name, exact: true }).first().click();
/** Waits until words stand in a place where they stay: an announcement is gone with the next one. */
const until = (place, words) => (page) =>
  page.locator(place, { hasText: words }).first().waitFor({ timeout: 120_000 });
const wait = (ms) => (page) => page.waitForTimeout(ms);

/** Every screen with something on it: its address, and what a visitor has done. */
const scenes = {
  play: { hash: "#play?step=9", steps: [wait(4000)] },
  train: { hash: "#train?epochs=25", steps: [click("Play"), until("[data-figure=epoch]", "25"), wait(6000)] },
  digits: {
    hash: "#digits?epochs=3",
    steps: [click("Train"), until("[data-figure=epoch]", "3 / 3"), wait(1500)],
  },
  check: { hash: "#check", steps: [until("[data-verdict]", "gradient is"), wait(2500)] },
  gpu: { hash: "#gpu", steps: [click("Measure"), wait(15_000)] },
  speed: { hash: "#speed", steps: [click("Race"), wait(15_000)] },
};
const readme = { play: "light", train: "dark", digits: "light", check: "dark" };
const sizes = { 1400: 1000, 820: 1180, 360: 740 };

const [folder, ...only] = process.argv.slice(2);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { server, url } = await serve({ "/": at("../dist") }, 0);
const browser = await chromium.launch(launchOptions({ gpu: true }));

async function take(name, theme, [width, height], path, fullPage) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(url + scenes[name].hash, { waitUntil: "load" });
  await page.waitForSelector("main .panel");
  for (const step of scenes[name].steps) await step(page);
  await page.screenshot({ path, fullPage });
  await context.close();
  console.log(path);
}

if (folder === undefined) {
  mkdirSync(at("../../../pictures"), { recursive: true });
  for (const [name, theme] of Object.entries(readme)) {
    await take(name, theme, [1400, 900], at(`../../../pictures/${name}.png`), false);
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of only.length > 0 ? only : Object.keys(scenes)) {
    for (const [width, height] of Object.entries(sizes)) {
      for (const theme of ["light", "dark"]) {
        const path = join(folder, `${name}-${width}-${theme}.png`);
        await take(name, theme, [Number(width), height], path, true);
      }
    }
  }
}
await browser.close();
server.close();
