import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, read, root, shown } from "../src/files.ts";

const workflows = filesUnder(join(root, ".github/workflows"), /\.yml$/);

describe.each(workflows.map((path) => [shown(path), read(path)] as const))("%s", (_, text) => {
  it("pins each action to a commit, and says which version that is", () => {
    const uses = [...text.matchAll(/uses: *(.+)/g)].map(([, used]) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives every job an end, and no permission that it does not name", () => {
    const jobs = text
      .slice(text.indexOf("\njobs:\n"))
      .split(/^ {2}(?=[\w-]+:$)/m)
      .slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
    expect(text).toMatch(/^permissions: *(\{\}|\n {2}contents: read)$/m);
    expect(text).not.toMatch(/write-all|pull_request_target/);
  });
});

it("the release is published after the tests, from the lockfile, with provenance and without a token", () => {
  const text = read(join(root, ".github/workflows/release.yml"));
  const [test = "", release = ""] = text.split(/^ {2}release:$/m);
  expect(test).toContain("- run: npm test");
  expect(release).toContain("needs: test");
  expect(release).toContain("--frozen-lockfile");
  expect(release).toContain("id-token: write");
  expect(release).toContain('NPM_CONFIG_PROVENANCE: "true"');
  expect(text).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|cache:/);
});
