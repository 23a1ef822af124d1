// A peer's process, asked one case after the other, each within a limit. What kills it or takes too long costs that case only.
import { spawn } from "node:child_process";
import readline from "node:readline";

export class Conversation {
  constructor({ start, ask }, seconds) {
    Object.assign(this, { start, ask, seconds });
  }

  /** Starts the process and waits for its first line, which may tell the bits of its numbers. */
  async open() {
    const { command, args } = this.start();
    this.process = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.errors = "";
    this.process.stderr.on("data", (text) => {
      this.errors = (this.errors + text).slice(-4000);
    });
    this.process.stdin.on("error", () => {});
    this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    const outcome = await this.line();
    if (outcome.ended) throw new Error(outcome.ended);
    return outcome;
  }

  /** The next line, `{ hung }` after the limit, or `{ ended }` with the reason where the process has gone. */
  async line() {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve({ hung: true }), this.seconds * 1000);
    });
    const next = this.lines
      .next()
      .then(({ value, done }) => (done ? { ended: this.reason() } : JSON.parse(value)));
    const outcome = await Promise.race([next, late]);
    clearTimeout(timer);
    return outcome;
  }

  reason() {
    const told = this.errors.split("\n").find((line) => /Error|FATAL|No module/.test(line));
    return told?.trim() ?? "the process ended";
  }

  /** The outcome of one case; a process that is lost is started anew for the next. */
  async answer(audited) {
    if (!this.process) await this.open();
    this.process.stdin.write(`${this.ask(audited)}\n`);
    const outcome = await this.line();
    if (!outcome.hung && !outcome.ended) return outcome;
    this.end();
    return outcome.hung ? { hung: true, seconds: this.seconds } : { threw: outcome.ended };
  }

  end() {
    this.process?.kill("SIGKILL");
    this.process = undefined;
  }
}
