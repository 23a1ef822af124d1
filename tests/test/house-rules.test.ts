import { join } from "node:path";
import { expect, it } from "vitest";
import { filesUnder, read, root, shown, workspaces } from "../src/files.ts";
import { lineOf, type Node, nodes, parse } from "../src/source.ts";

const sources = ["packages", "apps"].flatMap((group) =>
  filesUnder(join(root, group), /\/src\/.*\.tsx?$/).filter((path) => !path.includes("/test/")),
);
const inOpsMathematics = (path: string) => /packages\/ops\/src\/intrinsics/.test(shown(path));

const notPortable = new Set(
  "exp expm1 log log1p log2 log10 sin cos tan tanh sinh cosh asinh acosh atanh pow asin acos atan atan2 cbrt hypot".split(
    " ",
  ),
);

/** `Math.exp`, `Math["exp"]`, `const { exp } = Math`, `a ** b`: results that differ between engines. `2 ** 53` is exact. */
function notPortableIn(node: Node): string | undefined {
  const { operator } = node;
  if (operator === "**=" || (operator === "**" && !isPowerOfTwo(node))) return operator;
  const object = (node.object ?? node.init) as { type?: string; name?: string } | undefined;
  if (object?.type !== "Identifier" || object.name !== "Math") return undefined;
  const id = node.id as { properties?: { key: { name?: string } }[] } | undefined;
  const property = node.property as { name?: string; value?: string } | undefined;
  const names = id?.properties?.map(({ key }) => key.name) ?? [property?.name ?? property?.value];
  return names.find((name) => name !== undefined && notPortable.has(name));
}

function isPowerOfTwo({ left, right }: Node): boolean {
  const base = left as Node;
  const exponent = (right as Node).type === "UnaryExpression" ? (right as Node).argument : right;
  return base.type === "Literal" && Number(base.value) === 2 && (exponent as Node).type === "Literal";
}

it("no source file is above 250 lines", () => {
  const files = [
    ...sources,
    ...filesUnder(join(root, "tools"), /\.m?[tj]s$/),
    ...filesUnder(join(root, "tests"), /\.ts$/),
    ...filesUnder(join(root, "docs/.vitepress"), /\.(ts|vue|css)$/).filter(
      (path) => !path.includes("/dist/"),
    ),
  ];
  expect(files.length).toBeGreaterThan(20);
  const long = files
    .map((path) => ({ path: shown(path), lines: read(path).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

it("the rule of portable mathematics sees every way to break it", () => {
  const file = join(import.meta.dirname, "fixtures/not-portable.ts");
  const found = [...nodes(parse(file))].map(({ node }) => notPortableIn(node)).filter(Boolean);
  expect(found).toEqual(["tanh", "exp", "**", "**=", "log"]);
});

it("no Math.exp, ** and the like outside the intrinsics of ops: every engine must give the same bits", () => {
  const wrong = sources
    .filter((path) => !inOpsMathematics(path))
    .flatMap((path) =>
      [...nodes(parse(path))].flatMap(({ node }) => {
        const name = notPortableIn(node);
        return name ? [`${shown(path)}:${lineOf(path, node)} uses ${name}`] : [];
      }),
    );
  expect(wrong).toEqual([]);
});

it("no package runs a script when it is installed", () => {
  const hooks = /^(pre|post)?(install|prepare|uninstall)$|^(pre|post)?publish/;
  for (const { manifest } of workspaces()) {
    expect(
      Object.keys(manifest.scripts ?? {}).filter((name) => hooks.test(name)),
      manifest.name,
    ).toEqual([]);
  }
  // Those that are named are refused.
  expect(read(join(root, "pnpm-workspace.yaml"))).toMatch(
    /^allowBuilds:\n(?: {2}(?:#.*|[\w@/.-]+: false)\n)+(?=\S)/m,
  );
});

it("no source loads anything from the network", () => {
  const address = /^(https?:)?\/\/(?!www\.w3\.org\/)[^\s/]/;
  const wrong = sources.flatMap((path) =>
    [...nodes(parse(path))]
      .filter(({ node, parent }) => {
        const isLink = parent?.type === "JSXAttribute" && (parent.name as { name?: string }).name === "href";
        return typeof node.value === "string" && address.test(node.value) && !isLink;
      })
      .map(({ node }) => `${shown(path)}:${lineOf(path, node)} names ${node.value}`),
  );
  expect(wrong).toEqual([]);
  for (const page of filesUnder(join(root, "apps"), /index\.html$/)) {
    expect(read(page), shown(page)).not.toMatch(/(src|srcset)="(https?:)?\/\//);
    expect(read(page), shown(page)).not.toMatch(/<link[^>]+href="(https?:)?\/\//);
  }
});
