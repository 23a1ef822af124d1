import { isTensor, type Tensor } from "@outgrad/engine";
import type { Strided } from "@outgrad/engine/backend";
import { type DeviceArray, deviceArrayOf } from "./device-array.js";

/** What the open scopes have made, the innermost last. */
const open: Set<DeviceArray>[] = [];

/** Has the innermost scope free an array at its end, unless somebody holds it then. */
export function enter(array: DeviceArray): void {
  open.at(-1)?.add(array);
}

/** Whether there is an open scope. */
export const isInScope = (): boolean => open.length > 0;

/**
 * Runs `body`, and frees what it computed on a GPU as soon as it is over, so that a loop keeps to the memory of its first
 * turn. What stays: the Tensors that it returns, alone or in lists and plain objects; what leaves and gradients hold, such
 * as parameters after an optimiser's step; and everything that was there before. A Tensor that was freed says so when it is
 * used. Without scopes memory is freed when the garbage collector finds that nobody can reach it.
 *
 * The body must do its work at once: what an async function does after its first `await` is not in the scope. To read a
 * number, return the promise of `t.read()`.
 *
 * @example
 * const numbers = scope(() => tensor([1, 2]).square().sum().read());
 * (await numbers)[0] // => 5
 */
export function scope<Result>(body: () => Result): Result {
  const made = new Set<DeviceArray>();
  open.push(made);
  let result: Result;
  try {
    result = body();
  } catch (error) {
    close(made, new Set());
    throw error;
  }
  close(made, new Set(arraysIn(result)));
  return result;
}

function close(made: Set<DeviceArray>, returned: ReadonlySet<DeviceArray>): void {
  open.pop();
  for (const array of made) {
    if (returned.has(array)) enter(array);
    else if (array.holds === 0) array.free();
  }
}

function* arraysIn(found: unknown): Generator<DeviceArray> {
  if (isTensor(found)) {
    yield* ofTensor(found);
    return;
  }
  const isPlain =
    typeof found === "object" && found !== null && Object.getPrototypeOf(found) === Object.prototype;
  if (Array.isArray(found) || isPlain)
    for (const part of Object.values(found as object)) yield* arraysIn(part);
}

function* ofTensor(found: Tensor): Generator<DeviceArray> {
  const array = deviceArrayOf((found as unknown as { strided: Strided }).strided);
  if (array) yield array;
}
