import { packages, shown } from "./files.ts";

/** The names that every entry point of a package exports, by specifier, the package's index first. */
async function exportsOf(name: string): Promise<[specifier: string, source: string, names: string[]][]> {
  const { manifest } = packages.find((candidate) => candidate.name === name) ?? {};
  const entries = Object.entries(manifest?.exports ?? {}).filter(([, target]) => typeof target === "object");
  return Promise.all(
    entries.map(async ([entry, target]) => {
      const specifier = `@outgrad/${name}${entry.slice(1)}`;
      const source = (target as Record<string, string>)["@outgrad/source"] ?? "";
      return [
        specifier,
        `packages/${name}/${source.slice(2)}`,
        Object.keys(await import(specifier)),
      ] as const;
    }),
  ) as Promise<[string, string, string[]][]>;
}

/**
 * The imports that an `@example` leaves out. A name comes from the entry point that the file is, from its package,
 * or else from the index of another package.
 */
export async function importsFor(path: string, code: string): Promise<string> {
  const file = shown(path);
  const own = file.split("/")[1] ?? "";
  const others = packages.map(({ name }) => name).filter((name) => name !== own);
  const indexes = await Promise.all(others.map(async (name) => (await exportsOf(name)).slice(0, 1)));
  const entries = (await exportsOf(own)).sort((a, b) => Number(b[1] === file) - Number(a[1] === file));
  const words = new Set(code.replaceAll(/\/\/.*|"[^"]*"/g, "").match(/(?<![.\w])[A-Za-z_$][\w$]*/g));
  const declared = code.matchAll(/\b(?:const|let|function|class) (\w+|[{[][^=]*)/g);
  for (const [, names = ""] of declared) for (const name of names.match(/\w+/g) ?? []) words.delete(name);
  const lines = [...entries, ...indexes.flat()].map(([specifier, , names]) => {
    const used = names.filter((name) => words.delete(name));
    return used.length > 0 ? `import { ${used.join(", ")} } from "${specifier}"; ` : "";
  });
  return lines.join("");
}
