import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page, type Request } from "playwright-core";
import { rolldown } from "rolldown";
import { launchOptions } from "../../../tools/browser.mjs";
import { pages } from "../src/build/pages.mjs";
import type { Checked, Failure, Grader, RunResult, Sandbox } from "../src/index.ts";

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The policy that the demo's page has. */
const demo = readFileSync(path("../demo/index.html"), "utf8");
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(demo)?.[1];
if (policy === undefined) throw new Error("The demo's page has no policy.");

/** What the page has opened. */
export interface Opened {
  readonly sandbox: Sandbox;
  readonly grader: Grader;
}

/** A page with a sandbox and a grader, as strict as the demo's, that counts everything that anything in it asks the network for. */
export class Site {
  readonly url: string;
  /** What was asked for since the page was loaded, by any frame or worker. */
  readonly leaks: string[] = [];
  readonly page: Page;
  private readonly browser: Browser;
  private readonly server: Server;

  private heard: (report: (RunResult | Failure)[]) => void = () => {};

  private constructor(url: string, server: Server, browser: Browser, page: Page) {
    this.url = url;
    this.server = server;
    this.browser = browser;
    this.page = page;
  }

  static async open(): Promise<Site> {
    const script = await bundle();
    let site: Site | undefined;
    const server = createServer((request, response) => {
      const file = request.url?.split("?")[0];
      if (file !== undefined && Object.hasOwn(pages, file.slice(1))) {
        response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(path(`dist${file}`)));
      } else if (file === "/page.js") {
        response.writeHead(200, { "content-type": "text/javascript" }).end(script);
      } else if (file === "/report") {
        text(request).then((report) => site?.heard(JSON.parse(report)));
        response.end();
      } else if (file === "/") {
        const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">`;
        const html = `<!doctype html><html lang="en"><head>${head}<title>page</title></head><body><script type="module" src="/page.js"></script></body></html>`;
        response.writeHead(200, { "content-type": "text/html", "set-cookie": "secret=1" }).end(html);
      } else {
        site?.leaks.push(`the server was asked for ${request.url}`);
        response.writeHead(200, { "access-control-allow-origin": "*" }).end("leaked");
      }
    });
    // A WebSocket that gets through is a leak like any other.
    server.on("upgrade", (request, socket) => {
      site?.leaks.push(`a socket was opened to ${request.url}`);
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const browser = await chromium.launch(launchOptions());
    const context: BrowserContext = await browser.newContext();
    const page = await context.newPage();
    site = new Site(url, server, browser, page);
    const found = site;
    await page.goto(url);
    await page.waitForFunction(() => "sandbox" in window);
    await page.evaluate(() => localStorage.setItem("secret", "1"));
    await site.warm();
    // Requests that the policy refuses are seen too, as failed for that reason: they reach nobody.
    const note = (request: Request, how: string) => {
      const isOurs =
        Object.keys(pages).some((name) => request.url() === url + name) ||
        request.url().startsWith("blob:null/");
      if (!isOurs) found.leaks.push(`${request.method()} ${request.url()} ${how}`);
    };
    context.on("response", (response) => note(response.request(), "was answered"));
    context.on("requestfailed", (request) => {
      const { errorText = "" } = request.failure() ?? {};
      if (!/csp|ERR_BLOCKED_BY_CSP/.test(errorText)) note(request, `failed: ${errorText}`);
    });
    context.on("page", (opened) => found.leaks.push(`a page was opened: ${opened.url()}`));
    page.on("download", (download) => found.leaks.push(`${download.suggestedFilename()} was downloaded`));
    page.on("dialog", (dialog) => {
      found.leaks.push(`a dialog said ${dialog.message()}`);
      dialog.dismiss();
    });
    return site;
  }

  /** Loads all frames. */
  async warm(): Promise<void> {
    await this.page.evaluate(() => {
      const { sandbox, grader } = window as unknown as Opened;
      sandbox.warm();
      grader.warm("typescript");
      grader.warm("python");
    });
    for (const name of Object.keys(pages)) {
      await this.page.waitForSelector(`iframe[src$="/${name}"]`, { state: "attached" });
    }
  }

  /** What running the code gives. */
  run(
    code: string,
    options: { seconds?: number; leaves?: Record<string, number>; modules?: Record<string, string> } = {},
  ) {
    return this.page.evaluate(([code, options]) => (window as unknown as Opened).sandbox.run(code, options), [
      code,
      options,
    ] as const);
  }

  /** What calling an exported function gives. */
  call(
    code: string,
    name: string,
    argsList: number[][],
    options: { seconds?: number; modules?: Record<string, string> } = {},
  ) {
    return this.page.evaluate(
      ([code, name, argsList, options]) =>
        (window as unknown as Opened).sandbox.call(code, name, argsList, options),
      [code, name, argsList, options] as const,
    );
  }

  /**
   * What code comes to that has broken out of its worker: in the page of a frame, or in a worker that the frame starts
   * without taking names away.
   */
  async attack(name: string, code: string, where: "frame" | "worker"): Promise<string | undefined> {
    const frame = this.page.frames().find((each) => each.url().endsWith(`/${name}`));
    return frame?.evaluate(
      ([code, where]) =>
        new Promise<string>((resolve) => {
          const program = `(async () => { ${code} })().then((x) => "got " + x, (error) => "refused: " + error)`;
          const address = (then: string) => URL.createObjectURL(new Blob([`${program}.then(${then})`]));
          if (where === "frame") {
            // Not every page may evaluate text, but its own scripts may come from a blob.
            Object.assign(window, { answer: resolve });
            document.head.append(Object.assign(document.createElement("script"), { src: address("answer") }));
          } else {
            const worker = new Worker(address("(x) => postMessage(x)"));
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = (event) => resolve(`refused: ${event.message}`);
          }
          setTimeout(() => resolve("no answer"), 2000);
        }),
      [code.replaceAll("URL", `${this.url}leak`), where] as const,
    );
  }

  /** What the grader says of a text. */
  check(
    exercise: string,
    language: "typescript" | "python",
    text: string,
    options: { seconds?: number } = {},
  ): Promise<Checked | Failure> {
    return this.page.evaluate(
      ([exercise, language, text, options]) =>
        (window as unknown as Opened).grader.check(exercise, language, text, options),
      [exercise, language, text, options] as const,
    );
  }

  /**
   * What runs one after another give on a page that drives itself: where the browser ends a frame's process, the tool
   * that drives the browser takes the whole page for dead.
   */
  async alone(...runs: [code: string, options: { seconds?: number }][]): Promise<(RunResult | Failure)[]> {
    const report = new Promise<(RunResult | Failure)[]>((resolve) => {
      this.heard = resolve;
    });
    const page = await (await this.browser.newContext()).newPage();
    await page.goto(`${this.url}#${encodeURIComponent(JSON.stringify(runs))}`);
    return report;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

/** The page's side of the sandbox, as an app bundles it. */
async function bundle(): Promise<string> {
  const built = await rolldown({ input: path("e2e/page.ts"), platform: "browser" });
  const { output } = await built.generate({ format: "esm" });
  await built.close();
  return output[0].code;
}
