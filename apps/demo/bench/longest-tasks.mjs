// Plays the train lab and the digits, and prints the longest task of the page's main thread meanwhile, and how many took
// over 50 ms, as Chromium's own trace tells: by the clock, and by the processor's time, which a busy machine does not
// stretch. Needs `vite build` first; another folder with a build may be given.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

/** Addresses, and what is there when a screen is ready. */
const screens = [
  ["#train?epochs=10000", ".plane svg"],
  ["#train?data=spiral&epochs=10000", ".plane svg"],
  ["#train?layers=64-64-64&path=eager&epochs=10000", ".plane svg"],
  ["#digits", "[data-said]"],
  ["#digits?net=conv", "[data-said]"],
];
const widths = [1400, 360];
const playMs = 6000;
const longMs = 50;

const folder = process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url));
const { server, url } = await serve({ "/": folder }, 0);
const browser = await chromium.launch(launchOptions());

/** The milliseconds of every task of the page's main thread while it plays. */
async function tasksOf(hash, ready, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + hash);
  await page.waitForSelector(ready);
  await page.waitForTimeout(2500);
  // Found before the trace begins: looking for it is no work of the page.
  const play = await page.locator(".lab-transport .primary").boundingBox();
  const session = await context.newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata", "disabled-by-default-devtools.timeline"] },
  });
  await page.mouse.click(play.x + play.width / 2, play.y + play.height / 2);
  await page.waitForTimeout(playMs);
  const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await ended;
  await context.close();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  if (mains.size === 0) throw new Error("The trace names no main thread.");
  return events
    .filter(({ name, pid, tid }) => name.endsWith("RunTask") && mains.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }));
}

for (const [hash, ready] of screens) {
  for (const width of widths) {
    const tasks = await tasksOf(hash, ready, width);
    const words = ["clock", "processor"].map((by) => {
      const longest = Math.max(...tasks.map((task) => task[by])).toFixed(0);
      const long = tasks.filter((task) => task[by] > longMs).length;
      return `${longest} ms by the ${by} (${long} over ${longMs} ms)`;
    });
    console.log(`${hash} at ${width} px: longest task ${words.join(", ")}, of ${tasks.length}`);
  }
}
await browser.close();
server.close();
