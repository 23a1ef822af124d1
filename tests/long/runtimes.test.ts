import { cpSync } from "node:fs";
import { join } from "node:path";
import { build, createLogger, createServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer } from "../src/consumer.ts";
import { entries } from "../src/entries.ts";
import { packages, root } from "../src/files.ts";
import { notRun } from "../src/not-run.ts";
import { Registry } from "../src/registry.ts";
import { notHere, runtimes, runWith } from "../src/runtimes.ts";
import { visit, visitors, visitServer } from "../src/visit.ts";

const files = ["program.mjs", "main.mjs", "page.mjs"];
const specifiers = entries.map(({ specifier }) => specifier);

let registry: Registry;
let consumer: Consumer;
let expected: Record<string, string>;
beforeAll(async () => {
  registry = await Registry.open();
  const names = packages.map(({ manifest }) => manifest.name);
  consumer = await Consumer.install(registry, names);
  for (const file of files) cpSync(join(root, "tests/runtimes", file), join(consumer.folder, file));
  expected = JSON.parse(await consumer.run("main.mjs"));
});
afterAll(() => registry?.close());

describe("one program over the installed packages", () => {
  it("trains the same weights by Values and by their replay, and finds what was spoilt", () => {
    expect(expected.values).toMatch(/^[0-9a-f]{64}$/);
    expect(expected.replay).toBe(expected.values);
    expect(expected.verdict).toBe("OK");
    expect(expected.grades).toContain('["python",false,[["overwrites-grad","add"');
  });

  describe("gives the same bits in", () => {
    for (const runtime of runtimes)
      it(runtime.name, async (test) => {
        if (notHere) notRun(test, runtime.name, notHere, false);
        expect(JSON.parse(await runWith(runtime, consumer.folder, "main.mjs"))).toEqual(expected);
      });
  });

  describe("in a page with every entry of every package", () => {
    const warnings: string[] = [];
    const customLogger = { ...createLogger("silent"), warn: (text: string) => void warnings.push(text) };
    let vite: { root: string; configFile: false; customLogger: typeof customLogger };
    beforeAll(async () => {
      const imports = specifiers.map((specifier, i) => `import * as m${i} from "${specifier}";\n`);
      const list = specifiers.map((specifier, i) => `  "${specifier}": m${i},\n`);
      consumer.write("entries.mjs", `${imports.join("")}export const entries = {\n${list.join("")}};\n`);
      consumer.write("index.html", '<!doctype html><script type="module" src="/page.mjs"></script>\n');
      vite = { root: consumer.folder, configFile: false, customLogger };
    });

    it("is built by Vite without a warning", async () => {
      // The page carries everything on purpose, and a busy machine is slow.
      const calm = { chunkSizeWarningLimit: 1e4, rolldownOptions: { checks: { pluginTimings: false } } };
      await build({ ...vite, build: calm });
      expect(warnings).toEqual([]);
    });

    for (const visitor of visitors)
      it(`gives the same bits in ${visitor.name}`, async (test) => {
        if (!visitor.program) notRun(test, visitor.name, `there is none. ${visitor.help}`, true);
        const told = await visit(visitor, join(consumer.folder, "dist"));
        expect(told).toEqual({ entries: specifiers, result: expected });
      });

    const [chromium] = visitors;
    it("gives the same bits from Vite's server for developers", async (test) => {
      if (!chromium.program) notRun(test, chromium.name, `there is none. ${chromium.help}`, true);
      const server = await createServer({ ...vite, server: { port: 0, host: "127.0.0.1" } });
      const { httpServer, resolvedUrls } = await server.listen();
      const [url = ""] = resolvedUrls?.local ?? [];
      const told = httpServer && (await visitServer(chromium, httpServer, url).finally(() => server.close()));
      expect(told).toEqual({ entries: specifiers, result: expected });
      expect(warnings).toEqual([]);
    });
  });
});
