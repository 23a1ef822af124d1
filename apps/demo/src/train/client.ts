import { type Signal, signal } from "@preact/signals";
import { Client } from "../lab/client.ts";
import type { Config } from "./config.ts";
import type { Inside, View } from "./inside.ts";
import type { Plane } from "./plane.ts";
import type { Opened, Report } from "./report.ts";

type Progress = Pick<Report, "epoch" | "step" | "samplesPerSecond" | "updatesPerSecond" | "choices">;

const atStart: Progress = { epoch: 0, step: 0, samplesPerSecond: 0, updatesPerSecond: 0, choices: null };

/** What the page knows of the run in its worker; everything that is drawn hangs on these signals. */
export class TrainClient extends Client<Config, View, Opened, Report> {
  readonly progress: Signal<Progress> = signal(atStart);
  /** The newest plane, and the run that it is of: it stays while a new run has none yet. */
  readonly picture: Signal<{ readonly plane: Plane; readonly config: Config } | null> = signal(null);
  /** The sample that is looked at. */
  readonly inside: Signal<Inside | null> = signal(null);

  constructor() {
    super({ sample: 0, place: "loss" });
  }

  protected start(): Worker {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "training" });
  }

  protected clear(): void {
    this.progress.value = atStart;
  }

  protected show({ epoch, step, samplesPerSecond, updatesPerSecond, choices, plane, inside }: Report): void {
    this.progress.value = { epoch, step, samplesPerSecond, updatesPerSecond, choices };
    if (inside) this.inside.value = inside;
    const config = this.running.peek();
    if (plane && config) this.picture.value = { plane, config };
  }
}
