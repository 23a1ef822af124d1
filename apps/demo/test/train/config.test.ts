import { describe, expect, it } from "vitest";
import { dataNames, initialConfig, readConfig, writeConfig } from "../../src/train/config.ts";

const read = (text: string) => readConfig(new URLSearchParams(text));

describe("readConfig", () => {
  it("is two moons and 2-[16,16,1] for an empty address", () => {
    const config = read("");
    expect(config.data).toBe("moons");
    expect(config.layers).toEqual([16, 16]);
    expect(config.loss).toBe("maxMargin");
  });

  it("starts every data set with what suits it", () => {
    expect(read("data=spiral").layers).toEqual([24, 24]);
    expect(read("data=spiral").optimiser).toBe("adam");
  });

  it("takes the initial value for nonsense", () => {
    expect(read("data=<script>&lr=fast&layers=1-2-3-4-5&n=1e9&batch=0&seed=-1")).toEqual(
      initialConfig("moons"),
    );
  });
});

it("writeConfig(config) is read back as it was, and empty for a fresh page", () => {
  expect(writeConfig(initialConfig("moons")).toString()).toBe("");
  for (const data of dataNames) {
    const config = { ...initialConfig(data), lr: 0.02, layers: [8, 4, 2], seed: 7 };
    expect(readConfig(writeConfig(config))).toEqual(config);
  }
});
