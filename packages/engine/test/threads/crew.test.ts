import { afterEach, describe, expect, it, vi } from "vitest";
import { gemm, shareProducts } from "../../src/kernels/gemm.js";
import { Crew } from "../../src/threads/crew.js";
import type { Spawn } from "../../src/threads/spawn.js";
import { setNumThreads } from "../../src/threads.js";
import { rowMajor } from "../kernels/gemm-oracle.js";
import { spawnBuilt, spawnCode, useBuiltWorker } from "./workers.js";

useBuiltWorker();

let crew = new Crew();
async function start(threads: number, spawn: Spawn, seconds = 30) {
  crew = new Crew();
  await crew.start(threads, spawn, seconds);
  return crew;
}
afterEach(() => {
  crew.end();
  vi.unstubAllGlobals();
});

/** A product that is large enough to be shared, and whether it is right. */
function product(n = 256): boolean {
  const a = rowMajor(new Float32Array(n * n).fill(1), n);
  const out = rowMajor(new Float32Array(n * n).fill(5), n);
  gemm(n, n, n, a, a, out, true);
  return out.data.every((x) => x === n + 5);
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const answer = 'parentPort.once("message", () => parentPort.postMessage("ready"));';

describe("Crew.start(threads, spawn, seconds)", () => {
  it("shares products with as many workers as are asked for, until it is ended", async () => {
    const { threads, why } = await start(4, spawnBuilt);
    expect({ threads, why }).toEqual({ threads: 4, why: null });
    for (const n of [256, 100, 256, 300]) expect(product(n)).toBe(true);
    crew.end();
    expect({ threads: crew.threads, why: crew.why }).toEqual({ threads: 1, why: null });
    expect(product()).toBe(true);
  });

  it.each([
    ["fails as it loads", 'throw new Error("no luck");', "A worker has ended (no luck)."],
    ["leaves before it answers", "process.exit();", "A worker has ended (it left)."],
    ["never answers", "setInterval(() => {}, 1000);", "A worker did not answer within 0.3 seconds."],
  ])("goes on with one thread, and says so, if a worker %s", async (_, code, why) => {
    const found = await start(3, spawnCode(code), why.includes("0.3") ? 0.3 : 30);
    expect({ threads: found.threads, why: found.why }).toEqual({ threads: 1, why });
    expect(product()).toBe(true);
  });

  it("goes on with one thread if workers cannot be made", async () => {
    const { threads, why } = await start(2, () => {
      throw new Error("forbidden");
    });
    expect({ threads, why }).toEqual({ threads: 1, why: "A worker could not be started (forbidden)." });
  });

  it("goes on with one thread if a worker leaves later", async () => {
    await start(
      2,
      spawnCode(`${answer} parentPort.once("message", () => setTimeout(() => process.exit(), 50));`),
    );
    expect(crew.threads).toBe(2);
    expect(product()).toBe(true);
    await until(() => crew.threads === 1);
    expect(crew.why).toBe("A worker has ended (it left).");
    expect(product()).toBe(true);
  });

  it("computes a product anew if a worker does not finish its share, and is alone from then on", async () => {
    // It takes a share, as shares.ts does, and forgets it.
    const takes = `for (let taken = false; !taken; ) {
      const left = Atomics.load(control, 0);
      taken = left > 0 && Atomics.compareExchange(control, 0, left, left - 1) === left;
    }`;
    const code = `parentPort.once("message", ({ control }) => { parentPort.postMessage("ready"); ${takes} });`;
    await start(2, spawnCode(code), 0.3);
    while (crew.threads === 2) expect(product(512)).toBe(true);
    expect(crew.why).toBe("A worker did not finish its share of a product within 0.3 seconds.");
    expect(product()).toBe(true);
  });

  it("says what is missing where there is no SharedArrayBuffer and where WebAssembly is forbidden", async () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect((await start(2, spawnBuilt)).why).toBe(
      "There is no SharedArrayBuffer here, which threads need: a page has one where it is served with the headers " +
        "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.",
    );
    vi.unstubAllGlobals();
    vi.stubGlobal("WebAssembly", {});
    expect((await start(2, spawnBuilt)).why).toBe(
      "WebAssembly, in whose memory threads work, is missing or forbidden here.",
    );
    expect(crew.threads).toBe(1);
  });
});

describe("setNumThreads(threads)", () => {
  it.each([0, -1, 1.5, 65, Number.NaN, Number.POSITIVE_INFINITY, "2"])(
    "refuses %s and leaves the threads alone",
    async (threads) => {
      const share = vi.fn();
      shareProducts({ wants: share, multiply: share });
      await expect(setNumThreads(threads as number)).rejects.toThrow(
        new RangeError(`setNumThreads: expected a whole number from 1 to 64, got ${threads}.`),
      );
      product();
      expect(share).toHaveBeenCalled();
      shareProducts(null);
    },
  );

  it("of 1 is one thread, without a reason", async () => {
    const { threads, why } = await setNumThreads(1);
    expect({ threads, why }).toEqual({ threads: 1, why: null });
  });
});
