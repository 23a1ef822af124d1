import { type ChildProcess, fork } from "node:child_process";
import type { Finding, Language, Report, Topic } from "../finding.js";
import { Complaint } from "./complaint.js";
import { limit, overtime } from "./patience.js";

/** What is to be checked. */
export interface Job {
  readonly exercise: string;
  readonly language: Language;
  readonly text: string;
}

/** What the process inside tells: that it has loaded, what it is trying, what came of it, what its own mistake is. */
export type Message =
  | { readonly ready: true }
  | { readonly topic: Topic }
  | { readonly report: Report }
  | { readonly failed: string };

/** A report, and what the learner's code printed. */
export interface Checked {
  readonly report: Report;
  readonly printed: string;
}

/**
 * How long each thing that is tried may take on the clock, in ms. What computes is ended much sooner, by the watchdog
 * inside; this is for what waits, and for a machine that gives it next to nothing.
 */
const clockLimit = 20_000;

/** How many MB of objects it may hold: V8 ends the process at more. */
const memory = 256;

/** More printed text than this is not kept. */
const mostPrinted = 10_000;

/**
 * Checks texts, each in a process of its own: an endless loop is ended by ending it, and a list that grows for ever
 * takes down no more than it (V8 ends the whole process then, and with a worker thread that would be ours).
 */
export class Checker {
  readonly #program: string;
  #spare: Inside | undefined;
  #busy: Inside | undefined;

  /** `program` is the file that runs inside, see inside.ts. */
  constructor(program: string) {
    this.#program = program;
  }

  /** Starts a process ahead of time, so that the next check in this language need not wait for it to load. */
  warm(language: Language): void {
    if (this.#spare?.language === language && this.#spare.lives) return;
    this.#spare?.end();
    this.#spare = new Inside(this.#program, language);
  }

  async check(job: Job): Promise<Checked> {
    this.warm(job.language);
    this.#busy = this.#spare;
    this.#spare = undefined;
    try {
      return await (this.#busy as Inside).check(job);
    } finally {
      this.#busy?.end();
      this.#busy = undefined;
    }
  }

  close(): void {
    this.#spare?.end();
    this.#busy?.end();
  }
}

/** A mistake that is not the learner's. */
const failure = (why: string): Complaint =>
  new Complaint(
    `The grader itself has failed: ${why.trim()}\nPlease report this: https://github.com/outgrad/outgrad/issues`,
  );

/** One process, good for one text. */
class Inside {
  readonly language: Language;
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  /** When it has ended, and all that it printed has arrived. */
  readonly #closed: Promise<void>;
  #topic: Topic = "";
  #clock: NodeJS.Timeout | undefined;
  #printed = "";
  #complaints = "";
  /** Told once: what came of the text, or why nothing did. */
  #settle: (outcome: Report | Error) => void = () => {};
  readonly #outcome = new Promise<Report>((resolve, reject) => {
    this.#settle = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
  });

  constructor(program: string, language: Language) {
    this.language = language;
    this.#outcome.catch(() => {});
    this.#child = fork(program, [language], {
      execArgv: [`--max-old-space-size=${memory}`],
      // NaN and the infinities come through.
      serialization: "advanced",
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (this.#printed.length < mostPrinted) this.#printed += text;
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (this.#complaints.length < mostPrinted) this.#complaints += text;
    });
    this.#ready = new Promise((resolve) => {
      this.#child.on("message", (message: Message) => {
        if ("ready" in message) resolve();
        else if ("topic" in message) this.#begin(message.topic);
        else this.#settle("report" in message ? message.report : failure(message.failed));
      });
      this.#child.on("close", () => resolve());
    });
    this.#closed = new Promise((resolve) => {
      this.#child.on("close", (code) => {
        this.#settle(this.#endedAlone(code));
        resolve();
      });
    });
    this.#child.on("error", ({ message }) => this.#settle(failure(message)));
  }

  get lives(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async check(job: Job): Promise<Checked> {
    await this.#ready;
    // It may have ended while it loaded: the outcome says why.
    if (this.#child.connected) this.#child.send(job, () => {});
    this.#begin("");
    try {
      const report = await this.#outcome;
      this.end();
      await this.#closed;
      return { report, printed: this.#printed };
    } finally {
      clearTimeout(this.#clock);
    }
  }

  /** Gives the next thing that is tried its time. */
  #begin(topic: Topic): void {
    this.#topic = topic;
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#settle(this.#endless()), clockLimit);
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  /** The learner's code may have asked for it, in many ways. */
  #endedAlone(code: number | null): Report | Error {
    if (this.#complaints.includes(overtime)) return this.#endless();
    if (/out of memory|Allocation failed|invalid (size|table|array)/i.test(this.#complaints))
      return this.#failed("out-of-memory", { megabytes: memory });
    if (code === 0) return this.#failed("leaves", {});
    const why = this.#complaints.match(/^\w*Error\b.*$/m)?.[0] ?? this.#complaints;
    return failure(`it ended by itself (${code ?? "killed"}). ${why}`);
  }

  #endless(): Report {
    return this.#failed("endless-loop", { seconds: limit / 1000 });
  }

  #failed(code: string, details: NonNullable<Finding["details"]>): Report {
    return { passed: false, findings: [{ code, op: this.#topic, details }], notes: [], right: [] };
  }
}
