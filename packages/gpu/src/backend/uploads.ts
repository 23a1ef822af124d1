import { type Backend, enter, type Floats, isInScope } from "@outgrad/engine/backend";
import type { Runner } from "../runner/runner.js";
import { DeviceArray } from "./device-array.js";

/**
 * Arrays of JavaScript on the device. The numbers of a Tensor never change, so an array goes up once: what is used in one
 * scope only, such as a batch, is freed with it, and what comes again, such as a data set, stays as long as the array.
 */
export class Uploads {
  readonly #home: Backend;
  readonly #runner: Runner;
  readonly #known = new WeakMap<Floats, DeviceArray>();
  readonly #seen = new WeakSet<Floats>();

  constructor(home: Backend, runner: Runner) {
    this.#home = home;
    this.#runner = runner;
  }

  of(numbers: Floats): DeviceArray {
    const known = this.#known.get(numbers);
    if (known && !known.isFreed) return known;
    const data = numbers instanceof Float32Array ? numbers : Float32Array.from(numbers);
    const array = new DeviceArray(this.#home, this.#runner, this.#runner.upload(data));
    if (isInScope() && !this.#seen.has(numbers)) {
      this.#seen.add(numbers);
      enter(array);
    }
    this.#known.set(numbers, array);
    return array;
  }
}
