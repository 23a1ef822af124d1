import { describe, expect, it } from "vitest";
import { readPicture, startPicture, writePicture } from "../../src/digits/address.ts";
import { blank, withLine } from "../../src/digits/bitmap.ts";
import {
  initialConfig,
  nets,
  optimisers,
  rateFor,
  readConfig,
  writeConfig,
} from "../../src/digits/config.ts";

const query = (text: string) => new URLSearchParams(text);

describe("readPicture", () => {
  it("is the first test picture for an empty address, and for nonsense", () => {
    expect(readPicture(query(""))).toEqual({
      drawn: null,
      test: 0,
      fit: true,
      right: 0,
      down: 0,
      noise: 0,
      target: 3,
    });
    expect(readPicture(query("ink=<script>&test=297&right=99&noise=2&target=10&fit=maybe"))).toEqual(
      startPicture,
    );
  });

  it("reads what writePicture wrote", () => {
    const drawn = withLine(blank, [3, 4], [20, 28], 1);
    for (const picture of [
      { ...startPicture, test: 17, target: 8 },
      { ...startPicture, drawn, fit: false, right: -5, down: 16, noise: 0.12 },
    ])
      expect(readPicture(query(writePicture(picture).toString()))).toEqual(picture);
    expect(writePicture(startPicture).toString()).toBe("");
  });
});

describe("readConfig", () => {
  it("starts each network with what suits it", () => {
    expect(readConfig(query(""))).toEqual({
      net: "mlp",
      optimiser: "adamw",
      lr: 0.004,
      batch: 32,
      dropout: 0.3,
      epochs: 40,
      seed: 1,
    });
    expect(readConfig(query("net=conv"))).toMatchObject({ net: "conv", lr: 0.005, dropout: 0.2, epochs: 20 });
  });

  it("takes the initial value for nonsense", () => {
    expect(
      readConfig(query("net=tree&lr=fast&batch=0&dropout=1&epochs=1e9&seed=-1&optimiser=__proto__")),
    ).toEqual(initialConfig("mlp"));
  });

  it("reads what writeConfig wrote, which is empty for a fresh page", () => {
    expect(writeConfig(initialConfig("mlp")).toString()).toBe("");
    for (const net of nets) {
      const config = { ...initialConfig(net), lr: 0.02, seed: 7, optimiser: "sgd", epochs: 3 } as const;
      expect(readConfig(writeConfig(config))).toEqual(config);
    }
  });
});

it("rateFor(net, optimiser) is a rate that the settings take", () => {
  for (const net of nets) {
    for (const optimiser of optimisers) {
      const config = { ...initialConfig(net), optimiser, lr: rateFor(net, optimiser) };
      expect(readConfig(writeConfig(config))).toEqual(config);
    }
  }
});
