// Trains the digits in the browser with the initial settings for five seeds of the weights, and prints the accuracy
// on the 297 held-out digits after the last epoch of each run, and the median. Needs `vite build` first.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const seeds = [1, 2, 3, 4, 5];
const heldOut = 297;

const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
const browser = await chromium.launch(launchOptions());
const results = [];
for (const seed of seeds) {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(`${url}#train?data=digits&seed=${seed}`);
  await page.waitForSelector(".digit-grid");
  await page.click(".train-transport .primary");
  await page.waitForFunction(
    () => document.querySelector(".train-transport .primary")?.textContent === "Pause",
  );
  // The run pauses by itself after the epochs of its settings.
  await page.waitForFunction(
    () => document.querySelector(".train-transport .primary")?.textContent === "Play",
    undefined,
    { timeout: 0 },
  );
  const text = await page.textContent(".digits-view .panel-head");
  const wrong = Number(/(\d+) wrong of 297/.exec(text)?.[1]);
  const epoch = await page.textContent('[data-figure="epoch"]');
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  results.push((heldOut - wrong) / heldOut);
  console.log(
    `seed ${seed}: ${heldOut - wrong} of ${heldOut} right, ${(100 * results.at(-1)).toFixed(2)} %, after ${epoch} epochs in ${seconds} s`,
  );
  await page.close();
}
const median = results.toSorted((a, b) => a - b)[Math.floor(results.length / 2)];
console.log(`median of ${seeds.length}: ${(100 * median).toFixed(2)} %`);
await browser.close();
server.close();
