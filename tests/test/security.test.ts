import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, packages, read, root, shown } from "../src/files.ts";
import { type Node, nodes, parse } from "../src/source.ts";
import { threats } from "../src/threats.ts";

const rows = threats();
const page = read(join(root, "docs/security.md"));

describe("the threat model of docs/security.md", () => {
  it("has the assets that the sandbox is there for", () => {
    const assets = new Set(rows.map(({ asset }) => asset));
    for (const asset of [
      "network",
      "storage",
      "messaging",
      "sub-workers",
      "eval policy",
      "navigation",
      "time",
      "memory",
    ])
      expect([...assets]).toContain(asset);
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)("$asset, $attacker: $claim", ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, name } of tests) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(titlesIn(join(root, file)), file).toContain(name);
    }
  });

  it("tells the policy that the demo has", () => {
    const [, policy = ""] =
      /Content-Security-Policy"\s+content="([^"]+)"/.exec(read(join(root, "apps/demo/index.html"))) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(page).toContain(policy);
  });
});

/** The names of a file's tests and groups: what its calls of it, describe and their like begin with. */
function titlesIn(path: string): string[] {
  const literals = [...nodes(parse(path))].flatMap(({ node }) => {
    const [first] = (node.type === "CallExpression" ? node.arguments : []) as Node[];
    return typeof first?.value === "string" && isTest(node.callee as Node) ? [first.value] : [];
  });
  return literals;
}

function isTest(callee: Node): boolean {
  if (callee.type === "CallExpression") return isTest(callee.callee as Node);
  if (callee.type === "MemberExpression") return isTest(callee.object as Node);
  return callee.type === "Identifier" && /^(it|test|describe)$/.test(callee.name as string);
}

describe("what SECURITY.md says of the packages", () => {
  const sources = packages.flatMap(({ folder }) => filesUnder(join(folder, "src"), /\.ts$/));

  it("text is evaluated in one module: the one that runs a learner's", () => {
    const evaluating = sources.filter((path) =>
      [...nodes(parse(path))].some(({ node }) => {
        const called = ["CallExpression", "NewExpression"].includes(node.type)
          ? (node.callee as Node)
          : undefined;
        const named = called ?? ((node.init ?? {}) as Node);
        return named.type === "Identifier" && /^(eval|Function|AsyncFunction)$/.test(named.name as string);
      }),
    );
    expect(evaluating.map(shown)).toEqual(["packages/exercises/src/subject/evaluate.ts"]);
  });

  it("files, processes and connections are the business of the exercises alone", () => {
    const reaching = sources.filter((path) =>
      /node:(fs|http|https|net|dgram|tls|child_process)|\bfetch\(|XMLHttpRequest|new WebSocket/.test(
        code(path),
      ),
    );
    expect(
      reaching
        .map(shown)
        .filter((path) => !/^packages\/exercises\/src\/(cli\/|subject\/python\/program-of-wasm)/.test(path)),
    ).toEqual([]);
  });

  it("every file with something of strangers to read has a target of the fuzzer", () => {
    const targets = filesUnder(join(root, "packages"), /\/fuzz\/.*\.fuzz\.ts$/)
      .map((path) => read(path))
      .join("\n");
    const named =
      read(join(root, "SECURITY.md")).match(/`(read|load|import|parse)[A-Z]\w+`|`expression`/g) ?? [];
    expect(named.length).toBeGreaterThan(6);
    for (const name of new Set(named.map((each) => each.slice(1, -1))))
      if (name !== "loadPython") expect(targets).toContain(name);
  });
});

/** A file without its comments and its generated texts. */
const code = (path: string) =>
  path.includes("/generated/") ? "" : read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
