// The program inside the process of each check: it loads the grader and, where needed, Python, says that it is ready,
// and checks one text. See checker.ts.
import { Worker } from "node:worker_threads";
import type { Language, Topic } from "../finding.js";
import { check } from "../run/check.js";
import type { Machine } from "../subject/machine.js";
import { exerciseOf } from "../track/track.js";
import type { Job, Message } from "./checker.js";
import { limit, type Patience } from "./patience.js";

const tell = (message: Message): void => void process.send?.(message);

const machineOf = async (language: Language): Promise<Machine> => {
  if (language === "typescript") return (await import("../subject/machine-typescript.js")).typescript;
  const { loadPython } = await import("../subject/python.js");
  return loadPython({ print: console.log });
};

const patience: Patience = { began: new Float64Array(new SharedArrayBuffer(8)).fill(Infinity), limit };
new Worker(new URL("./watchdog.js", import.meta.url), { workerData: patience }).unref();

let current: Topic = "";
/** The time begins anew for each thing that is tried, which may be the same one many times. */
function begin(topic: Topic): void {
  const { user, system } = process.cpuUsage();
  patience.began[0] = (user + system) / 1000;
  if (topic !== current) tell({ topic });
  current = topic;
}

const machine = await machineOf(process.argv[2] as Language);
process.on("message", ({ exercise: id, text }: Job) => {
  const exercise = exerciseOf(id);
  if (exercise === undefined) return tell({ failed: `There is no exercise "${id}".` });
  begin("");
  // The same text is tried with the same numbers, another one with others.
  tell({ report: check(exercise, text, machine, { seed: text, onTopic: begin }) });
});
tell({ ready: true });
