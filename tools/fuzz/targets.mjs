// The targets of all packages and apps, each bundled with all it imports from the packages' sources.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { workspaces } from "../workspace.mjs";

/** The files of all targets, by name. */
export function findTargets() {
  const files = workspaces()
    .map(({ folder }) => join(folder, "fuzz"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith(".fuzz.ts"));
  return new Map(files.map((file) => [basename(file, ".fuzz.ts"), file]).sort());
}

/** Bundles a target into the folder; gives the file. */
export async function bundleTarget(name, file, folder) {
  const bundle = await rolldown({
    input: file,
    platform: "node",
    resolve: { conditionNames: ["@outgrad/source", "node", "import", "default"] },
    plugins: [textFiles],
    // The files beside a target stay where they are.
    transform: { define: { "import.meta.url": JSON.stringify(pathToFileURL(file).href) } },
    // What a screen looks like, which the app loads when it is first shown.
    external: /\.(tsx|css)$/,
  });
  const out = join(folder, `${name}.mjs`);
  await bundle.write({ file: out, format: "esm", codeSplitting: false });
  await bundle.close();
  return out;
}

/** `import text from "./file?raw"`, as Vite has it. */
const textFiles = {
  name: "text-files",
  async resolveId(source, importer) {
    if (!source.endsWith("?raw")) return null;
    const found = await this.resolve(source.slice(0, -4), importer);
    return found && { id: `\0${found.id}?raw` };
  },
  load(id) {
    if (!id.startsWith("\0") || !id.endsWith("?raw")) return null;
    return {
      code: `export default ${JSON.stringify(readFileSync(id.slice(1, -4), "utf8"))};`,
      moduleType: "js",
    };
  },
};
