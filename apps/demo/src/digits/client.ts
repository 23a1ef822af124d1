import { type Signal, signal } from "@preact/signals";
import { Client } from "../lab/client.ts";
import type { Config } from "./config.ts";
import type { Exam } from "./exam.ts";
import type { Inside, Seen, View } from "./look.ts";
import type { Opened, Report } from "./report.ts";

const atStart = { epoch: 0, step: 0, lr: 0, done: false };

/** What the page knows of the training in its worker; everything that is drawn hangs on these signals. */
export class DigitsClient extends Client<Config, View, Opened, Report> {
  readonly progress: Signal<Pick<Report, "epoch" | "step" | "lr" | "done">> = signal(atStart);
  readonly exam: Signal<Exam | null> = signal(null);
  readonly seen: Signal<Seen | null> = signal(null);
  readonly inside: Signal<Inside | null> = signal(null);

  protected start(): Worker {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "digits" });
  }

  protected clear(): void {
    this.progress.value = atStart;
  }

  protected show({ epoch, step, lr, done, exam, seen, inside }: Report): void {
    this.progress.value = { epoch, step, lr, done };
    if (exam) this.exam.value = exam;
    if (seen) this.seen.value = seen;
    if (inside) this.inside.value = inside;
  }
}
