import type { Kernel } from "../src/kernel/kernel.ts";

type Write = Kernel["write"];

/** A kernel of the test's own; its key is its name and its size. */
export function kernel(
  name: string,
  size: number,
  takes: { inputs?: number; ints?: number; floats?: number },
  write: Write,
): Kernel {
  return { key: `${name} ${size}`, inputs: 1, ints: 0, floats: 0, ...takes, size, write };
}

/** 2 a */
export const double = (size: number): Kernel =>
  kernel("double", size, {}, (w) => {
    const a = w.float("a", w.read(0, w.thread));
    w.result(`${a} + ${a}`);
  });

/** a + b */
export const add = (size: number): Kernel =>
  kernel("add", size, { inputs: 2 }, (w) => w.result(`${w.read(0, w.thread)} + ${w.read(1, w.thread)}`));

/** a[start + i * step] * factor + offset */
export const view = (size: number): Kernel =>
  kernel("view", size, { ints: 2, floats: 2 }, (w) => {
    const at = w.int("at", `${w.givenInt(0)} + ${w.thread} * ${w.givenInt(1)}`);
    w.result(`${w.read(0, at)} * ${w.givenFloat(0)} + ${w.givenFloat(1)}`);
  });

/** The transpose of a matrix: whole numbers divided in the kernel. */
export const transpose = (rows: number, columns: number): Kernel =>
  kernel(`transpose ${rows}`, rows * columns, {}, (w) => {
    const row = w.int("row", w.mod(w.thread, rows));
    const column = w.int("column", w.div(w.thread, rows));
    w.result(w.read(0, `${row} * ${columns} + ${column}`));
  });

/** The sum of the first `count` numbers, in every place. */
export const sum = (size: number, count: number): Kernel =>
  kernel(`sum ${count}`, size, {}, (w) => {
    const total = w.float("total", w.read(0, "0"));
    w.loop("i", count - 1, (i) => w.set(total, `${total} + ${w.read(0, `${i} + 1`)}`));
    w.result(total);
  });

/** The second of two inputs: the first is never read. */
export const second = (size: number): Kernel =>
  kernel("second", size, { inputs: 2 }, (w) => w.result(w.read(1, w.thread)));
