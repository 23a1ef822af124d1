// A thread beside the learner's code, in the process of a check: it ends the process when what is being tried has
// computed for too long. Time that a busy machine gives to others does not count, so that no honest class is ended.
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { overtime, type Patience } from "./patience.js";

const { began, limit } = workerData as Patience;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1000 - (began[0] as number) < limit) return;
  // Straight to stderr: this thread's own stream goes through the one that is stuck.
  writeSync(2, overtime);
  process.kill(process.pid, "SIGKILL");
}, 50);
