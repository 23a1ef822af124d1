import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { leaking, modes } from "../soak/names.ts";
import { root } from "../src/files.ts";

const minutes = 60_000;
const program = join(root, "tests/soak/growth.mjs");

/**
 * What a long run may leave behind, in bytes: 5 for each of 100,000 steps. What settles late comes to less, the least
 * thing that a step could forget to more.
 */
const most = 500_000;

interface Growth {
  readonly steps: number;
  readonly growth: Readonly<Record<"heap" | "external" | "wasm", number>>;
  readonly seconds: number;
}

async function growthOf(mode: string): Promise<Growth> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", program, mode]);
  console.log(stdout.trim());
  return JSON.parse(stdout);
}

describe.concurrent("a long run leaves nothing behind", () => {
  it.for([...modes])("%s", { timeout: 10 * minutes }, async (mode) => {
    const { growth } = await growthOf(mode);
    for (const [kind, bytes] of Object.entries(growth)) expect(bytes, kind).toBeLessThan(most);
  });
});

describe.concurrent("a leak is seen", () => {
  it.for(Object.entries(leaking))("%s", { timeout: 5 * minutes }, async ([leak, kind]) => {
    const { growth } = await growthOf(leak);
    expect(growth[kind]).toBeGreaterThan(most);
  });
});
