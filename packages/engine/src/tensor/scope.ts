import { describe } from "../describe.js";
import { type Remote, remoteOf } from "./home.js";
import { isTensor } from "./is-tensor.js";

/** What the open scopes have made, the innermost last. */
const open: Set<Remote>[] = [];

/** Has the innermost scope free numbers that a backend keeps, at its end, unless somebody holds them then. */
export function enter(numbers: Remote): void {
  open.at(-1)?.add(numbers);
}

/** Whether there is an open scope. */
export const isInScope = (): boolean => open.length > 0;

/**
 * Runs `body`, and frees what it computed on a GPU, or wherever else a backend keeps numbers, as soon as it is over, so that a loop keeps to the memory of its first
 * turn. What stays: the Tensors that it returns, alone or in lists and plain objects; what leaves and gradients hold, such
 * as parameters after an optimiser's step; and everything that was there before. A Tensor that was freed says so when it is
 * used. Without scopes memory is freed when the garbage collector finds that nobody can reach it. Numbers in
 * arrays of the CPU are not concerned.
 *
 * The body must do its work at once: what an async function does after its first `await` is not in the scope. To read a
 * number, return the promise of `t.read()`.
 *
 * @example
 * const numbers = scope(() => tensor([1, 2]).square().sum().read());
 * (await numbers)[0] // => 5
 *
 * @throws TypeError for what is no function.
 */
export function scope<Result>(body: () => Result): Result {
  if (typeof body !== "function") throw new TypeError(`scope: expected a function, got ${describe(body)}.`);
  const made = new Set<Remote>();
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

function close(made: Set<Remote>, returned: ReadonlySet<Remote>): void {
  open.pop();
  for (const array of made) {
    if (returned.has(array)) enter(array);
    else if (array.holds === 0) array.free();
  }
}

function* arraysIn(found: unknown): Generator<Remote> {
  if (isTensor(found)) {
    const remote = remoteOf(found.strided);
    if (remote) yield remote;
    return;
  }
  const isPlain =
    typeof found === "object" && found !== null && Object.getPrototypeOf(found) === Object.prototype;
  if (Array.isArray(found) || isPlain)
    for (const part of Object.values(found as object)) yield* arraysIn(part);
}
