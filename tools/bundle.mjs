// Writes dist/node of the package in this folder: each entry point that has a condition "node" as one file, with what
// several share in files of its own. Node reads a few files in a third of the time of hundreds; pages and their
// bundlers take the modules one by one, to leave out what they do not use.
// And takes out of dist what the compiler once wrote for a source file that is gone: it would be published.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

const folder = "dist/node";
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).flatMap(({ node, "@outgrad/source": source }) =>
  node ? [[node.slice(`./${folder}/`.length, -".js".length), source]] : [],
);
// What is not imported but started, each from a file of its own: workers, a command and the process that it starts.
const started = {
  worker: "./src/threads/worker.ts",
  cli: "./src/cli/main.ts",
  inside: "./src/cli/inside.ts",
  watchdog: "./src/cli/watchdog.ts",
};
for (const [name, source] of Object.entries(started)) if (existsSync(source)) entries.push([name, source]);

rmSync(folder, { recursive: true, force: true });
for (const file of readdirSync("dist", { recursive: true })) {
  const source = file.match(/^(.*?)(\.d)?\.(js|ts)(\.map)?$/);
  if (source && (source[4] || !existsSync(join("src", `${source[1]}.ts`)))) rmSync(join("dist", file));
}
const bundle = await rolldown({
  input: Object.fromEntries(entries),
  external: (id) => !/^[./]/.test(id),
  platform: "node",
});
await bundle.write({
  dir: folder,
  format: "esm",
  sourcemap: true,
  sourcemapExcludeSources: true,
  chunkFileNames: "shared/[name].js",
});
await bundle.close();
