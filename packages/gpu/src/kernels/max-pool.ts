import { sizeOf } from "@outgrad/engine/backend";
import type { Text, Writer } from "../kernel/writer.js";
import { widen } from "./fold.js";
import type { Windows } from "./options.js";
import type { Recipe, Shape, Source } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { coordinates } from "./walk.js";
import { tapsOf, windowsOn } from "./windows.js";

/** A kernel for each number of images of that shape; it is named the plane, the row and the column of the number. */
function planes(
  name: string,
  shape: Shape,
  windows: Windows,
  inputs: number,
  write: (w: Writer, at: readonly [plane: Text, row: Text, column: Text]) => void,
) {
  const [n, c, height, width] = shape as readonly [number, number, number, number];
  return {
    key: `${name} ${JSON.stringify([n * c, windows])}`,
    inputs,
    ints: 0,
    floats: 0,
    size: sizeOf(shape),
    write: (w: Writer) =>
      write(w, coordinates(w, "at", w.thread, [n * c, height, width]) as [Text, Text, Text]),
  };
}

/** Where in its plane the greatest number of each window is: the first of several, or of NaNs; -1 if it has no taps. */
function winners(steps: Steps, [n, c]: Shape, windows: Windows, x: Source): Source {
  const { input, output } = windows;
  const shape = [n as number, c as number, ...output];
  const kernel = planes("winners", shape, windows, 1, (w, [plane, p, q]) => {
    const best = w.float("best", w.number(Number.NEGATIVE_INFINITY));
    const winner = w.float("winner", w.number(-1));
    tapsOf(w, "i", windows, 0, p, (_i, y) =>
      tapsOf(w, "j", windows, 1, q, (_j, column) => {
        const place = w.int("place", `${y} * ${input[1]} + ${column}`);
        const found = w.float("found", w.read(0, `${plane} * ${input[0] * input[1]} + ${place}`));
        const [zero, one] = [w.number(0), w.number(1)];
        // No number is greater than NaN, nor is NaN than NaN.
        const isNew = w.call(
          "less",
          best,
          found,
          one,
          `${w.call("isNan", found)} - ${w.call("isNan", best)}`,
        );
        w.when(`${winner} < ${zero} || ${isNew} > ${zero}`, () => {
          w.set(best, found);
          w.set(winner, w.toFloat(place));
        });
      }),
    );
    w.result(winner);
  });
  return steps.add(kernel, [x]);
}

/** The greatest number of each window. */
const maxPool2d: Recipe<Windows> = (_inputs, shape, windows) => {
  const steps = new Steps();
  const { input } = windows;
  const kernel = planes("maxPool2d", shape, windows, 1, (w, [plane, p, q]) => {
    const best = w.float("best", w.number(Number.NEGATIVE_INFINITY));
    tapsOf(w, "i", windows, 0, p, (_i, y) =>
      tapsOf(w, "j", windows, 1, q, (_j, column) => {
        const place = `(${plane} * ${input[0]} + ${y}) * ${input[1]} + ${column}`;
        const found = w.float("found", w.read(0, place));
        widen(w, "max", best, found);
      }),
    );
    w.result(best);
  });
  steps.add(kernel, [operand(0)]);
  return steps.list;
};

/** The number of each window that stands where x is greatest in it; 0 for a window without taps. */
const maxPoolGather2d: Recipe<Windows> = ([x], shape, windows) => {
  const steps = new Steps();
  const { input } = windows;
  const places = winners(steps, x as Shape, windows, operand(0));
  const kernel = planes("maxPoolGather2d", shape, windows, 2, (w, [plane]) => {
    const winner = w.float("winner", w.read(1, w.thread));
    const found = w.float("found", w.number(0));
    w.when(`${winner} >= ${w.number(0)}`, () =>
      w.set(found, w.read(0, `${plane} * ${input[0] * input[1]} + ${w.toInt(winner)}`)),
    );
    w.result(found);
  });
  steps.add(kernel, [operand(1), places]);
  return steps.list;
};

/** The number of each window, added where x is greatest in it: each place looks which windows it has won. */
const maxPoolScatter2d: Recipe<Windows> = ([x], shape, windows) => {
  const steps = new Steps();
  const { input, output } = windows;
  const places = winners(steps, x as Shape, windows, operand(0));
  const kernel = planes("maxPoolScatter2d", shape, windows, 2, (w, [plane, y, column]) => {
    const own = w.float("own", w.toFloat(`(${y} * ${input[1]} + ${column})`));
    const total = w.float("total", w.number(0));
    windowsOn(w, "i", windows, 0, y, (_i, p) =>
      windowsOn(w, "j", windows, 1, column, (_j, q) => {
        const window = w.int("window", `(${plane} * ${output[0]} + ${p}) * ${output[1]} + ${q}`);
        w.when(`${w.read(1, window)} == ${own}`, () => w.set(total, `${total} + ${w.read(0, window)}`));
      }),
    );
    w.result(total);
  });
  steps.add(kernel, [operand(1), places]);
  return steps.list;
};

export const maxPoolRecipes = { maxPool2d, maxPoolGather2d, maxPoolScatter2d };
