import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mounts, serve } from "../../tools/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "outgrad-serve-"));
const mounts: Mounts = { "/": join(folder, "demo"), "/docs/": join(folder, "docs") };
let server: Server;
let url: string;

beforeAll(async () => {
  const files = {
    "secret.txt": "secret",
    "demo/index.html": "demo",
    "demo/assets/app.js": "1",
    "demo/assets/kernel.wasm": "2",
    "demo/picture.svg": "<svg/>",
    "docs/index.html": "docs",
    "docs/learn/nudge.html": "nudge",
    "docs/api/index.html": "api",
    "docs/404.html": "docs: no such page",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  ({ server, url } = await serve(mounts, 0));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One request whose path is sent as it stands: fetch() would tidy "..". */
function get(path: string, method = "GET") {
  return new Promise<{ status: number; type: string; location: string; body: string }>((resolve, reject) => {
    const { port } = new URL(url);
    request({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => {
        const { "content-type": type = "", location = "" } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, location, body });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("serve", () => {
  it("serves each folder under its prefix", async () => {
    expect((await get("/")).body).toBe("demo");
    expect((await get("/?seed=1")).body).toBe("demo");
    expect((await get("/docs/")).body).toBe("docs");
  });

  it("finds /docs/learn/nudge without .html, and adds the slash of a folder", async () => {
    expect((await get("/docs/learn/nudge")).body).toBe("nudge");
    expect(await get("/docs")).toMatchObject({ status: 301, location: "/docs/" });
    expect(await get("/docs/api?q=1")).toMatchObject({ status: 301, location: "/docs/api/?q=1" });
  });

  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/assets/app.js", "text/javascript; charset=utf-8"],
    ["/assets/kernel.wasm", "application/wasm"],
    ["/picture.svg", "image/svg+xml; charset=utf-8"],
  ])("sends %s as %s", async (path, type) => {
    expect(await get(path)).toMatchObject({ status: 200, type });
  });

  it("answers 404 with the site's own page where it has one", async () => {
    expect(await get("/docs/nothing")).toMatchObject({ status: 404, body: "docs: no such page" });
    expect(await get("/nothing")).toMatchObject({ status: 404, body: "Not found\n" });
  });

  it.each([
    "/../secret.txt",
    "/docs/../../secret.txt",
    "/docs/..%2f..%2fsecret.txt",
    "/docs/%2e%2e/%2e%2e/secret.txt",
    "//../secret.txt",
  ])("refuses %s", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain("secret");
  });

  it("refuses a path that is no text, and every method but GET and HEAD", async () => {
    expect((await get("/%ff")).status).toBe(400);
    expect((await get("/a%00b")).status).toBe(400);
    expect((await get("/", "POST")).status).toBe(405);
    expect(await get("/", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("takes the next port when one is in use", async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    const { port } = busy.address() as AddressInfo;
    const second = await serve(mounts, port);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    second.server.close();
    busy.close();
  });
});
