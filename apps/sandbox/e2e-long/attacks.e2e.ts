import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, Site } from "../e2e/site.ts";
import { pages } from "../src/build/pages.mjs";
import { attacks } from "./attacks.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

/** Nobody was asked for anything, also not later than the code itself has ended. */
async function nothingLeaked(): Promise<void> {
  await site.page.waitForTimeout(500);
  expect(site.leaks).toEqual([]);
}

describe("code in the sandbox", () => {
  it.each(attacks)("finds no %s", async (_, code, sentence) => {
    const socket = site.url.replace("http", "ws");
    const outcome = await site.run(
      code.replaceAll("URL", `${site.url}leak`).replaceAll("WS", `${socket}leak`),
    );
    expect(outcome).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
  });

  it.each([
    ["import()", `await import("URL?import");`, /^There is no module "http/],
    ["import", `import "URL?import";`, /^There is no module "http/],
    [
      "import() behind eval",
      `await eval("import('URL?eval')");`,
      /Failed to fetch dynamically imported module/,
    ],
    [
      "import() behind Function",
      `await new Function("return import('URL?function')")();`,
      /Failed to fetch dynamically imported module/,
    ],
    [
      "import() of a data: address",
      `await eval("import('data:text/javascript,1')");`,
      /Failed to fetch dynamically imported module/,
    ],
  ])("loads nothing by %s", async (_, code, sentence) => {
    const outcome = await site.run(code.replaceAll("URL", `${site.url}leak`));
    expect(outcome).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
  });

  it("has reached nobody by all that", nothingLeaked);

  it("has only the language and a few names beside it", async () => {
    const outcome = await site.run(`
      const names = new Set<string>();
      for (let o = self; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) {
        for (const name of Object.getOwnPropertyNames(o)) names.add(name);
      }
      console.log([...names].filter((name) => !/Error|Array|Map|Set|^[A-Z]\\w+$/.test(name)).sort().join(" "));`);
    expect(outcome.logs[0]?.text).toBe(
      "atob btoa clearInterval clearTimeout console constructor decodeURI decodeURIComponent encodeURI " +
        "encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt performance queueMicrotask self " +
        "setInterval setTimeout structuredClone undefined unescape",
    );
  });
});

const names = Object.keys(pages);

describe.each(names)("the frame of %s itself, were code to break out of its worker", (name) => {
  const attack = (code: string, where: "frame" | "worker") => site.attack(name, code, where);

  const socket = (name: string) =>
    `await new Promise((yes, no) => { const s = new ${name}("URL".replace("http", "${name === "WebSocket" ? "ws" : "http"}"));
     s.onopen = yes; s.onerror = () => no("error"); });`;

  it.each([
    ["frame", "fetch", `await fetch("URL?fetch")`],
    ["frame", "XMLHttpRequest", `const x = new XMLHttpRequest(); x.open("GET", "URL", false); x.send();`],
    ["frame", "WebSocket", socket("WebSocket")],
    ["frame", "EventSource", socket("EventSource")],
    ["frame", "WebTransport", `await new WebTransport("URL".replace("http", "https")).ready`],
    ["frame", "WebRTC, which no policy governs", "new RTCPeerConnection()"],
    ["frame", "cookies", "document.cookie"],
    ["frame", "localStorage", `localStorage.getItem("secret")`],
    [
      "frame",
      "indexedDB",
      `await new Promise((yes, no) => { const r = indexedDB.open("x"); r.onsuccess = yes; r.onerror = () => no(r.error); })`,
    ],
    ["frame", "caches", `await caches.open("x")`],
    ["frame", "the page's document", "parent.document.title"],
    ["frame", "the page's address", `top.location.href = "URL?top"`],
    [
      "frame",
      "SharedWorker",
      `await new Promise((yes, no) => { const w = new SharedWorker("URL"); w.onerror = () => no("error"); w.port.onmessage = yes; w.port.start(); })`,
    ],
    ["frame", "a service worker", `await navigator.serviceWorker.register("URL")`],
    ["worker", "fetch", `await fetch("URL?fetch")`],
    ["worker", "XMLHttpRequest", `const x = new XMLHttpRequest(); x.open("GET", "URL", false); x.send();`],
    ["worker", "WebSocket", socket("WebSocket")],
    ["worker", "EventSource", socket("EventSource")],
    ["worker", "importScripts", `importScripts("URL")`],
    ["worker", "import()", `await import("URL")`],
    [
      "worker",
      "indexedDB",
      `await new Promise((yes, no) => { const r = indexedDB.open("x"); r.onsuccess = yes; r.onerror = () => no(r.error); })`,
    ],
    ["worker", "caches", `await caches.open("x")`],
    [
      "worker",
      "a worker of a data: address",
      `await new Promise((yes, no) => { const w = new Worker("data:text/javascript,postMessage(1)"); w.onmessage = yes; w.onerror = () => no("error"); })`,
    ],
  ] as const)("in its %s, %s is refused", async (where, _, code) => {
    expect(await attack(code, where)).toMatch(/^refused: /);
  });

  it.each([
    ["a picture", `document.body.append(Object.assign(new Image(), { src: "URL?img" }));`],
    ["a style", `document.body.style.background = "url(URL?css)";`],
    [
      "a style sheet",
      `document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "URL?css" }));`,
    ],
    [
      "a script",
      `document.head.append(Object.assign(document.createElement("script"), { src: "URL?script" }));`,
    ],
    [
      "a frame",
      `document.body.append(Object.assign(document.createElement("iframe"), { src: "URL?frame" }));`,
    ],
    [
      "a form",
      `const f = document.createElement("form"); f.action = "URL?form"; document.body.append(f); f.submit();`,
    ],
    ["sendBeacon", `navigator.sendBeacon("URL?beacon");`],
    ["a window", `open("URL?open");`],
    [
      "a prefetch",
      `document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: "URL?pre" }));`,
    ],
    ["a font", `new FontFace("x", "url(URL?font)").load().catch(() => {});`],
  ])("%s comes to nothing", async (_, code) => {
    expect(await attack(code, "frame")).toMatch(/^(got|refused)/);
  });

  it("a frame of its own, which has WebRTC, is not within reach", async () => {
    const code = `
      const inner = document.body.appendChild(document.createElement("iframe"));
      new inner.contentWindow.RTCPeerConnection()`;
    expect(await attack(code, "frame")).toMatch(/^refused: SecurityError/);
  });

  it("has asked nobody by all that", nothingLeaked);

  it("a BroadcastChannel of the same name does not reach the page", async () => {
    await site.page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      new BroadcastChannel("page").onmessage = ({ data }) => heard.push(data);
    });
    await attack(`new BroadcastChannel("page").postMessage("hello")`, "frame");
    await attack(`new BroadcastChannel("page").postMessage("hello")`, "worker");
    await site.page.waitForTimeout(300);
    expect(await site.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  });

  it("the page's policy lets it go nowhere else, and what comes next makes a new frame", async () => {
    const away = site.url.replace("127.0.0.1", "localhost");
    await attack(`location.href = "${away}leak?away"`, "frame").catch(() => {});
    await nothingLeaked();
    await site.page.evaluate(() => {
      const { sandbox, grader } = window as unknown as Opened;
      sandbox.close();
      grader.close();
    });
    expect(await site.run("console.log('here')")).toMatchObject({ ok: true, logs: [{ text: "here" }] });
    await site.warm();
  });
});

describe.each(names)("%s", (name) => {
  it("does nothing as a page of its own", async () => {
    const page = await site.page.context().newPage();
    await page.goto(site.url + name);
    expect(await page.textContent("body")).toMatch(/by itself it does nothing\.\s*$/);
    expect(page.workers()).toEqual([]);
    await page.close();
  });

  it("does nothing in a frame that is not sandboxed", async () => {
    const page = await site.page.context().newPage();
    await page.goto(site.url);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement("iframe"), { src }));
    }, `/${name}`);
    await page.frameLocator("iframe").getByText("by itself it does nothing").waitFor({ state: "attached" });
    expect(page.workers()).toEqual([]);
    await page.close();
  });
});
