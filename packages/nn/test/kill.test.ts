import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Random, random } from "@outgrad/engine/random";
import { build, defaultServerConditions } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCheckpoint, SafetensorsError } from "../src/index.js";

const KILLS = 20;
const places = ["forward", "anywhere", "writing", "written", "renamed"] as const;

/** When a training is to be killed: in or after a step of its, or at its next checkpoint, after a part of the bytes. */
interface Moment {
  readonly steps: number;
  readonly place: (typeof places)[number];
  readonly part: number;
}

const draw = (random: Random, i: number): Moment => ({
  steps: 1 + random.integer(10),
  place: places[i % places.length] as Moment["place"],
  part: random.uniform(),
});

const temporary = mkdtempSync(join(tmpdir(), "outgrad-kill-"));
const program = join(temporary, "training.mjs");

// A process of its own reads no TypeScript: the training and the sources that it imports become one file.
beforeAll(() =>
  build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@outgrad/source", ...defaultServerConditions] },
    ssr: { noExternal: true, resolve: { conditions: ["@outgrad/source", ...defaultServerConditions] } },
    build: {
      ssr: fileURLToPath(new URL("kill/training.mjs", import.meta.url)),
      outDir: temporary,
      minify: false,
      rollupOptions: { output: { entryFileNames: "training.mjs" } },
    },
  }),
);
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs the training in a folder until it ends or the moment comes, when it is killed; gives how it ended. */
function train(folder: string, moment: Moment | null): Promise<string> {
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, folder, JSON.stringify(moment)]);
    let errors = "";
    child.stdout.on("data", () => child.kill("SIGKILL"));
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.on("close", (code, signal) => resolve(signal ?? (errors || `exit ${code}`)));
  });
}

test(`T155 a training that is killed ${KILLS} times, also in the middle of a checkpoint, ends with the same bits`, {
  timeout: 300_000,
}, async () => {
  const [whole, killed] = [join(temporary, "whole"), join(temporary, "killed")];
  expect(await train(whole, null)).toBe("exit 0");

  const moments = random("kills");
  let torn = 0;
  for (let i = 0; i < KILLS; i++) {
    const moment = draw(moments, i);
    expect(await train(killed, moment), JSON.stringify(moment)).toBe("SIGKILL");
    if (moment.place !== "writing") continue;
    torn++;
    const half = new Uint8Array(readFileSync(join(killed, "checkpoint.new")));
    expect(() => loadCheckpoint(half)).toThrow(SafetensorsError);
  }
  expect(torn).toBe(KILLS / places.length);
  expect(existsSync(join(killed, "end"))).toBe(false);
  expect(await train(killed, null)).toBe("exit 0");

  const [wanted, found] = [whole, killed].map((folder) => readFileSync(join(folder, "end")));
  const { history } = loadCheckpoint(new Uint8Array(wanted as Buffer)) as { history: unknown[] };
  expect(history).toHaveLength(40);
  expect((found as Buffer).equals(wanted as Buffer)).toBe(true);
});
