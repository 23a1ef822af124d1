import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { launchOptions } from "../../../tools/browser.mjs";
import { serve } from "../../../tools/serve.mjs";

/** The built demo, served, with a browser to visit it. */
export class Site {
  readonly url: string;
  /** What went wrong on any page since the visitors left: errors, and requests that leave this machine. */
  problems: string[] = [];
  readonly #browser: Browser;
  #visitors: BrowserContext[] = [];
  readonly #stop: () => void;

  private constructor(url: string, browser: Browser, stop: () => void) {
    this.url = url;
    this.#browser = browser;
    this.#stop = stop;
  }

  static async open(): Promise<Site> {
    const { server, url } = await serve({ "/": fileURLToPath(new URL("../dist", import.meta.url)) }, 0);
    return new Site(url, await chromium.launch(launchOptions()), () => server.close());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#stop();
  }

  /** Closes every page, lest one that still trains slows down the next, and says what went wrong on them. */
  async leave(): Promise<string[]> {
    const visitors = this.#visitors;
    this.#visitors = [];
    await Promise.all(visitors.map((context) => context.close()));
    const { problems } = this;
    this.problems = [];
    return problems;
  }

  /** A fresh visitor at an address of the demo, such as "#train"; `prepare` comes before the first request. */
  async visit(
    hash = "",
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    this.#visitors.push(context);
    // A machine that does much else at the same time is slow, not broken.
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.problems.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(this.url) && !/^(data|blob):/.test(request.url())) {
        this.problems.push(`request to ${request.url()}`);
      }
    });
    await prepare(page);
    await page.goto(this.url + hash, { waitUntil: "load" });
    await page.waitForSelector("main h1", { state: "attached" });
    return page;
  }
}

/** A phone in portrait. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** The rows of a table as texts, the head left out. */
export const rows = (page: Page, table: string): Promise<string[][]> =>
  page.$$eval(`${table} tbody tr:not([aria-hidden])`, (found) =>
    found.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
  );

/** Whether the page is wider than the screen that was asked for: on a phone innerWidth grows with what is too wide. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(
    (width) => document.documentElement.scrollWidth > width,
    page.viewportSize()?.width ?? Number.NaN,
  );
