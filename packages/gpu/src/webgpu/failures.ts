/**
 * What has gone wrong on a device, which tells so later. Work is numbered in the order of the calls: the result of any
 * work from the first failure on cannot be trusted, what is older can. One failure brings others with it, so the one that
 * was asked about first is the one to tell.
 */
export class Failures {
  #reason: string | undefined;
  #asked = 0;
  #told = Number.POSITIVE_INFINITY;
  #since = Number.POSITIVE_INFINITY;
  readonly #pending = new Set<Promise<void>>();

  /** Notes that work number `since` failed. */
  add(since: number, reason: string): void {
    this.#add(++this.#asked, since, reason);
  }

  /** Waits in the background for the device's answer; `describe` makes the sentence if it is an error. */
  watch(
    since: number,
    answer: Promise<GPUError | null>,
    describe: (error: GPUError) => string | Promise<string>,
  ): void {
    const asked = ++this.#asked;
    const done = answer
      .then(async (error) => {
        if (error) this.#add(asked, since, await describe(error));
      })
      // A lost device answers nothing; its loss is told apart.
      .catch(() => {})
      .then(() => {
        this.#pending.delete(done);
      });
    this.#pending.add(done);
  }

  /** Resolves when the device has answered everything asked so far. */
  async settled(): Promise<void> {
    if (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Throws if work of that number or older has failed. */
  check(work: number): void {
    if (this.#reason !== undefined && work >= this.#since)
      throw new Error(`${this.#reason} What was computed since is lost: create a new backend.`);
  }

  #add(asked: number, since: number, reason: string): void {
    this.#since = Math.min(this.#since, since);
    if (asked >= this.#told) return;
    this.#told = asked;
    this.#reason = reason;
  }
}
