import { describe, expect, it } from "vitest";
import { readPlay, startOf, writePlay } from "../../src/playground/address.ts";
import { presets } from "../../src/playground/presets/index.ts";

const read = (text: string) => readPlay(new URLSearchParams(text));

describe("readPlay", () => {
  it("is the first example for an empty address", () => {
    expect(read("")).toEqual(startOf(presets[0]));
  });

  it("reads text, leaves, position, passes and h", () => {
    const state = read("e=y%3Dx*x&at=x:-2.5e-3&step=2&passes=2&h=-9");
    expect(state).toEqual({
      ...startOf(presets[0]),
      text: "y=x*x",
      leaves: new Map([["x", -0.0025]]),
      position: 2,
      passes: 2,
      exponent: -9,
    });
  });

  it("reads a program, what was changed in it, and how its story is told", () => {
    const state = read("in=typescript&ts=y.backward()&at=l0.n0.w1:2&order=recursive&predict=yes");
    expect(state).toMatchObject({
      language: "typescript",
      code: "y.backward()",
      leaves: new Map([["l0.n0.w1", 2]]),
      order: "recursive",
      predict: true,
    });
    expect(readPlay(writePlay(state))).toEqual(state);
  });

  it("gives a language without a program the first example, to be written as one", () => {
    expect(read("in=typescript")).toEqual({ ...startOf(presets[0]), language: "typescript" });
  });

  it("stays as it is when it is written and read again, also where its numbers are none", () => {
    const once = writePlay(readPlay(new URLSearchParams("in=typescript&at=nonsense&step=4")));
    expect(writePlay(readPlay(once)).toString()).toBe(once.toString());
  });

  it("reads which leaves are looked at", () => {
    const state = read("e=a*b&leaf=b&across=b&up=-");
    expect(state.looking).toEqual({ leaf: "b", across: "b", up: "-" });
    expect(readPlay(writePlay(state))).toEqual(state);
  });

  it("drops leaves that are no numbers or no names", () => {
    const { leaves } = read(
      `e=x&at=${encodeURIComponent("x:1,y:NaN,z:1e999,<b>:1,a b:2,__proto__:3,w:,:4,v:5;6")}`,
    );
    expect([...leaves]).toEqual([
      ["x", 1],
      ["__proto__", 3],
    ]);
  });
});

describe("writePlay", () => {
  it("writes nothing for a fresh page", () => {
    expect(writePlay(startOf(presets[0])).toString()).toBe("");
  });

  it("is read back as it was, for every example", () => {
    for (const preset of presets) {
      const state = { ...startOf(preset), position: 3, passes: 2, exponent: -4 };
      expect(readPlay(writePlay(state))).toEqual(state);
    }
  });
});
