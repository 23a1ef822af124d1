import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpu, useBackend } from "@outgrad/engine";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { disagreements, instrument, Recorder } from "../src/claims.ts";
import { lendGpu } from "../src/lend-gpu.ts";
import { type Snippet, snippets } from "../src/snippets.ts";

// Written where `@outgrad/...` resolves, to the built packages.
const folder = join(import.meta.dirname, "../.examples");
const all = (await snippets()).map((snippet, index) => ({
  ...snippet,
  ...instrument(snippet),
  snippet,
  file: join(folder, `${index}-${snippet.at.replaceAll(/\W+/g, "-")}.ts`),
}));

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, code, at, imports } of all) {
    const header = `import { Recorder } from "../src/claims.ts"; export const recorder = new Recorder(); `;
    writeFileSync(file, `${header}${imports}${code}\n// ${at}\n`);
  }
  const compilerOptions = { customConditions: [], lib: ["es2023", "dom"], noUncheckedIndexedAccess: false };
  const config = { extends: "../tsconfig.json", compilerOptions, include: ["*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
});

// Examples may turn a GPU on.
afterEach(() => {
  useBackend(cpu);
});

it("there are examples in the docs, the READMEs and the doc comments", () => {
  const places = all.map(({ at }) => at.replace(/(README|src).*|^docs.*/, ""));
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(places).size).toBeGreaterThan(5);
});

it("every example type-checks", () => {
  let problems = "";
  try {
    execFileSync("node", [tsc(), "-p", folder], { encoding: "utf8" });
  } catch (error) {
    problems = (error as { stdout: string }).stdout;
  }
  expect(problems).toBe("");
});

describe("every example gives what it says", () => {
  it.each(all.map((example) => [example.at, example] as const))(
    "%s",
    async (at, { snippet, claims, file }) => {
      const insists = snippet.code.includes('prefer: "webgpu"');
      const giveBack = insists ? lendGpu(at) : () => {};
      if (giveBack === undefined) return;
      try {
        const { recorder } = (await import(file)) as { recorder: Recorder };
        expect(disagreements(snippet, claims, recorder)).toEqual([]);
      } finally {
        giveBack();
      }
    },
  );
});

describe("the check of examples", () => {
  const check = (code: string, output?: string): string[] => {
    const snippet: Snippet = { at: "here", code, imports: "", output };
    const { code: body, claims } = instrument(snippet);
    const recorder = new Recorder();
    new Function("recorder", body)(recorder);
    return disagreements(snippet, claims, recorder);
  };

  it("accepts what is true", () => {
    expect(check("console.log(1 / 3); // 0.333...\nconst x = 2; // => 2\n[x, x]; // => [ 2, 2 ]")).toEqual(
      [],
    );
    expect(check("for (const i of [1, 2]) console.log(i);", "1\n2\n")).toEqual([]);
    expect(check("null.x; // throws Cannot read properties of null (reading 'x')")).toEqual([]);
  });

  it("reports what is false, missing or not shown", () => {
    expect(check("console.log(1 + 1); // 3")).toEqual(["line 1 says 3 and gives 2"]);
    expect(check("if (false) console.log(1); // 1")).toHaveLength(1);
    expect(check("1 + 1; // throws Error")).toEqual(["line 1 says Error and gives nothing thrown, but 2"]);
    expect(check("console.log(5);")).toEqual(["prints what the page does not show:\n5"]);
    expect(check("console.log(5);", "6\n")).toEqual(["the page shows\n6\nand the code prints\n5"]);
    expect(check("", "6\n")).toHaveLength(1);
  });
});

function tsc(): string {
  return join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
}
