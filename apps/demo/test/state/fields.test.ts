import { describe, expect, it } from "vitest";
import { integer, integers, number, oneOf, readFields, text, writeFields } from "../../src/state/fields.ts";

const fields = {
  lr: number(0.1, 1e-5, 10),
  n: integer(100, 20, 1000),
  data: oneOf(["moons", "xor"], "moons"),
  e: text("a*b", 10),
  layers: integers([16, 16], 1, 64, 3),
};
const read = (query: string) => readFields(fields, new URLSearchParams(query));

describe("readFields", () => {
  it("takes the initial value for what is missing", () => {
    expect(read("")).toEqual({ lr: 0.1, n: 100, data: "moons", e: "a*b", layers: [16, 16] });
  });

  it("reads numbers, words, texts and lists", () => {
    expect(read("lr=1e-3&n=40&data=xor&e=x%2By&layers=8-4")).toEqual({
      lr: 0.001,
      n: 40,
      data: "xor",
      e: "x+y",
      layers: [8, 4],
    });
  });

  it("takes the initial value for nonsense, whatever it is", () => {
    for (const bad of ["NaN", "Infinity", "1e999", "0x10", "", " 1", "1;alert(1)", "-1", "11", "__proto__"]) {
      expect(read(`lr=${encodeURIComponent(bad)}`).lr).toBe(0.1);
    }
    for (const bad of ["20.5", "19", "1001", "2e1.5"]) expect(read(`n=${bad}`).n).toBe(100);
    expect(read("data=constructor").data).toBe("moons");
    expect(read("e=12345678901").e).toBe("a*b");
    for (const bad of ["1-2-3-4", "0", "65", "4--4", "4-x", ""]) {
      expect(read(`layers=${bad}`).layers).toEqual([16, 16]);
    }
  });

  it('reads "none" as an empty list', () => {
    expect(read("layers=none").layers).toEqual([]);
  });
});

describe("writeFields", () => {
  it("writes only what differs from the initial values", () => {
    expect(writeFields(fields, read("")).toString()).toBe("");
    expect(writeFields(fields, { ...read(""), lr: 0.02, layers: [] }).toString()).toBe("lr=0.02&layers=none");
  });

  it("is read back as it was", () => {
    const values = { lr: 0.30000000000000004, n: 77, data: "xor", e: "a & b=c", layers: [3] } as const;
    expect(readFields(fields, writeFields(fields, values))).toEqual(values);
  });
});
