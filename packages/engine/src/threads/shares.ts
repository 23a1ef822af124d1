import type { GemmFunction } from "../kernels/gemm/module.js";

// How threads divide a product: one that has it lays it down in memory that all of them see, and each takes shares of its
// rows or of its columns until none is left. Nobody waits for a thread that has not begun: what it does not take, others do.

/** Where the numbers of threads lie in what they share; those that are waited for in cache lines of their own. */
const place = { left: 0, pending: 16, task: 32 } as const;
/** Bytes of it. */
export const controlBytes = 4 * 48;

/** How often a worker that has nothing to do looks for a product before it sleeps: for about a tenth of a millisecond. */
const looks = 4000;

/** The product of each dtype, by the bytes of a number. */
export type Products = Readonly<Record<4 | 8, GemmFunction>>;

/** A product in memory that is shared: what a GemmFunction takes after its room, m, n, k, a, aRow, ... */
export type Factors = Parameters<GemmFunction> extends [work: number, ...infer Rest] ? Rest : never;

/** Wakes threads that sleep, so that they are looking when a product is handed out. */
export const rouse = (control: Int32Array): void => void Atomics.notify(control, place.left);

/** Lays a product down, in shares of so many rows or columns, and wakes threads. The one before must be done. */
export function handOut(
  control: Int32Array,
  bytes: 4 | 8,
  along: "rows" | "columns",
  size: number,
  factors: Factors,
): void {
  const [m, n] = factors;
  const shares = Math.ceil((along === "rows" ? m : n) / size);
  control[place.task] = bytes;
  control[place.task + 1] = along === "rows" ? 1 : 0;
  control[place.task + 2] = size;
  control.set(factors, place.task + 3);
  Atomics.store(control, place.pending, shares);
  // The last thing: whoever takes a share sees all that was written before.
  Atomics.store(control, place.left, shares);
  rouse(control);
}

/** Takes shares and computes them, until none is left to take. `work` is the address of this thread's own room. */
export function takeShares(control: Int32Array, products: Products, work: number): void {
  for (let share = take(control); share >= 0; share = take(control)) {
    compute(control, products, work, share);
    if (Atomics.sub(control, place.pending, 1) === 1) Atomics.notify(control, place.pending);
  }
}

/** Takes shares for ever, of one product after the other. */
export function serve(control: Int32Array, products: Products, work: number): never {
  for (;;) {
    takeShares(control, products, work);
    let look = 0;
    while (look < looks && Atomics.load(control, place.left) === 0) look++;
    Atomics.wait(control, place.left, 0);
  }
}

/** How many shares are not done. */
export const pending = (control: Int32Array): number => Atomics.load(control, place.pending);

/** Sleeps until all shares are done or so many milliseconds have passed, in a thread that may. */
export function sleep(control: Int32Array, milliseconds: number): void {
  const shares = pending(control);
  if (shares > 0) Atomics.wait(control, place.pending, shares, milliseconds);
}

/** The number of a share that is now this thread's; -1 if there is none. */
function take(control: Int32Array): number {
  let left = Atomics.load(control, place.left);
  while (left > 0) {
    const found = Atomics.compareExchange(control, place.left, left, left - 1);
    if (found === left) return left - 1;
    left = found;
  }
  return -1;
}

function compute(control: Int32Array, products: Products, work: number, share: number): void {
  const [bytes, byRows, size, ...factors] = control.subarray(place.task) as unknown as readonly [
    bytes: 4 | 8,
    byRows: 0 | 1,
    size: number,
    ...Factors,
  ];
  const [m, n, k, a, aRow, aColumn, b, bRow, bColumn, out, outRow, accumulate] = factors;
  const from = share * size;
  const gemm = products[bytes];
  if (byRows === 1) {
    const rows = Math.min(size, m - from);
    const [left, target] = [a + from * aRow, out + from * outRow];
    gemm(work, rows, n, k, left, aRow, aColumn, b, bRow, bColumn, target, outRow, accumulate);
  } else {
    const columns = Math.min(size, n - from);
    const [right, target] = [b + from * bColumn, out + from * bytes];
    gemm(work, m, columns, k, a, aRow, aColumn, right, bRow, bColumn, target, outRow, accumulate);
  }
}
