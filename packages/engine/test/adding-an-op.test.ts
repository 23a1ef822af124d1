import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

// The promise of the table: adding an op edits one file. A copy of both packages gets one more entry, is generated,
// compiled and used, as a contributor would.

const packages = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(packages, "../node_modules/.bin");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
let copy: string;

const entry = `  swish: {
    doc: "a times the logistic function of slope * a: a smooth, slightly dipping ReLU.",
    args: ["a"],
    params: { slope: 1 },
    value: "a / (1 + exp(-slope * a))",
    partials: ["(1 + slope * (a - y)) / (1 + exp(-slope * a))"],
    label: "Swish",
  },
`;

const use = `
import { swish, Value, value } from "@outgrad/engine";
import { value as microValue } from "@outgrad/engine/micro";
import { complexStep, opOf, toTex } from "@outgrad/ops";

const run = (x: { swish(slope?: number): { data: number; op: string; backward(): void }; grad: number }) => {
  const y = x.swish(1.5);
  y.backward();
  return { data: y.data, grad: x.grad, op: y.op };
};
// @ts-expect-error swish takes numbers, not words
(): Value => value(1).swish("steep");
const op = opOf("swish");
console.log(JSON.stringify({
  engine: run(value(0.7)),
  micro: run(microValue(0.7) as never),
  free: swish(value(0.7), 1.5).data,
  label: op.label,
  tex: toTex(op.formula),
  complex: complexStep(op, [0.7, 1.5], 0),
}));
`;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "outgrad-op-"));
  for (const name of ["ops", "engine"]) {
    for (const part of ["package.json", "tsconfig.build.json", "src", "scripts"]) {
      cpSync(join(packages, name, part), join(copy, "packages", name, part), { recursive: true });
    }
  }
  cpSync(join(packages, "../tsconfig.base.json"), join(copy, "tsconfig.base.json"));
  mkdirSync(join(copy, "node_modules/@outgrad"), { recursive: true });
  for (const name of ["ops", "engine"])
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@outgrad", name));

  const table = join(copy, "packages/ops/src/table/activations.ts");
  const text = readFileSync(table, "utf8");
  const end = text.lastIndexOf("} as const");
  writeFileSync(table, text.slice(0, end) + entry + text.slice(end));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it("one entry gives the method, its type, its derivative, its label, its TeX, on both engines", () => {
  const runIn = (folder: string, command: string, ...args: string[]): string => {
    const cwd = join(copy, folder);
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
    return stdout;
  };
  const run = (command: string, ...args: string[]): string => runIn(".", command, ...args);
  const build = (folder: string): void => {
    runIn(folder, "tsc", "-p", "tsconfig.build.json");
    runIn(folder, "node", join(packages, "../tools/bundle.mjs"));
  };
  build("packages/ops");
  run("node", "packages/engine/scripts/generate.mjs");
  build("packages/engine");
  writeFileSync(join(copy, "use.mts"), use);
  run(
    "tsc",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2023,dom",
    "--types",
    "",
    "use.mts",
  );
  const found = JSON.parse(run("node", "use.mjs"));

  const y = 0.7 / (1 + Math.exp(-1.5 * 0.7));
  const slope = (1 + 1.5 * (0.7 - y)) / (1 + Math.exp(-1.5 * 0.7));
  expect(Math.abs(found.engine.data - y)).toBeLessThan(2e-16);
  expect(Math.abs(found.engine.grad - slope)).toBeLessThan(4e-16);
  expect(found.engine.op).toBe("swish");
  expect(found.micro).toEqual(found.engine);
  expect(found.free).toBe(found.engine.data);
  expect(Math.abs(found.complex - found.engine.grad) / slope).toBeLessThan(1e-14);
  expect(found.label).toBe("Swish");
  expect(found.tex).toContain("\\frac{a}{");
}, 120_000);
