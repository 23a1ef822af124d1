import type { Backend, Floats, Remote } from "@outgrad/engine/backend";
import { type Shape, Strided, stridesOf } from "@outgrad/engine/backend";
import type { Buffer, Runner } from "../runner/runner.js";

/** V8 counts this memory, and does not see that of a GPU: never more for one array, so that address space lasts. */
const mostBallast = 1 << 26;

/** Numbers on a GPU, in the place of the array of a Tensor's numbers. */
export class DeviceArray implements Remote {
  readonly home: Backend;
  readonly buffer: Buffer;
  /** How often leaves and gradients hold it. */
  holds = 0;
  /** Whether its memory has been given back. */
  isFreed = false;
  readonly #runner: Runner;
  /** Never touched, so it takes no memory: it lets the garbage collector know how much hangs on this object. */
  readonly ballast: ArrayBuffer;

  constructor(home: Backend, runner: Runner, buffer: Buffer) {
    this.home = home;
    this.#runner = runner;
    this.buffer = buffer;
    this.ballast = new ArrayBuffer(Math.min(4 * buffer.size, mostBallast));
    forgotten.register(this, { runner, buffer });
  }

  free(): void {
    if (this.isFreed) return;
    this.isFreed = true;
    this.#runner.free(this.buffer);
  }
}

/** Gives back the memory of arrays that nobody can reach any more. */
const forgotten = new FinalizationRegistry<{ runner: Runner; buffer: Buffer }>(({ runner, buffer }) =>
  runner.free(buffer),
);

/** The numbers of a Tensor, all of an array on a GPU, one after the other. */
export const tensorOf = (array: DeviceArray, shape: Shape): Strided =>
  new Strided(array as unknown as Floats, "float32", shape, stridesOf(shape), 0, array.buffer.size, true);

/** The array on a GPU that a Tensor's numbers are in; undefined if they are in one of JavaScript. */
export function deviceArrayOf({ data }: Strided): DeviceArray | undefined {
  const found: unknown = data;
  return found instanceof DeviceArray ? found : undefined;
}
