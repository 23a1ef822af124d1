// Zero-dependency entry point of `npm run demo` and `npm test`: Node and npm are all it needs.
// It gets the pinned pnpm through npm, installs from the lockfile, then runs the task.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserHelp, findBrowser } from "./browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { packageManager, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pnpm = packageManager.replace(/\+.*/, "");
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(`This repository needs Node ${engines.node}; this is ${process.versions.node}.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs the pinned pnpm. `npm exec` answers from its cache, so a second run needs no network. */
function pn(...args) {
  // npm tells its scripts where its own entry point is: no shell, so the same on Windows.
  const npm = process.env.npm_execpath;
  const viaNode = npm?.endsWith("npm-cli.js");
  const command = viaNode ? process.execPath : "npm";
  const result = spawnSync(
    command,
    [...(viaNode ? [npm] : []), "exec", "--prefer-offline", "--yes", "--", pnpm, ...args],
    {
      cwd: root,
      env,
      stdio: "inherit",
      shell: !viaNode && process.platform === "win32",
    },
  );
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function must(...args) {
  const status = pn(...args);
  if (status !== 0) process.exit(status);
}

/** Each package's test tasks leave their reports in .vitest/; turbo restores those of a cached run. */
const reportFolders = () =>
  ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name, ".vitest")),
  );

function summary() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of reportFolders().filter(existsSync)) {
    for (const file of readdirSync(folder)) {
      const report = JSON.parse(readFileSync(join(folder, file), "utf8"));
      total.passed += report.numPassedTests;
      total.failed += report.numFailedTests;
      total.skipped += report.numPendingTests + report.numTodoTests;
    }
  }
  return total;
}

const tasks = {
  setup() {},
  check() {
    must("run", "check");
    must("exec", "turbo", "run", "build", "typecheck", "api", "--output-logs=errors-only");
    must("run", "size");
  },
  demo() {
    must("exec", "turbo", "run", "build", "--filter=@outgrad/demo...", "--output-logs=errors-only");
    must("--filter", "@outgrad/demo", "run", "preview", "--host", "127.0.0.1", "--open=false");
  },
  test() {
    const browser = findBrowser();
    for (const folder of reportFolders()) rmSync(folder, { recursive: true, force: true });
    const inBrowser = ["test:browser", "test:e2e"];
    const status = pn(
      "exec",
      "turbo",
      "run",
      "build",
      "typecheck",
      "test",
      "test:package",
      ...(browser ? inBrowser : []),
      "--continue",
      "--output-logs=new-only",
    );
    const { passed, failed, skipped } = summary();
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
    if (!browser) {
      console.error(
        `\nNOT RUN: the browser tests (${inBrowser.join(", ")}); this machine has no Chromium-family browser.\n${browserHelp}`,
      );
      if (process.env.CI) fail("With CI set, that is a failure.");
    }
    process.exit(status);
  },
};

const task =
  tasks[process.argv[2] ?? "setup"] ??
  fail(`No task ${process.argv[2]}; there are: ${Object.keys(tasks).join(", ")}.`);
try {
  must("install", "--frozen-lockfile");
  task();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
