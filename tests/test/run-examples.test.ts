import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../src/files.ts";

const run = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "examples/run.mjs"), ...args], {
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

it("npm run example digits reads most digits after one training", () => {
  const { stdout, status } = run("digits", "--net", "mlp", "--seeds", "1");
  expect(status).toBe(0);
  const right = Number(stdout.match(/mlp: median ([\d.]+) %/)?.[1]);
  expect(right).toBeGreaterThan(96);
}, 120_000);

it("npm run example text writes after a few steps", () => {
  const { stdout, status } = run("text", "--steps", "3", "--write", "20");
  expect(status).toBe(0);
  expect(stdout).toMatch(/Shall I [\s\S]{20}\n$/);
}, 120_000);

it("npm run example says which examples there are, and what options take", () => {
  expect(run("nothing")).toMatchObject({
    status: 2,
    stderr: "Which one? npm run example digits | text\n",
  });
  expect(run("digits", "--net", "tree").stderr).toContain("--net is mlp or conv; got tree.");
  expect(run("digits", "--seeds", "0").stderr).toContain("--seeds is a whole number from 1 on.");
});
