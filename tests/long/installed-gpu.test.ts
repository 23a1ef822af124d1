import { realpathSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer } from "../src/consumer.ts";
import { packages, read } from "../src/files.ts";
import { Registry } from "../src/registry.ts";

const folder = packages.find(({ name }) => name === "gpu")?.folder ?? "";
const readme = read(join(folder, "README.md"));

let registry: Registry;
beforeAll(async () => {
  registry = await Registry.open("gpu");
  // The workspace leaves out the rest of what gpu.js asks for, so this registry does not have it.
  await registry.publish(realpathSync(join(folder, "node_modules/gpu.js")));
});
afterAll(() => registry?.close());

const program = `
import { createBackend } from "@outgrad/gpu";
import { tensor, useBackend } from "@outgrad/engine";

const backend = await createBackend();
useBackend(backend);
const numbers = await tensor([1, 2]).mul(2).read();
const reasons = backend.decision.refused.map(({ kind, reason }) => kind + ": " + reason);
console.log(JSON.stringify({ kind: backend.decision.kind, numbers: [...numbers], reasons }));
`;

/** What each package manager is told by the README to leave out of gpu.js, in its file. */
const overrides = {
  npm: { file: "package.json", text: readme.match(/```json\n(\{\s+"overrides"[\s\S]*?)```/)?.[1] ?? "" },
  pnpm: { file: "pnpm-workspace.yaml", text: readme.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? "" },
};

describe.each(["npm", "pnpm"] as const)("@outgrad/gpu, installed by %s in an empty folder", (manager) => {
  let consumer: Consumer;
  const found = async () => JSON.parse(await consumer.run("program.mjs"));
  beforeAll(async () => {
    consumer = await Consumer.install(registry, ["@outgrad/gpu", "@outgrad/engine"], manager);
    consumer.write("program.mjs", program);
  });

  it("brings the engine and the ops, no gpu.js, and nothing that has to be built", () => {
    expect(consumer.names()).toEqual(["@outgrad/engine", "@outgrad/gpu", "@outgrad/ops"]);
    expect(consumer.built()).toEqual([]);
  });

  it("takes less than 10 MB", () => {
    expect(consumer.bytes()).toBeGreaterThan(1e6);
    expect(consumer.bytes()).toBeLessThan(10e6);
  });

  it("computes on the CPU, and says how to add gpu.js", async () => {
    const { kind, numbers, reasons } = await found();
    expect([kind, numbers]).toEqual(["cpu", [2, 4]]);
    expect(reasons).toEqual([
      expect.stringMatching(/^webgpu: There is no WebGPU here/),
      expect.stringMatching(/^webgl2: gpu\.js is not here.*npm install gpu\.js/s),
    ]);
  });

  it("finds gpu.js when it is added, which brings nothing to build with the overrides of the README", async () => {
    const { file, text } = overrides[manager];
    consumer.add(file, text);
    await consumer.install("gpu.js");
    expect(consumer.names()).toEqual(expect.arrayContaining(["@outgrad/gpu", "acorn", "gpu.js"]));
    expect(consumer.names()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(gl|webgpu)$/)]));
    expect(consumer.built()).toEqual([]);
    const { kind, reasons } = await found();
    expect([kind, reasons[1]]).toEqual(["cpu", expect.stringMatching(/^webgl2: gpu\.js does not run/)]);
  });
});
