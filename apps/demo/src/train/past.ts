import type { Snapshot } from "./snapshot.ts";

/**
 * Snapshots of a run, evenly spread over its updates: when there are too many, every other one is dropped, and from then
 * on they are taken half as often.
 */
export class Past {
  readonly #most: number;
  #kept: Snapshot[] = [];
  #stride = 1;

  /** Keeps at most so many. */
  constructor(most = 64) {
    this.#most = most;
  }

  /** The updates at which there are snapshots, rising. */
  get steps(): readonly number[] {
    return this.#kept.map(({ step }) => step);
  }

  /** Whether a snapshot after this update is due. */
  wants(step: number): boolean {
    return step % this.#stride === 0 && step > (this.#kept.at(-1)?.step ?? -1);
  }

  keep(snapshot: Snapshot): void {
    this.#kept.push(snapshot);
    while (this.#kept.length > this.#most) {
      this.#stride *= 2;
      // The first one is the start of the run, or of a fork, wherever that was.
      this.#kept = this.#kept.filter(({ step }, i) => i === 0 || step % this.#stride === 0);
    }
  }

  /** The newest snapshot that is not after an update; the first one where there is none. */
  before(step: number): Snapshot | undefined {
    return this.#kept.findLast((snapshot) => snapshot.step <= step) ?? this.#kept[0];
  }
}
