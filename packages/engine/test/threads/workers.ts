import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";
import { type Spawn, spawnInNode } from "../../src/threads/spawn.js";

let folder = "";

/** Has the worker's sources built before the tests of a file, because a worker of Node takes JavaScript. */
export function useBuiltWorker(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "outgrad-worker-"));
    await build({
      configFile: false,
      logLevel: "error",
      build: { ssr: join(import.meta.dirname, "../../src/threads/worker.ts"), outDir: folder },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** Starts such a worker. */
export const spawnBuilt: Spawn = (...events) =>
  spawnInNode(pathToFileURL(join(folder, "worker.js")).href)(...events);

/** Starts a worker that runs this module; `parentPort` is in scope. */
export const spawnCode = (code: string): Spawn => {
  const module = `import { parentPort } from "node:worker_threads";\n${code}`;
  return spawnInNode(`data:text/javascript,${encodeURIComponent(module)}`);
};
