import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** A command that runs, with what it has written and the keys that it is sent. */
export class TerminalSession {
  readonly #process: ChildProcessWithoutNullStreams;
  #written = "";
  /** How much of it has been waited for. */
  #read = 0;
  readonly ended: Promise<number | null>;

  constructor(cwd: string, file: string, ...words: readonly string[]) {
    this.#process = spawn(process.execPath, [file, ...words], { cwd });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#written += text;
      });
    }
    this.ended = new Promise((resolve) => this.#process.on("close", resolve));
  }

  /** Until this stands in what has been written since the last wait; gives all of that. */
  async until(pattern: RegExp, limit = 60_000): Promise<string> {
    for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const news = this.#written.slice(this.#read);
      const found = pattern.exec(news);
      if (found) {
        this.#read += found.index + found[0].length;
        return news;
      }
      if (Date.now() - start > limit) throw new Error(`${pattern} did not come. There was:\n${news}`);
    }
  }

  press(key: string): void {
    this.#process.stdin.write(key);
  }

  /** Ends it if it has not ended, and gives the code that it left with. */
  async end(): Promise<number | null> {
    this.#process.kill();
    return this.ended;
  }

  /** Runs a command to its end: what it wrote, and its code. */
  static async run(
    cwd: string,
    file: string,
    ...words: readonly string[]
  ): Promise<{ text: string; code: number | null }> {
    const session = new TerminalSession(cwd, file, ...words);
    const code = await session.ended;
    return { text: session.#written, code };
  }
}
