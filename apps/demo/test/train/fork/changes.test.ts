import { describe, expect, it } from "vitest";
import { type Config, initialConfig, readConfig, writeConfig } from "../../../src/train/config.ts";
import { choices, forked } from "../../../src/train/fork/changes.ts";
import { differences } from "../../../src/train/fork/words.ts";
import { Run } from "../../../src/train/run.ts";

const config: Config = { ...initialConfig("moons"), n: 30, layers: [4], epochs: 4 };

const all = (moment: "now" | "start") =>
  forked(moment).flatMap((name) => choices(name, config, moment).map((choice) => ({ name, ...choice })));

describe("choices", () => {
  it("each differ from the run in the one setting", () => {
    expect(all("start").length).toBeGreaterThan(40);
    for (const { name, settings } of all("start"))
      expect(differences(config, { ...config, ...settings })).toEqual([name]);
  });

  it("each can be written to the address and read again", () => {
    for (const { settings } of all("start")) {
      const next = { ...config, ...settings };
      expect(readConfig(writeConfig(next))).toEqual(next);
    }
  });

  it("have keys of their own", () => {
    for (const name of forked("start")) {
      const keys = choices(name, config, "start").map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("of now let the run go on from where it stands", () => {
    const run = new Run(config);
    const work = run.work();
    while (run.step < 3) work.next();
    const snapshot = run.snapshot();
    expect(forked("now")).not.toContain("layers");
    for (const { settings } of all("now")) {
      const other = new Run({ ...config, ...settings, path: "eager" });
      other.restore(snapshot);
      const weights = other.network.weights.map(({ data }) => data);
      expect(weights).toEqual([...snapshot.weights]);
      const rest = other.work();
      while (other.step < 4) rest.next();
      expect(other.network.weights.map(({ data }) => data)).not.toEqual(weights);
    }
  });
});
