// A contestant's process, asked one line at a time.
import { spawn } from "node:child_process";
import readline from "node:readline";
import { core } from "./tools.mjs";

/** Seconds without an answer after which a contestant is given up. */
const PATIENCE = 300;

export class Contestant {
  /** Starts the process; `ready` is awaited before anything else is asked. */
  constructor({ command, args, env = {} }) {
    const pin = core() === undefined ? [] : ["taskset", "-c", core()];
    const [program, ...rest] = [...pin, command, ...args];
    this.process = spawn(program, rest, {
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.process.stdin.on("error", () => {});
    this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.spent = 0;
  }

  /** The next line that belongs to the protocol; others are a library's chatter. */
  async answer() {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} s`)), PATIENCE * 1000);
    });
    try {
      for (;;) {
        const { done, value } = await Promise.race([this.lines.next(), late]);
        if (done) throw new Error("the process ended");
        if (value.startsWith("error ")) throw new Error(value.slice(6));
        if (/^(ready$|-?\d|NaN|nan)/.test(value)) return value;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  ask(line) {
    this.process.stdin.write(`${line}\n`);
    return this.answer();
  }

  /** The losses of the first steps from the initial parameters. */
  async check(steps) {
    return (await this.ask(`check ${steps}`)).split(" ").map(Number);
  }

  /**
   * CPU microseconds of `steps` more steps: all that the process has used since its last answer, so that a collector's
   * or compiler's thread that worked on meanwhile is counted.
   */
  async run(steps) {
    const total = Number(await this.ask(`run ${steps}`));
    const used = total - this.spent;
    this.spent = total;
    return used;
  }

  end() {
    this.process.stdin.end();
    this.process.kill("SIGKILL");
  }
}
