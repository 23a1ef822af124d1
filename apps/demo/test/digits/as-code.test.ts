import * as datasets from "@outgrad/datasets";
import * as digits from "@outgrad/datasets/digits";
import * as engine from "@outgrad/engine";
import * as random from "@outgrad/engine/random";
import * as losses from "@outgrad/losses";
import * as nn from "@outgrad/nn";
import { describe, expect, it } from "vitest";
import { asCode } from "../../src/digits/as-code.ts";
import { type Config, initialConfig, nets, optimisers } from "../../src/digits/config.ts";
import { loadData } from "../../src/digits/data.ts";
import { look } from "../../src/digits/look.ts";
import { Training } from "../../src/digits/training.ts";

const modules = {
  "@outgrad/datasets": datasets,
  "@outgrad/datasets/digits": digits,
  "@outgrad/engine": engine,
  "@outgrad/engine/random": random,
  "@outgrad/losses": losses,
  "@outgrad/nn": nn,
};

/** Runs a program of the dialog with the real packages, and gives what it printed by the first word. */
async function run(code: string): Promise<Map<string, unknown>> {
  const printed = new Map<string, unknown>();
  const body = code
    .replace(/^import (\{.*\}) from ("@outgrad\/.*");$/gm, "const $1 = modules[$2];")
    .replace(" as const;", ";");
  const program = `return (async () => {${body}})()`;
  await new Function("modules", "console", program)(modules, {
    log: (word: string, found: unknown) => printed.set(word, found),
  });
  return printed;
}

const data = loadData();
const configs: Config[] = [
  ...nets.map((net) => ({ ...initialConfig(net), epochs: 2, seed: 7 })),
  ...optimisers.map((optimiser) => ({ ...initialConfig("mlp"), optimiser, lr: 0.01, epochs: 1, batch: 50 })),
];

describe("asCode", () => {
  it.each(configs)("trains and reads as the screen does: %o", async (config) => {
    const picture = data.test.images.slice(0, 64);
    const training = new Training(config, data);
    await training.run(async () => {});
    const seen = look(training.network, { picture, target: 5 });
    const printed = await run(asCode(config, picture, 5));
    expect(printed.get("test accuracy")).toBe(training.history.at(-1)?.test.accuracy);
    expect(printed.get("probabilities")).toEqual([Array.from(seen.probabilities)]);
    expect((printed.get("gradient") as number[][][][]).flat(3)).toEqual(Array.from(seen.gradient));
  });
});
