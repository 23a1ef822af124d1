import type { Memory } from "./memory.js";
import type { Module } from "./micropython.js";
import type { WasmInstance } from "./platform.js";

/** The stack that MicroPython is built to keep to, in bytes: good for about 110 operators inside each other. */
const builtIn = 32 * 1024;

/**
 * What it gets here, the first of these that the engine bears, which runs it on its own stack. In Node that is the most:
 * good for 620 operators or 860 functions inside each other, near Python's own 1,000. Chromium's workers bear the third.
 */
const limits = [176 * 1024, 112 * 1024, 72 * 1024, 48 * 1024] as const;

/** The words of MicroPython's state of a thread: from the top of the stack to what is only alive in a call. */
const threadBytes = 48;

/** A stack of its own for MicroPython, deep enough for the graphs of learners: recursion is the first way to sort one. */
export class DeepStack {
  readonly #instance: WasmInstance;
  readonly #memory: Memory;
  readonly #top: number;
  /** Where the state of the thread lies; undefined if it is not found, and then the stack stays as it is built. */
  readonly #thread: number | undefined;
  readonly #rest: Uint8Array;

  /** Starts MicroPython on it. */
  constructor(module: Module, instance: WasmInstance, memory: Memory) {
    this.#instance = instance;
    this.#memory = memory;
    // Room for trying a limit out, and for the frames that are entered before a limit is looked at.
    const size = 2 * limits[0];
    const bottom = module._malloc(size);
    this.#top = (bottom + size) & ~15;
    instance.exports._emscripten_stack_restore(this.#top);
    module._mp_js_init(64 * 1024, 512 * 1024);
    module._proxy_c_init();
    this.#thread = this.#find(bottom);
    this.#rest = memory.bytes(this.#thread ?? 0, threadBytes).slice();
  }

  /**
   * Gives MicroPython as much as the engine bears with a fifth to spare. `isBorne` recurses until it may not go deeper,
   * and tells whether it was MicroPython that said so.
   */
  fit(isBorne: () => boolean): void {
    for (const limit of limits) {
      this.#limit((5 * limit) / 4);
      if (!isBorne()) continue;
      this.#limit(limit);
      return;
    }
    this.#limit(builtIn);
  }

  /** Puts the interpreter at rest again after an error of the engine has gone through it. */
  reset(): void {
    this.#instance.exports._emscripten_stack_restore(this.#top);
    if (this.#thread !== undefined) this.#memory.bytes(this.#thread, threadBytes).set(this.#rest);
  }

  #limit(bytes: number): void {
    if (this.#thread === undefined) return;
    new DataView(this.#rest.buffer).setUint32(4, bytes, true);
    this.reset();
  }

  /** The state of the thread begins with the top of the stack and its limit, which is the one that is built in. */
  #find(bottom: number): number | undefined {
    const { view } = this.#memory;
    for (let at = 0; at < bottom; at += 4) {
      const top = view.getUint32(at, true);
      if (top <= this.#top && top > this.#top - 256 && view.getUint32(at + 4, true) === builtIn) return at;
    }
    return undefined;
  }
}
