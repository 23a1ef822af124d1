import type { Order, Reply } from "../protocol.js";
import { isRecord } from "./read.js";

/** Told what becomes of a job. */
export interface Listener {
  log(log: unknown): void;
  done(outcome: unknown): void;
}

/** The frame keeps the time limit, and says all the while that it lives; after so many seconds of silence it does not. */
const silence = 4;
/** Seconds that loading the frame and starting a worker may take. */
const startup = 30;

/** The frame that jobs run in: hidden, without an origin, made anew when the browser has ended it. */
export class Frame {
  private readonly src: string;
  private port: MessagePort | undefined;
  private element: HTMLIFrameElement | undefined;
  private job: { readonly id: number; readonly listener: Listener } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private jobs = 0;

  constructor(src: string) {
    this.src = src;
  }

  /** Loads the frame, if that has not been done. */
  open(): MessagePort {
    if (this.port) return this.port;
    const { port1, port2 } = new MessageChannel();
    const element = document.createElement("iframe");
    element.setAttribute("sandbox", "allow-scripts");
    element.setAttribute("referrerpolicy", "no-referrer");
    element.setAttribute("aria-hidden", "true");
    element.title = "Sandbox";
    element.tabIndex = -1;
    element.hidden = true;
    // The frame has no origin to name; nothing else can be in it, for no visitor's code has run there yet.
    element.addEventListener("load", () => element.contentWindow?.postMessage("outgrad", "*", [port2]), {
      once: true,
    });
    element.src = this.src;
    document.body.append(element);
    port1.onmessage = ({ data }) => this.hear(data);
    this.element = element;
    this.port = port1;
    return port1;
  }

  /** Starts a job; one at a time. */
  run(job: unknown, seconds: number, listener: Listener): void {
    const id = ++this.jobs;
    this.job = { id, listener };
    this.wait(startup, "The sandbox did not start. Is the page still connected?");
    this.open().postMessage({ kind: "job", id, job, seconds } satisfies Order);
  }

  /** Ends the job that runs; its listener hears of it as of any other end. */
  stop(): void {
    this.port?.postMessage({ kind: "stop" } satisfies Order);
    this.wait(silence, "Stopped.");
  }

  /** Removes the frame, and everything in it; a job that runs ends with the sentence. */
  close(sentence = "Stopped."): void {
    this.port?.close();
    this.element?.remove();
    this.port = this.element = undefined;
    this.end({ ok: false, sentence });
  }

  private hear(data: unknown): void {
    const { job } = this;
    if (!isRecord(data) || !job) return;
    const reply = data as Reply;
    if (reply.kind === "alive") this.wait(silence, diedOfMemory);
    else if (reply.id !== job.id) return;
    else if (reply.kind === "log") job.listener.log(reply.log);
    else if (reply.kind === "done") this.end(reply.outcome);
  }

  private wait(seconds: number, sentence: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(sentence), seconds * 1000);
  }

  private end(outcome: unknown): void {
    clearTimeout(this.timer);
    const { job } = this;
    this.job = undefined;
    job?.listener.done(outcome);
  }
}

const diedOfMemory =
  "The browser has ended the sandbox, as it does when code uses up the memory. The page is as it was; the next run starts afresh.";
