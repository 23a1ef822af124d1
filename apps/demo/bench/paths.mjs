// Trains in the browser by each path and prints the updates per second that the page shows, the median of five runs
// that take turns, and the ratio to eager. Needs `vite build` first.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const tasks = ["moons", "spiral"];
const paths = ["eager", "replay", "vector", "wasm"];
const rounds = 5;
const trainMs = 4000;

const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
const browser = await chromium.launch(launchOptions());

async function measure(data, path) {
  const page = await browser.newPage();
  await page.goto(`${url}#train?data=${data}&path=${path}&epochs=10000`);
  await page.waitForFunction(() =>
    /steps|another|every update/.test(document.querySelector('[data-path="step"]')?.textContent ?? ""),
  );
  await page.click(".lab-transport .primary");
  await page.waitForSelector(`[data-speed="${path}"]`);
  await page.waitForTimeout(trainMs);
  const speed = Number((await page.textContent(`[data-speed="${path}"]`)).replace(/\D/g, ""));
  await page.close();
  return speed;
}

for (const data of tasks) {
  const found = Object.fromEntries(paths.map((path) => [path, []]));
  for (let round = 0; round < rounds; round++) {
    for (const path of paths) found[path].push(await measure(data, path));
  }
  const median = (path) => found[path].toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
  for (const path of paths) {
    const ratio = (median(path) / median("eager")).toFixed(1);
    console.log(`${data}: ${path} ${median(path)} updates a second, ${ratio} times eager`);
  }
}
await browser.close();
server.close();
