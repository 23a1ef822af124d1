/**
 * What has gone wrong on a device, which tells so later. Work is numbered in the order of the calls: the result of any
 * work from the first failure on cannot be trusted, what is older can.
 */
export class Failures {
  #reason: string | undefined;
  #since = Number.POSITIVE_INFINITY;
  readonly #pending = new Set<Promise<void>>();

  /** Notes that work number `since` failed. */
  add(since: number, reason: string): void {
    if (since >= this.#since) return;
    this.#since = since;
    this.#reason = reason;
  }

  /** Waits in the background for the device's answer; `describe` makes the sentence if it is an error. */
  watch(
    since: number,
    answer: Promise<GPUError | null>,
    describe: (error: GPUError) => string | Promise<string>,
  ): void {
    const done = answer
      .then(async (error) => {
        if (error) this.add(since, await describe(error));
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

  /** Throws if work of that number or older has failed; without a number, if any has. */
  check(work = Number.POSITIVE_INFINITY): void {
    if (this.#reason !== undefined && work >= this.#since)
      throw new Error(`${this.#reason} What was computed since is lost: create a new backend.`);
  }
}
