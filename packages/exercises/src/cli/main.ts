#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Checker } from "./checker.js";
import { run } from "./run.js";
import { terminalOf } from "./terminal.js";

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(beside("../../package.json"), "utf8")) as { version: string };
const checker = new Checker(beside("./inside.js"));

// Who reads a pipe may have read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  checker.close();
  process.exit(0);
});
for (const [signal, number] of [
  ["SIGTERM", 15],
  ["SIGHUP", 1],
  ["SIGINT", 2],
] as const) {
  process.on(signal, () => {
    checker.close();
    // Node gives the terminal back as it was on every way out.
    process.exit(128 + number);
  });
}
const code = await run(process.argv.slice(2), { terminal: terminalOf(process), checker, version });
// What has been written goes out first.
process.stdout.write("", () => process.exit(code));
