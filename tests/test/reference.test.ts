import { join } from "node:path";
import { expect, it } from "vitest";
import { packages, read } from "../src/files.ts";

/** Entries for the other packages, and custom elements, which their README tells: the reference leaves them out. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  ops: ["src/gpu/index.ts", "src/intrinsics-float32.ts", "src/source/index.ts", "src/wasm/index.ts"],
  viz: ["src/elements/index.ts"],
};

it.each(packages)("the reference has a page for each entry of $name", ({ name, folder, manifest }) => {
  const { entryPoints } = JSON.parse(read(join(folder, "typedoc.json"))) as { entryPoints: string[] };
  const sources = Object.values(manifest.exports ?? {}).flatMap((target) =>
    typeof target === "string" ? [] : [(target as Record<string, string>)["@outgrad/source"]?.slice(2)],
  );
  expect([...entryPoints, ...(leftOut[name] ?? [])].sort()).toEqual(sources.sort());
});
