import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ort from "onnxruntime-web";
import { chromium } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser, launchOptions } from "../../../tools/browser.mjs";
import { notRun } from "../../src/not-run.ts";
import { expectClose, type Numbers, type Written, written } from "./compare.ts";

let models: Written[];
beforeAll(() => {
  models = written([1, 3]);
});

describe("a trained model in onnxruntime-web gives what it gives here", () => {
  it("in Node", async () => {
    ort.env.wasm.numThreads = 1;
    for (const { bytes, batches } of models) {
      const session = await ort.InferenceSession.create(bytes, {
        executionProviders: ["wasm"],
        logSeverityLevel: 3,
      });
      for (const { feeds, expected } of batches) {
        const tensors = Object.entries(feeds).map(([name, { data, dims }]) => [
          name,
          new ort.Tensor(data as Float32Array, dims),
        ]);
        const { output } = await session.run(Object.fromEntries(tensors));
        expectClose(output as unknown as Numbers, expected);
      }
      await session.release();
    }
  });

  it("in Chromium, with its files from this machine and nothing from elsewhere", async (test) => {
    if (!findBrowser()) notRun(test, "Chromium", "there is none. Debian: apt-get install chromium.", true);
    const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
    const asked: string[] = [];
    const server = createServer(({ url = "/" }, response) => {
      asked.push(url);
      const type = url.endsWith(".wasm") ? "application/wasm" : url === "/" ? "text/html" : "text/javascript";
      response.writeHead(200, { "content-type": type });
      response.end(
        url === "/" ? html : url === "/favicon.ico" ? "" : readFileSync(join(folder, url.slice(1))),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage();
      const elsewhere: string[] = [];
      page.on("request", (request) => {
        if (new URL(request.url()).host !== `127.0.0.1:${port}`) elsewhere.push(request.url());
      });
      await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "load" });
      for (const { bytes, batches } of models) {
        const plain = batches.map(({ feeds }) =>
          Object.entries(feeds).map(([name, { data, dims }]) => ({
            name,
            isInteger: data instanceof BigInt64Array,
            numbers: Array.from(data, Number),
            dims: [...dims],
          })),
        );
        const found = await page.evaluate(runInPage, { bytes: Array.from(bytes), plain });
        found.forEach(({ numbers, dims }, i) => {
          const data = Float32Array.from(numbers, (x) => Number(x));
          expectClose({ data, dims }, (batches[i] as Written["batches"][number]).expected);
        });
      }
      expect(elsewhere.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([]);
      expect(asked.some((url) => url.endsWith(".wasm"))).toBe(true);
    } finally {
      await browser.close();
      server.close();
    }
  });
});

interface Asked {
  readonly bytes: readonly number[];
  readonly plain: readonly (readonly {
    readonly name: string;
    readonly isInteger: boolean;
    readonly numbers: readonly number[];
    readonly dims: readonly number[];
  }[])[];
}

const html = `<!doctype html><script type="module">
import * as runtime from "/ort.wasm.min.mjs";
globalThis.runtime = runtime;
</script>`;

/** Is sent to the page as text. Numbers come back as text, as JSON has no NaN. */
async function runInPage({ bytes, plain }: Asked): Promise<{ numbers: string[]; dims: number[] }[]> {
  const { runtime } = globalThis as unknown as { runtime: typeof ort };
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmPaths = "/";
  const session = await runtime.InferenceSession.create(Uint8Array.from(bytes), { logSeverityLevel: 3 });
  const results: { numbers: string[]; dims: number[] }[] = [];
  for (const inputs of plain) {
    const feeds = inputs.map(({ name, isInteger, numbers, dims }) => {
      const data = isInteger ? BigInt64Array.from(numbers, BigInt) : Float32Array.from(numbers);
      return [name, new runtime.Tensor(data as Float32Array, dims)];
    });
    const { output } = await session.run(Object.fromEntries(feeds));
    results.push({
      numbers: Array.from(output?.data as Float32Array, String),
      dims: [...(output?.dims ?? [])],
    });
  }
  await session.release();
  return results;
}
