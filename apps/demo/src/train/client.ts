import { type Signal, signal } from "@preact/signals";
import { Client, type Remote } from "../lab/client.ts";
import type { Config } from "./config.ts";
import type { Numbers } from "./eye.ts";
import type { Inside, View } from "./inside.ts";
import type { Phase } from "./phase.ts";
import type { Plane } from "./plane.ts";
import type { Opened, Report } from "./report.ts";
import type { Sight } from "./sight.ts";
import type { Snapshot } from "./snapshot.ts";

type Progress = Omit<Report, "playing" | "idle" | "measurements" | "plane" | "sight" | "numbers" | "inside">;

const atStart: Progress = {
  epoch: 0,
  step: 0,
  phase: "zero",
  batch: [],
  batchLoss: null,
  separate: false,
  gradient: 0,
  lr: 0,
  furthest: 0,
  samplesPerSecond: 0,
  updatesPerSecond: 0,
  choices: null,
};

/** The lab in the worker. */
interface RemoteLab extends Remote<Config, View, Opened, Report> {
  open(config: Config, from?: Snapshot | null): Promise<Opened>;
  epoch(): Promise<void>;
  substep(phase?: Phase): Promise<void>;
  seek(step: number): Promise<void>;
  snapshot(): Promise<Snapshot>;
  restore(snapshot: Snapshot): Promise<void>;
}

/** What the page knows of the run in its worker; everything that is drawn hangs on these signals. */
export class TrainClient extends Client<Config, View, Opened, Report, RemoteLab> {
  readonly progress: Signal<Progress> = signal(atStart);
  /** The newest plane, and the run that it is of: it stays while a new run has none yet. */
  readonly picture: Signal<{ readonly plane: Plane; readonly config: Config } | null> = signal(null);
  /** The sample that is looked at. */
  readonly inside: Signal<Inside | null> = signal(null);
  /** What the neurons see of the plane, and the run whose neurons they are. */
  readonly sight: Signal<{ readonly sight: Sight; readonly config: Config } | null> = signal(null);
  /** The weights and their gradients. */
  readonly numbers: Signal<Numbers | null> = signal(null);
  #from: Snapshot | null = null;

  constructor() {
    super({ sample: 0, place: "loss" });
  }

  /** Starts over with a config, or with a snapshot of a run with the same network and samples. */
  override open(config: Config, playing: boolean, from: Snapshot | null = null): Promise<void> {
    this.#from = from;
    return super.open(config, playing);
  }

  /** Trains the rest of the epoch. */
  epoch(): Promise<void> {
    return this.once((lab) => lab.epoch());
  }

  /** Does the next one of the four sub-steps, or all up to the one that is named. */
  substep(phase?: Phase): Promise<void> {
    return this.once((lab) => lab.substep(phase));
  }

  /** Stands at an update, of the past or not yet computed. */
  seek(step: number): Promise<void> {
    return this.once((lab) => lab.seek(step));
  }

  /** The run as it stands; null where it has failed. */
  async snapshot(): Promise<Snapshot | null> {
    let taken: Snapshot | null = null;
    await this.ask(async (lab) => {
      taken = await lab.snapshot();
    });
    return taken;
  }

  /** Goes on from a snapshot of this run. */
  restore(snapshot: Snapshot): Promise<void> {
    return this.once((lab) => lab.restore(snapshot));
  }

  protected start(): Worker {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "training" });
  }

  protected override begin(lab: RemoteLab, config: Config): Promise<Opened> {
    return lab.open(config, this.#from);
  }

  protected clear(): void {
    this.progress.value = atStart;
  }

  protected show(report: Report): void {
    const { playing, idle, measurements, plane, sight, numbers, inside, ...progress } = report;
    this.progress.value = progress;
    if (numbers) this.numbers.value = numbers;
    if (inside) this.inside.value = inside;
    const config = this.running.peek();
    if (plane && config) this.picture.value = { plane, config };
    if (sight && config) this.sight.value = { sight, config };
  }
}
