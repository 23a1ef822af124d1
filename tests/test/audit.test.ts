import { join } from "node:path";
import { expect, it } from "vitest";
import { cases } from "../../bench/audit/cases/index.mjs";
import { auditPage } from "../../bench/audit/lib/tables.mjs";
import { read, root } from "../src/files.ts";

const results = join(root, "bench/results");
const record = JSON.parse(read(join(results, "audit.json")));

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
