import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { vulkanDriver } from "../../tools/vulkan.mjs";
import { root } from "../src/files.ts";

const run = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "examples/run.mjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, ...vulkanDriver().env },
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

it("npm run example gpu says what createBackend has found, and compares it with the CPU", () => {
  const { stdout, status } = run("gpu", "--steps", "3", "--width", "16", "--batch", "8");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^createBackend\(\) chooses .+\. .+\.\n/);
  expect(stdout).toMatch(/the CPU +[\d.]+ ms a step, [\d.]+ % of 297 digits right/);
  const isThere = process.platform === "linux" && vulkanDriver().driver !== undefined;
  const race = /The losses of the first 3 steps are at most (\S+) apart\./;
  expect(isThere ? stdout : "").toMatch(isThere ? race : "");
  expect(Number(stdout.match(race)?.[1] ?? 0)).toBeLessThan(1e-4);
}, 120_000);

it("npm run example says which examples there are, and what options take", () => {
  expect(run("nothing")).toMatchObject({
    status: 2,
    stderr: "Which one? npm run example digits | gpu | text\n",
  });
  expect(run("digits", "--net", "tree").stderr).toContain("--net is mlp or conv; got tree.");
  expect(run("gpu", "--steps", "0").stderr).toContain("--steps is a whole number from 1 on.");
  expect(run("digits", "--seeds", "0").stderr).toContain("--seeds is a whole number from 1 on.");
});
