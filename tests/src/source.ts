import { parseAst } from "rolldown/parseAst";
import { read } from "./files.ts";

/** A node of the syntax tree, with whatever fields its kind has. */
export interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

export interface Import {
  from: string;
  typeOnly: boolean;
}

/** The syntax tree of one TypeScript file. */
export function parse(path: string): Node {
  return parseAst(read(path), { lang: path.endsWith("x") ? "tsx" : "ts" }) as unknown as Node;
}

/** Every node of a tree, each with its parent. */
export function* nodes(node: Node, parent?: Node): Generator<{ node: Node; parent: Node | undefined }> {
  yield { node, parent };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && "type" in child) yield* nodes(child as Node, node);
    }
  }
}

/** What a file imports or re-exports, in every form that TypeScript has. */
export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  for (const { node } of nodes(parse(path))) {
    const source = node.source as { value?: unknown } | null | undefined;
    if (typeof source?.value !== "string") continue;
    const typeOnly = node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType";
    found.push({ from: source.value, typeOnly });
  }
  return found;
}

/** The line of a node, counted from 1. */
export const lineOf = (path: string, node: Node): number =>
  read(path).slice(0, node.start).split("\n").length;
