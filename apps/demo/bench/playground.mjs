// How quickly the playground answers in Chromium, each the median of some rounds beside its budget: from a cold load to
// the first step on the screen; from a key in a text of 100 values to the painted graph; and the longest task while a
// program of 5,000 values is run, drawn and stepped through. Needs `vite build` first.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const rounds = 7;
const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
const browser = await chromium.launch(launchOptions());

/** A page of a visitor who was never here, which keeps times in `window.bench`. */
async function visit(hash) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.bench = { first: undefined, key: undefined, tasks: [] };
    const painted = (then) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => then(performance.now());
        port1.postMessage(null);
      });
    const card = (root) =>
      root.querySelector(".og-card, canvas") ??
      [...root.querySelectorAll("og-stepper, og-graph")].map((each) => card(each.shadowRoot)).find(Boolean);
    const look = () =>
      card(document)
        ? painted((now) => {
            window.bench.first = now;
          })
        : requestAnimationFrame(look);
    look();
    const from = (event) =>
      painted((now) => {
        window.bench.key = now - event.timeStamp;
      });
    window.addEventListener("input", from, { capture: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.bench.tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(url + hash);
  await page.waitForFunction(() => window.bench.first !== undefined);
  return page;
}

async function repeat(measure) {
  const found = [];
  for (let round = 0; round < rounds; round++) found.push(await measure());
  return found.flat().sort((a, b) => a - b);
}

function report(what, found, budget) {
  const middle = found[Math.floor(found.length / 2)];
  const most = found.at(-1);
  console.log(
    `${what}: median ${middle.toFixed(0)} ms, at most ${most.toFixed(0)} ms of ${found.length}; ` +
      `budget ${budget} ms, median / budget ${(middle / budget).toFixed(2)}`,
  );
}

report(
  "first step after a cold load",
  await repeat(async () => {
    const page = await visit("");
    const { first } = await page.evaluate(() => window.bench);
    await page.context().close();
    return first;
  }),
  1000,
);

/** 100 values: two leaves, 49 products and 49 sums. */
const text = `y = ${Array.from({ length: 49 }, () => "a*b").join(" + ")}`;
report(
  "key to paint with 100 values",
  await repeat(async () => {
    const page = await visit(`#play?e=${encodeURIComponent(text)}`);
    await page.waitForTimeout(1500);
    await page.click("textarea.editor-text");
    await page.keyboard.press("Control+End");
    const keys = [];
    for (const key of " + a * b") {
      await page.evaluate(() => {
        window.bench.key = undefined;
      });
      await page.keyboard.press(key);
      await page.waitForFunction(() => window.bench.key !== undefined);
      keys.push(await page.evaluate(() => window.bench.key));
      await page.waitForTimeout(200);
    }
    await page.context().close();
    return keys;
  }),
  50,
);

const tasks = { "run and drawn": [], "stepped through": [] };
for (let round = 0; round < rounds; round++) {
  const page = await visit("");
  await page.click("text=TypeScript");
  await page.waitForTimeout(3000);
  const longest = async (what, act) => {
    await page.evaluate(() => {
      window.bench.tasks = [];
    });
    await act();
    tasks[what].push(await page.evaluate(() => Math.max(0, ...window.bench.tasks)));
  };
  await longest("run and drawn", async () => {
    await page.selectOption(".examples", "large");
    await page.waitForFunction(() =>
      document.querySelector("[data-logs]")?.textContent.startsWith("last angle"),
    );
    await page.waitForTimeout(5000);
  });
  await longest("stepped through", async () => {
    for (let step = 0; step < 10; step++) {
      await page.click('[aria-label="Back"]');
      await page.waitForTimeout(100);
    }
  });
  await page.context().close();
}
for (const [what, found] of Object.entries(tasks)) {
  report(
    `longest task, 5,000 values ${what}`,
    found.sort((a, b) => a - b),
    100,
  );
}
await browser.close();
server.close();
