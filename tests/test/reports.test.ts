import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clearReports, countReports, promisedReports } from "../../tools/reports.mjs";
import { workspaces } from "../src/files.ts";

const folder = mkdtempSync(join(tmpdir(), "outgrad-reports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passed = { status: "passed", name: "a.test.ts", assertionResults: [{ status: "passed" }] };
const failing = {
  status: "failed",
  fullName: "add(1, 1) is 2",
  failureMessages: ["Error: got 3\n    at b.test.ts:1"],
};
const failed = { status: "failed", name: "b.test.ts", assertionResults: [failing] };
const crashed = { status: "failed", name: "c.test.ts", message: "no such module", assertionResults: [] };

function report(name: string, suites: object[], counts = {}): string {
  const file = join(folder, name);
  const numbers = { numTotalTests: 3, numPassedTests: 3, numFailedTests: 0 };
  const rest = { numPendingTests: 0, numTodoTests: 0, testResults: suites };
  writeFileSync(file, JSON.stringify({ ...numbers, ...rest, ...counts }));
  return file;
}

describe("countReports", () => {
  it("adds what the reports say, and names what failed", () => {
    const one = report("one.json", [passed]);
    const two = report("two.json", [failed], { numPassedTests: 1, numFailedTests: 1, numPendingTests: 1 });
    const { problems, ...counts } = countReports([one, two]);
    expect(counts).toEqual({ passed: 4, failed: 1, skipped: 1 });
    expect(problems).toEqual([expect.stringMatching(/b\.test\.ts: add\(1, 1\) is 2: Error: got 3$/)]);
  });

  it("counts a file that failed to load as a failure", () => {
    const { failed: count, problems } = countReports([report("crash.json", [passed, crashed])]);
    expect(count).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/c\.test\.ts: no such module$/)]);
  });

  it("counts a report that is missing, and one without a test, as a failure", () => {
    const { failed: count, problems } = countReports([
      join(folder, "missing.json"),
      report("empty.json", [], { numTotalTests: 0, numPassedTests: 0 }),
    ]);
    expect(count).toBe(2);
    expect(problems).toEqual([
      expect.stringContaining("missing.json: no report; its tests crashed or never ran."),
      expect.stringContaining("empty.json: the report holds no test."),
    ]);
  });

  it("counts nothing from an earlier run", () => {
    const old = report("old.json", [passed]);
    clearReports([old]);
    expect(countReports([old])).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("promisedReports", () => {
  it("finds a report for every package, app and the repository", () => {
    const names = promisedReports(workspaces(), ["test", "test:browser", "test:e2e"]);
    for (const part of ["packages/ops", "packages/engine", "apps/demo", "tests"]) {
      expect(names, part).toContainEqual(expect.stringContaining(join(part, ".vitest/test.json")));
    }
  });

  it("every test script writes one", () => {
    for (const { manifest } of workspaces()) {
      for (const task of ["test", "test:browser", "test:e2e"]) {
        const script = manifest.scripts?.[task];
        if (script)
          expect(script, `${manifest.name} ${task}`).toMatch(/--outputFile\.json=\.vitest\/\w+\.json/);
      }
    }
  });
});
