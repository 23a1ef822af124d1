import { Code } from "./code.js";

/**
 * Code whose constants can be taken out of a loop: an engine may write a v128 constant anew, in several instructions,
 * wherever it is used, but keeps a local.
 */
export class HoistingCode extends Code {
  readonly #locals = new Map<string, number>();

  /**
   * Puts the v128 constants that `write` pushes into locals, here; from now on they are read from there. `write` gets
   * other code, which is thrown away, and writes to that what it will write later.
   */
  hoist(write: (code: Code) => void): this {
    const recorder = new Recorder(this.params);
    write(recorder);
    for (const [key, [low, high]] of recorder.constants) {
      if (this.#locals.has(key)) continue;
      const local = this.local("v128");
      super.v128Const(low, high).localSet(local);
      this.#locals.set(key, local);
    }
    return this;
  }

  override v128Const(low: number, high = low): this {
    const local = this.#locals.get(keyOf(low, high));
    return local === undefined ? super.v128Const(low, high) : this.localGet(local);
  }
}

class Recorder extends Code {
  readonly constants = new Map<string, readonly [low: number, high: number]>();

  override v128Const(low: number, high = low): this {
    this.constants.set(keyOf(low, high), [low, high]);
    return super.v128Const(low, high);
  }
}

function keyOf(low: number, high: number): string {
  return [low, high].map((x) => (Object.is(x, -0) ? "-0" : x)).join();
}
