import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { TrainClient } from "../client.ts";
import type { Config } from "../config.ts";
import type { Snapshot } from "../snapshot.ts";
import { steady } from "../steady.ts";

/** Pictures are drawn again after so many milliseconds at the earliest. */
const drawEvery = 300;

/** What is drawn of a run. */
const drawnOf = ({ history, picture }: TrainClient) => ({
  history: steady(history, drawEvery),
  picture: steady(picture, drawEvery),
});

/** Two runs side by side, each in a worker of its own, so that neither waits for the other. */
export class Duel {
  readonly a = new TrainClient();
  readonly b = new TrainClient();
  readonly drawn = [drawnOf(this.a), drawnOf(this.b)] as const;
  /** Whether there are runs to show. */
  readonly isOpen = signal(false);
  readonly playing: ReadonlySignal<boolean> = computed(() => this.a.playing.value || this.b.playing.value);

  /** Trains both from the start, or from a snapshot, for the epochs of their configs. */
  start(a: Config, b: Config, from: Snapshot | null): void {
    this.stop();
    batch(() => {
      this.isOpen.value = true;
      for (const client of [this.a, this.b]) client.history.value = [];
      for (const client of [this.a, this.b]) client.picture.value = null;
      this.a.open(a, true, from);
      this.b.open(b, true, from);
    });
  }

  /** Goes on with what has not failed. */
  play(): void {
    for (const client of [this.a, this.b]) if (client.failure.peek() === null) client.play();
  }

  pause(): void {
    for (const client of [this.a, this.b]) if (client.playing.peek()) client.pause();
  }

  /** Ends both workers. */
  stop(): void {
    this.isOpen.value = false;
    for (const client of [this.a, this.b]) {
      client.stop();
      client.playing.value = false;
    }
  }
}
