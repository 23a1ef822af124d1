// Runs a script in a fresh, pinned Node process and reads the JSON that it prints.
import { spawnSync } from "node:child_process";
import { core } from "./tools.mjs";

/** What the script printed, or `{ failed }` with the reason. */
export function fresh(file, args = [], flags = []) {
  const pin = core() === undefined ? [] : ["taskset", "-c", core()];
  const [command, ...rest] = [...pin, process.execPath, ...flags, file, ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status === 0) return JSON.parse(stdout);
  const reason = stderr.split("\n").find((line) => /Error: /.test(line)) ?? `exit status ${status}`;
  return { failed: reason.replace(/^.*?Error: /, "") };
}
