// Entry point of `npm run demo` and `npm test`: Node and npm are all it needs.
// It gets the pinned pnpm through npm, installs from the lockfile, then runs the task.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browserHelp, findBrowser } from "./browser.mjs";
import { clearReports, countReports, promisedReports } from "./reports.mjs";
import { serve } from "./serve.mjs";
import { root, workspaces } from "./workspace.mjs";

const { packageManager, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  // Part of every turbo hash (turbo.json, globalEnv): a result cached under one Node is not replayed under another.
  OUTGRAD_NODE: process.version,
};

/** What stands behind the task's name. */
const words = process.argv.slice(3);

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(`This repository needs Node ${engines.node}; this is ${process.versions.node}.`);
}

/** Runs the pinned pnpm. `npm exec` answers from its cache, so a second run needs no network. */
function pnpm(...args) {
  // npm tells its scripts where its own entry point is: no shell, so the same on Windows.
  const npm = process.env.npm_execpath;
  const viaNode = npm?.endsWith("npm-cli.js");
  const exec = ["exec", "--prefer-offline", "--yes", "--", packageManager, ...args];
  const result = spawnSync(viaNode ? process.execPath : "npm", viaNode ? [npm, ...exec] : exec, {
    cwd: root,
    env,
    stdio: "inherit",
    shell: !viaNode && process.platform === "win32",
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function must(...args) {
  const status = pnpm(...args);
  if (status !== 0) process.exit(status);
}

/** Runs these tasks with the tests among them, and where there is a browser those in it; ends the process. */
function runTests(...wanted) {
  const browser = findBrowser();
  const inBrowser = wanted.includes("test") ? ["test:browser", "test:e2e"] : wanted;
  const all = browser
    ? [...new Set([...wanted, ...inBrowser])]
    : wanted.filter((task) => !inBrowser.includes(task));
  const reports = promisedReports(workspaces(), all);
  clearReports(reports);
  const status =
    all.length > 0 ? pnpm("exec", "turbo", "run", ...all, "--continue", "--output-logs=new-only") : 0;
  const { passed, failed, skipped, problems } = countReports(reports);
  // A build, type check or package check that broke has no report: it is one failure of its own.
  const failures = status !== 0 && failed === 0 ? 1 : failed;
  for (const problem of problems) console.error(problem);
  if (status !== 0) console.error("A task failed: the log above names it.");
  if (!browser) {
    console.error(`NOT RUN: the tests in a browser (${inBrowser.join(", ")}): there is none. ${browserHelp}`);
    if (process.env.CI) console.error("With CI set, that is a failure.");
  }
  console.log(`\n${passed} passed, ${failures} failed, ${skipped} skipped`);
  process.exit(failures > 0 || (!browser && process.env.CI) ? 1 : 0);
}

const tasks = {
  setup() {},

  build() {
    must("exec", "turbo", "run", "build", ...words);
  },

  /** Accepts the public API as it is now. */
  api() {
    must("exec", "turbo", "run", "api", "--", "--local");
  },

  bench() {
    must("exec", "node", "bench/run.mjs", ...words);
  },

  reproducibility() {
    const needed = ["nn", "losses", "datasets"].map((name) => `--filter=@outgrad/${name}...`);
    must("exec", "turbo", "run", "build", ...needed, "--output-logs=errors-only");
    const config = ["--root", "tests", "--config", "vitest.long.config.ts"];
    must("exec", "vitest", "run", ...config, "long/reproducibility.test.ts");
  },

  generate() {
    // The other generators read the ops as they are built.
    must("--filter", "@outgrad/ops", "run", "generate");
    must("exec", "turbo", "run", "build", "--filter=@outgrad/ops", "--output-logs=errors-only");
    must("--recursive", "--if-present", "run", "generate");
  },

  check() {
    must("run", "check");
    must("exec", "turbo", "run", "api", "--output-logs=errors-only");
    must("run", "size");
  },

  async demo() {
    must("exec", "turbo", "run", "build", "--output-logs=errors-only");
    const { url } = await serve({
      "/": join(root, "apps/demo/dist"),
      "/docs/": join(root, "docs/.vitepress/dist"),
    });
    console.log(`\nThe demo  ${url}\nThe docs  ${url}docs/\n\nCtrl-C stops the server.`);
  },

  example() {
    must("exec", "turbo", "run", "build", "--filter=@outgrad/examples^...", "--output-logs=errors-only");
    const { status } = spawnSync(process.execPath, ["examples/run.mjs", ...words], {
      cwd: root,
      stdio: "inherit",
    });
    process.exit(status ?? 1);
  },

  test() {
    runTests("build", "typecheck", "test:package", "test");
  },

  /** What takes minutes and asks a browser, so it is apart. */
  long() {
    runTests("test:long");
  },
};

const task =
  tasks[process.argv[2] ?? "setup"] ??
  fail(`No task ${process.argv[2]}; there are: ${Object.keys(tasks).join(", ")}.`);
try {
  must("install", "--frozen-lockfile");
  await task();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
