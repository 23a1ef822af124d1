import { packages } from "./files.ts";

/** One thing that users may import. */
export interface Entry {
  /** The folder of its package. */
  package: string;
  /** "@outgrad/engine/micro" */
  specifier: string;
  /** What pages and their bundlers load, and what Node loads, from the folder of the package. */
  default: string;
  node: string;
}

/** What users may import of each package, as its package.json says. */
export const entries: readonly Entry[] = packages.flatMap(({ name, manifest }) =>
  Object.entries(manifest.exports ?? {}).flatMap(([path, target]) =>
    typeof target === "string"
      ? []
      : [
          {
            package: name,
            specifier: manifest.name + path.slice(1),
            ...(target as Pick<Entry, "default" | "node">),
          },
        ],
  ),
);

/** Those of one package. */
export const entriesOf = (name: string): readonly Entry[] =>
  entries.filter((entry) => entry.package === name);
