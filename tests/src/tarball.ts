import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesIn } from "./consumer.ts";
import { read } from "./files.ts";

const wanted = /^(package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md|(dist|src)\/[^.].*)$/;
const notForUsers =
  /(^|\/)(\.[^/]*|tests?|__tests__|bench|golden|fixtures|scripts)(\/|$)|\.(test|spec|bench)\./;

/** What is wrong with the files of an installed package, one sentence each. */
export function strays(folder: string): string[] {
  return filesIn(folder).flatMap((path) => {
    const file = relative(folder, path).replaceAll("\\", "/");
    const problems = !wanted.test(file) || notForUsers.test(file) ? ["is not for users"] : [];
    const [, compiled] = file.match(/^dist\/(?!node\/)(.+?)(\.d\.ts|\.js)$/) ?? [];
    if (compiled && !existsSync(join(folder, "src", `${compiled}.ts`))) problems.push("has no source");
    const missing = namedBy(path).filter((name) => !existsSync(join(dirname(path), name)));
    return [...problems, ...missing.map((name) => `names ${name}, which is not there`)].map(
      (problem) => `${file} ${problem}`,
    );
  });
}

/** The files that a source map is made of and for, and the map that a module names. */
function namedBy(path: string): string[] {
  if (path.endsWith(".map")) {
    const { file, sources } = JSON.parse(read(path)) as { file: string; sources: string[] };
    return [file, ...sources];
  }
  return path.endsWith(".js")
    ? [...read(path).matchAll(/^\/\/# sourceMappingURL=(.+)$/gm)].map(([, map = ""]) => map)
    : [];
}
