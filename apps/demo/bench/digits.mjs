// Trains the digits in the browser with the initial settings, each network from five seeds, and prints the accuracy on
// the 297 pictures to test with, and the median. Needs `vite build` first.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const nets = ["mlp", "conv"];
const seeds = [1, 2, 3, 4, 5];
const pictures = 297;

const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
const browser = await chromium.launch(launchOptions());
for (const net of nets) {
  const results = [];
  for (const seed of seeds) {
    const page = await browser.newPage();
    await page.goto(`${url}#digits?net=${net}&seed=${seed}`);
    await page.waitForSelector("[data-said]");
    const start = performance.now();
    await page.click(".lab-transport .primary");
    await page.waitForFunction(
      () => document.querySelector(".lab-transport .primary")?.textContent === "Again",
      undefined,
      { timeout: 0 },
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const right = pictures - Number(await page.getAttribute("[data-wrong]", "data-wrong"));
    results.push(right / pictures);
    const share = (100 * results.at(-1)).toFixed(2);
    console.log(`${net}, seed ${seed}: ${right} of ${pictures} right, ${share} %, in ${seconds} s`);
    await page.close();
  }
  const median = results.toSorted((a, b) => a - b)[seeds.length >> 1];
  console.log(`${net}: median ${(100 * median).toFixed(2)} %\n`);
}
await browser.close();
server.close();
