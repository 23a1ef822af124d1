// One contestant in a process of its own: node bench/worker.mjs <module> <workload> [option]
// Prints "ready" or "error <why>", then answers lines on its standard input:
//   "check 3" -> the losses of the first 3 steps, from the initial parameters; where the contestant has results(), those
//   "run 40"  -> 40 steps, then this process's CPU time so far in microseconds (user and system, every thread)
import readline from "node:readline";
import { EPISODE } from "./workloads/data.mjs";
import { workload } from "./workloads/find.mjs";

const [module, name, option] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
const why = (error) => String(error?.message ?? error).split("\n")[0];

let contestant;
let steps = 0;

async function run(count) {
  for (let i = 0; i < count; i++) {
    if (steps++ % EPISODE === 0) contestant.reset();
    const loss = contestant.step();
    if (loss instanceof Promise) await loss;
  }
  const { user, system } = process.cpuUsage();
  return user + system;
}

async function check(count) {
  const losses = [];
  contestant.reset();
  for (let i = 0; i < count; i++) losses.push(await contestant.step());
  steps = 0;
  return (contestant.results ? await contestant.results() : losses).join(" ");
}

try {
  const { make } = await import(`./contestants/${module}.mjs`);
  contestant = await make(workload(name), option);
  say("ready");
} catch (error) {
  say(`error ${why(error)}`);
}
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [command, count] = line.split(" ");
  try {
    say(await (command === "check" ? check : run)(Number(count)));
  } catch (error) {
    say(`error ${why(error)}`);
  }
}
process.exit(0);
