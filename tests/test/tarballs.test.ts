import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Consumer } from "../src/consumer.ts";
import { packages, read } from "../src/files.ts";
import { Registry } from "../src/registry.ts";

let registry: Registry;
beforeAll(async () => {
  registry = await Registry.open();
});
afterAll(() => registry?.close());

/** What a user may import: "@outgrad/engine", "@outgrad/engine/micro", ... */
const entries = packages.flatMap(({ name, manifest }) =>
  Object.keys(manifest.exports ?? {})
    .filter((entry) => entry !== "./package.json")
    .map((entry) => ({ name, specifier: manifest.name + entry.slice(1) })),
);

// The types of @outgrad/gpu name those of WebGPU, as its README says; the others know no page.
describe.each(packages)("$name, installed alone", ({ name, manifest }) => {
  const own = entries.filter((entry) => entry.name === name).map(({ specifier }) => specifier);
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await Consumer.install(registry, [manifest.name]);
    const imports = own.map((specifier, i) => `import * as m${i} from "${specifier}";`);
    const list = own.map((_, i) => `m${i}`).join(", ");
    consumer.write(
      "esm.mjs",
      `${imports.join("\n")}\nfor (const m of [${list}]) console.log(Object.keys(m).length > 0);\n`,
    );
    consumer.write(
      "cjs.cjs",
      own.map((specifier) => `console.log(Object.keys(require("${specifier}")).length > 0);`).join("\n"),
    );
    consumer.write("index.mts", `${imports.join("\n")}\nexport const all = [${list}];\n`);
  });

  it("brings what it declares and nothing else", () => {
    expect(consumer.names()).toEqual(registry.closure(manifest.name));
  });

  it("carries its licence, README, sources and a manifest without workspace words", () => {
    const folder = join(consumer.folder, "node_modules", manifest.name);
    expect(read(join(folder, "LICENSE"))).toMatch(/^MIT License/);
    expect(read(join(folder, "README.md"))).toContain(`# ${manifest.name}`);
    expect(read(join(folder, "src/index.ts"))).not.toBe("");
    expect(read(join(folder, "package.json"))).not.toMatch(/"(workspace|catalog):/);
  });

  it("is imported by ES modules", async () => {
    expect(await consumer.run("esm.mjs")).toBe("true\n".repeat(own.length));
  });

  it("is required by CommonJS", async () => {
    expect(await consumer.run("cjs.cjs")).toBe("true\n".repeat(own.length));
  });

  it.each(["nodenext", "bundler"] as const)(
    "type-checks under %s, library types included",
    async (resolution) => {
      expect(await consumer.typeCheck(resolution)).toBe("");
    },
  );
});
