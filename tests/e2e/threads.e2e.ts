import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchOptions } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "outgrad-threads-"));
let browser: Browser;
beforeAll(async () => {
  const root = join(import.meta.dirname, "threads-page");
  await build({
    configFile: false,
    logLevel: "error",
    root,
    base: "./",
    build: { outDir: folder, target: "es2022" },
    worker: { format: "es" },
  });
  browser = await chromium.launch(launchOptions());
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** What the page finds when it is served with these headers. */
async function found(headers: Record<string, string>): Promise<unknown> {
  const { server, url } = await serve({ "/": folder }, 0, headers);
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction("globalThis.found");
    return await page.evaluate("globalThis.found");
  } finally {
    await page.close();
    server.close();
  }
}

it("setNumThreads(2) shares products with a worker in a page that is cross-origin isolated", async () => {
  expect(await found(isolated)).toEqual({
    threads: 2,
    why: null,
    isSame: true,
    isHelped: true,
    isStill: true,
  });
});

const alone = { threads: 1, isSame: true, isHelped: false, isStill: true };

it("setNumThreads(2) says what a page lacks that is not isolated, and all goes on in one thread", async () => {
  const why = expect.stringMatching(
    /^There is no SharedArrayBuffer here.*Cross-Origin-Embedder-Policy: require-corp\.$/,
  );
  expect(await found({})).toEqual({ ...alone, why });
});

it("setNumThreads(2) says so where a Content-Security-Policy forbids workers", async () => {
  const policy = { "content-security-policy": "worker-src 'none'" };
  expect(await found({ ...isolated, ...policy })).toEqual({
    ...alone,
    why: expect.stringMatching(/^A worker/),
  });
});
