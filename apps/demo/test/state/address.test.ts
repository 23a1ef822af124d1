import { describe, expect, it } from "vitest";
import { readHash, writeHash } from "../../src/state/address.ts";

describe("readHash", () => {
  it("reads the screen and its state", () => {
    const { screen, query } = readHash("#train?lr=0.1&data=xor");
    expect(screen).toBe("train");
    expect(query.get("lr")).toBe("0.1");
    expect(query.get("data")).toBe("xor");
  });

  it("takes the playground for anything else", () => {
    for (const hash of ["", "#", "#nowhere", "#__proto__?x=1", "#%E0%A4%A", "#/?//", "#<script>"]) {
      expect(readHash(hash).screen).toBe("play");
    }
  });

  it("does not read a hash of a megabyte", () => {
    expect([...readHash(`#train?e=${"a".repeat(1e6)}`).query]).toEqual([]);
  });
});

it("writeHash(address) is what readHash reads", () => {
  const query = new URLSearchParams({ e: "d = a*b; L = d#&?", at: "a:2,b:-3" });
  const hash = writeHash({ screen: "play", query });
  const back = readHash(hash);
  expect([back.screen, [...back.query]]).toEqual(["play", [...query]]);
});
