import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setNumThreads } from "@outgrad/engine/threads";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../src/files.ts";
import { notRun } from "../src/not-run.ts";
import { notHere, runtimes, runWith } from "../src/runtimes.ts";
import { visit, visitors } from "../src/visit.ts";

type Hashes = Record<string, boolean | string | readonly string[]>;

/** What float32 products of matrices are part of: some engines round a product and its sum once, and then all alike. */
const single = ["float32", "float32 compiled", "float32 products"];

const programs = join(root, "tests/reproducibility");
const folder = mkdtempSync(join(tmpdir(), "outgrad-same-bits-"));
let here: Hashes;
/** What engines gave that do as this one does not. */
let others: Hashes | undefined;
let training: { hashes(): Promise<Hashes>; productsHash(dtype: string): Promise<string> };

/** All is the same here and there, in float32 among those that round alike. */
function same(there: Hashes): void {
  const expected: Hashes = { ...here, fused: there.fused ?? false };
  if (there.fused !== here.fused) {
    others ??= there;
    for (const name of single) expected[name] = others[name] as string;
  }
  expect(there).toEqual(expected);
}

/** One file with the packages as users get them. */
async function bundle(file: string, platform: "node" | "browser"): Promise<void> {
  const bundled = await rolldown({ input: join(programs, file), platform });
  await bundled.write({ file: join(folder, file), format: "esm", codeSplitting: false });
  await bundled.close();
}

beforeAll(async () => {
  training = await import(join(programs, "training.mjs"));
  here = await training.hashes();
  console.log(`Node ${process.versions.node}: ${JSON.stringify(here, null, 2)}`);
  await Promise.all([bundle("main.mjs", "node"), bundle("page.mjs", "browser")]);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "index.html"), '<!doctype html><script type="module" src="/page.mjs"></script>');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the weights of a seeded training have one SHA-256", () => {
  it("by Values and by their replay, by vectors and by WebAssembly, op by op and compiled", () => {
    const { values, replay, vector, wasm } = here;
    expect([replay].flat()[0]).toBe(values);
    expect(vector).toEqual(wasm);
    expect(here["float64 compiled"]).toBe(here.float64);
    expect(here["float32 compiled"]).toBe(here.float32);
    expect(here.values).toMatch(/^[0-9a-f]{64}$/);
  });

  it("with one thread and with two", async () => {
    expect(await setNumThreads(2)).toMatchObject({ threads: 2 });
    try {
      expect(await training.productsHash("float64")).toBe(here.products);
      expect(await training.productsHash("float32")).toBe(here["float32 products"]);
    } finally {
      await setNumThreads(1);
    }
  });

  for (const runtime of runtimes)
    it(`in ${runtime.name}`, async (test) => {
      if (notHere) notRun(test, runtime.name, notHere, false);
      same(JSON.parse(await runWith(runtime, folder, "main.mjs")));
    }, 300_000);

  for (const visitor of visitors)
    it(`in ${visitor.name}, in a page and in a worker`, async (test) => {
      if (!visitor.program) notRun(test, visitor.name, `there is none. ${visitor.help}`, true);
      const { page, worker } = (await visit(visitor, folder)) as Record<string, Hashes>;
      same(page as Hashes);
      expect(worker).toEqual(page);
    }, 300_000);
});
