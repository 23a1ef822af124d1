import { workBytes } from "../kernels/gemm/module.js";
import { shareProducts } from "../kernels/gemm.js";
import { type Ground, groundFor, SharedGemm } from "./shared-gemm.js";
import { controlBytes } from "./shares.js";
import type { Helper, Spawn } from "./spawn.js";

declare const setTimeout: (then: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** The thread that it is made in, and workers beside it. */
export class Crew {
  #threads = 1;
  #why: string | null = null;
  #hasEnded = false;
  readonly #helpers: Helper[] = [];

  /** How many threads multiply. */
  get threads(): number {
    return this.#threads;
  }

  /** Why there is one thread where there should be more. */
  get why(): string | null {
    return this.#why;
  }

  /**
   * Starts workers and shares products with them. One that does not answer within so many seconds, or later does not
   * finish its share within them, ends the crew.
   */
  async start(threads: number, spawn: Spawn, seconds: number): Promise<void> {
    if (typeof SharedArrayBuffer === "undefined") {
      this.end(
        "There is no SharedArrayBuffer here, which threads need: a page has one where it is served with the headers " +
          "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.",
      );
      return;
    }
    const ground = groundFor(threads);
    if (ground === null) {
      this.end("WebAssembly, in whose memory threads work, is missing or forbidden here.");
      return;
    }
    const control = new Int32Array(new SharedArrayBuffer(controlBytes));
    if (!(await this.#gather(threads, spawn, seconds, ground, control))) return;
    const lost = () => this.end(`A worker did not finish its share of a product within ${seconds} seconds.`);
    this.#threads = threads;
    shareProducts(new SharedGemm(threads, ground, control, seconds, lost));
  }

  /** Ends the workers, and all goes on in one thread. */
  end(why: string | null = null): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    if (this.#threads > 1) shareProducts(null);
    this.#threads = 1;
    this.#why = why;
    for (const helper of this.#helpers) helper.end();
  }

  /** Starts workers; whether all of them have answered. */
  async #gather(
    threads: number,
    spawn: Spawn,
    seconds: number,
    { heap: { memory }, modules }: Ground,
    control: Int32Array,
  ): Promise<boolean> {
    let timer: unknown;
    await new Promise<void>((settle) => {
      const fail = (why: string) => {
        this.end(why);
        settle();
      };
      timer = setTimeout(() => fail(`A worker did not answer within ${seconds} seconds.`), 1000 * seconds);
      let awaited = threads - 1;
      const answered = () => --awaited === 0 && settle();
      try {
        for (let i = 1; i < threads; i++) {
          const helper = spawn(answered, (why) => fail(`A worker has ended (${why}).`));
          this.#helpers.push(helper);
          helper.tell({ control, memory, modules, work: i * workBytes });
        }
      } catch (error) {
        fail(`A worker could not be started (${(error as Error).message}).`);
      }
    });
    clearTimeout(timer);
    for (const helper of this.#helpers) helper.release();
    return !this.#hasEnded;
  }
}
