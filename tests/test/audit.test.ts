import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cases } from "../../bench/audit/cases/index.mjs";
import { mark } from "../../bench/audit/lib/mark.mjs";
import { auditPage } from "../../bench/audit/lib/tables.mjs";
import { read, root } from "../src/files.ts";

const results = join(root, "bench/results");
const record = JSON.parse(read(join(results, "audit.json")));

describe("mark", () => {
  const asked = { value: 2, grads: [0.5, 0], also: [{ why: "one-sided", grads: [1, 0] }] };
  const marked = (grads: unknown[], bits = 64) => mark(asked, { value: 2, grads }, bits).mark;

  it("tells right from wrong by the digits that a peer's numbers have", () => {
    expect(marked([0.5, 0])).toBe("right");
    expect(marked([0.500001, 0])).toBe("wrong");
    expect(marked([0.500001, 0], 32)).toBe("right");
    expect(marked([0.51, 0], 32)).toBe("wrong");
    expect(marked([0.5])).toBe("wrong");
    expect(marked(["NaN", 0])).toBe("wrong");
  });

  it("names another choice, and no third answer", () => {
    expect(mark(asked, { value: 2, grads: [1, 0] }, 64)).toEqual({ mark: "choice", why: "one-sided" });
    expect(marked([0, 1])).toBe("wrong");
    expect(mark({ value: 1, grads: [Number.NaN] }, { value: 1, grads: ["NaN"] }, 64).mark).toBe("right");
  });

  it("takes an error for an answer only where the case does", () => {
    expect(mark(asked, { threw: "no" }, 64).mark).toBe("threw");
    expect(mark({ ...asked, mayThrow: true }, { threw: "no" }, 64).mark).toBe("right");
    expect(mark(asked, { lacks: "no max" }, 64).mark).toBe("lacks");
    expect(mark(asked, { hung: true }, 64).mark).toBe("hung");
  });
});

it("bench/results/audit.md shows what is in audit.json", () => {
  expect(read(join(results, "audit.md"))).toBe(auditPage(record));
});

it("the record of the audit has an outcome of everybody for every case, and none for others", () => {
  const ids = cases.map(({ id }) => id).sort();
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(record.peers).length).toBe(10);
  for (const [name, { outcomes }] of Object.entries<{ outcomes: object }>(record.peers)) {
    expect(Object.keys(outcomes).sort(), name).toEqual(ids);
  }
});

it("outgrad gives no wrong answer in the audit, throws on none and lacks nothing", () => {
  const bad = Object.entries<{ mark: string }>(record.peers.outgrad.outcomes).filter(
    ([, { mark }]) => !["right", "choice"].includes(mark),
  );
  expect(bad).toEqual([]);
});
