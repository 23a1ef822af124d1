import { join } from "node:path";
import { filesUnder, read, root, shown } from "./files.ts";
import { importsFor } from "./scope.ts";

/** One block of TypeScript that a reader sees, and the text block after it, if any. */
export interface Snippet {
  /** Where it stands: "packages/ops/README.md:12". */
  at: string;
  code: string;
  /** Imports that the reader does not see, because an `@example` may leave them out. */
  imports: string;
  /** What the page says it prints. */
  output: string | undefined;
}

const fence = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^ *```[ ]*$/gm;

/** The ts blocks of a text that starts on `firstLine` of `path`. */
export function blocks(path: string, text: string, firstLine = 1): Snippet[] {
  const found: Snippet[] = [];
  let end = -1;
  for (const match of text.matchAll(fence)) {
    const [whole, indent = "", language, body = ""] = match;
    const content = body.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    const previous = found.at(-1);
    if (language === "text" && previous && end >= 0 && text.slice(end, match.index).trim() === "") {
      previous.output = content;
    }
    end = -1;
    if (language === "ts") {
      const line = firstLine + text.slice(0, match.index).split("\n").length;
      found.push({ at: `${shown(path)}:${line}`, code: content, imports: "", output: undefined });
      end = match.index + whole.length;
    }
  }
  return found;
}

/** The `@example`s of a source file; one without a fence reaches to the next tag. */
async function examples(path: string): Promise<Snippet[]> {
  const source = read(path);
  const found = [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const line = source.slice(0, comment.index).split("\n").length;
    const text = comment[0].replaceAll(/^ *(\/\*\*| \*\/$| \* ?)/gm, "").replace(/\*\/$/, "");
    const fenced = text.replaceAll(/^@example\n(?!```)([\s\S]*?)(?=^@|(?![\s\S]))/gm, "```ts\n$1```\n");
    return fenced.includes("```ts") ? blocks(path, fenced, line) : [];
  });
  for (const snippet of found) {
    if (!/^import /m.test(snippet.code)) snippet.imports = await importsFor(path, snippet.code);
  }
  return found;
}

/** Every example of the repository that a reader may copy. */
export async function snippets(): Promise<Snippet[]> {
  const pages = [
    join(root, "README.md"),
    join(root, "CONTRIBUTING.md"),
    ...filesUnder(join(root, "packages"), /\/README\.md$/),
    ...filesUnder(join(root, "docs"), /\.md$/).filter((path) => !path.includes("/docs/api/")),
  ];
  const sources = filesUnder(join(root, "packages"), /\/src\/.*\.ts$/);
  const inSources = await Promise.all(sources.map(examples));
  return [...pages.flatMap((path) => blocks(path, read(path))), ...inSources.flat()];
}
