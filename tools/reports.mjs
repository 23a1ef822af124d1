// Counts what the test tasks reported. Silence is a failure: every script that promises a report must leave one.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./workspace.mjs";

/** The report files that the scripts of these workspaces promise (`--outputFile.json=...`), for the named tasks. */
export function promisedReports(workspaces, tasks) {
  return workspaces.flatMap(({ folder, manifest }) =>
    tasks
      .map((task) => manifest.scripts?.[task]?.match(/--outputFile\.json=(\S+)/)?.[1])
      .filter(Boolean)
      .map((file) => join(folder, file)),
  );
}

/** Deletes old reports, so that only this run's are counted. */
export function clearReports(files) {
  for (const file of files) rmSync(file, { force: true });
}

/** Totals over the reports, and a line for each failure, also for those that no report counts. */
export function countReports(files) {
  const total = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const file of files) {
    const name = relative(root, file);
    if (!existsSync(file)) {
      total.failed++;
      total.problems.push(`${name}: no report; its tests crashed or never ran.`);
      continue;
    }
    const report = JSON.parse(readFileSync(file, "utf8"));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
    for (const suite of report.testResults) {
      const file = relative(root, suite.name);
      const failed = suite.assertionResults.filter((test) => test.status === "failed");
      for (const { fullName, failureMessages } of failed) {
        const [reason = ""] = failureMessages.map((message) => message.split("\n")[0]);
        total.problems.push(`${file}: ${fullName}: ${reason}`);
      }
      if (suite.status !== "failed" || failed.length > 0) continue;
      total.failed++;
      total.problems.push(`${file}: ${suite.message || "the file failed to load."}`);
    }
    if (report.numTotalTests === 0) {
      total.failed++;
      total.problems.push(`${name}: the report holds no test.`);
    }
  }
  return total;
}
