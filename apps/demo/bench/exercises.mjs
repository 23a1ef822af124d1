// How quickly the exercises answer in Chromium, in each language, each the median of some rounds beside its budget: from
// a cold load to the first result; from Ctrl+Enter to the result of later runs, of a class with everything in it; and from
// Ctrl+Enter to the word that a loop never ends. Needs `vite build` first.
import { fileURLToPath } from "node:url";
import { exerciseOf, solutionOf } from "@outgrad/exercises/track";
import { chromium } from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

const rounds = 5;
const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
const browser = await chromium.launch(launchOptions());

/** Milliseconds from the key to the painted verdict, seen by the page itself. */
const run = (page) =>
  page.evaluate(async () => {
    const note = document.querySelector(".code .row .note");
    const start = performance.now();
    await new Promise((resolve) => {
      let isRunning = false;
      new MutationObserver((_, observer) => {
        const isNow = note.textContent.startsWith("Checking");
        if (isRunning && !isNow) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(resolve));
        }
        isRunning = isNow;
      }).observe(note, { characterData: true, childList: true, subtree: true });
      window.dispatchEvent(new KeyboardEvent("keydown", { code: "Enter", ctrlKey: true }));
    });
    if (!document.querySelector("[data-verdict]")) throw new Error("There is no verdict.");
    return performance.now() - start;
  });

/** A page of a visitor who was never here, with a text. */
async function visit(id, language, text) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const word = language === "python" ? "py" : "ts";
  const progress = {
    version: 1,
    language,
    exercises: { [id]: { [language]: { text, passed: false, hints: 0, solution: false } } },
  };
  await page.addInitScript(
    (kept) => localStorage.setItem("outgrad-exercises", kept),
    JSON.stringify(progress),
  );
  await page.goto(`${url}#exercises?id=${id}&lang=${word}`, { waitUntil: "commit" });
  await page.waitForSelector(".code button.primary");
  return page;
}

function report(what, found, budget) {
  const sorted = [...found].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(
    `${what}: median ${middle.toFixed(0)} ms, at most ${sorted.at(-1).toFixed(0)} ms of ${sorted.length}; ` +
      `budget ${budget} ms, median / budget ${(middle / budget).toFixed(2)}`,
  );
}

const endless = { typescript: "for (;;);\n", python: "while True: pass\n" };

for (const language of ["typescript", "python"]) {
  const text = solutionOf(exerciseOf("backward"), language);
  const [first, later, stopped] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const page = await visit("backward", language, text);
    await run(page);
    // From the moment that the address was asked for.
    first.push(await page.evaluate(() => performance.now()));
    for (let turn = 0; turn < 3; turn++) {
      // The next worker is made ready meanwhile, as it is while a person reads.
      await page.waitForTimeout(2000);
      later.push(await run(page));
    }
    await page.context().close();
    const caught = await visit("backward", language, endless[language] + text);
    await caught.waitForTimeout(2000);
    stopped.push(await run(caught));
    await caught.context().close();
  }
  report(`${language}: first result after a cold load`, first, 2000);
  report(`${language}: a later run`, later, 250);
  report(`${language}: an endless loop is stopped`, stopped, 2000);
}
await browser.close();
server.close();
