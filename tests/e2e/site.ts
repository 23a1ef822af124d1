import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { launchOptions } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { root } from "../src/files.ts";

/** The demo and the docs as `npm run demo` serves them, and a browser to visit them with. */
export class Site {
  readonly url: string;
  readonly #browser: Browser;
  readonly #stop: () => void;

  private constructor(url: string, browser: Browser, stop: () => void) {
    this.url = url;
    this.#browser = browser;
    this.#stop = stop;
  }

  /** With `gpu` the browser has a GPU, in software; `headers` come with every file. */
  static async open(options: { gpu?: boolean; headers?: Record<string, string> } = {}): Promise<Site> {
    const mounts = { "/": join(root, "apps/demo/dist"), "/docs/": join(root, "docs/.vitepress/dist") };
    const { server, url } = await serve(mounts, 0, options.headers);
    return new Site(url, await chromium.launch(launchOptions(options)), () => server.close());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#stop();
  }

  /** Visits a path and gives the page to `look`; what went wrong meanwhile comes back as sentences. */
  async visit(
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<string[]> {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    page.on(
      "console",
      (message) => message.type() === "error" && problems.push(`console: ${message.text()}`),
    );
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.url) && !/^(data|blob):/.test(url)) problems.push(`loads ${url}`);
    });
    await page.goto(new URL(path, this.url).href, { waitUntil: "load" });
    await look(page);
    await context.close();
    return problems;
  }
}
