import { sizeOf } from "@outgrad/engine/backend";
import type { Text, Writer } from "../kernel/writer.js";
import { fold } from "./fold.js";
import type { Conv } from "./options.js";
import type { Recipe, Shape } from "./recipe.js";
import { operand, Steps } from "./steps.js";
import { coordinates, sumOf, turns } from "./walk.js";
import { reachesOut, tapsOf, windowsOn } from "./windows.js";

type Four = readonly [number, number, number, number];
type Indices = readonly [Text, Text, Text, Text];

/** A kernel for each number of the images that come out, with a bias for its channel if there is a third operand. */
function images(
  name: string,
  inputs: readonly Shape[],
  shape: Shape,
  conv: Conv,
  write: (w: Writer, total: Text, at: Indices) => void,
) {
  const steps = new Steps();
  steps.add(
    {
      key: `${name} ${JSON.stringify([inputs, shape, conv])}`,
      inputs: inputs.length,
      ints: 0,
      floats: 0,
      size: sizeOf(shape),
      write(w) {
        const at = coordinates(w, "at", w.thread, shape) as Indices;
        const total = w.float("total", w.number(0));
        write(w, total, at);
        w.result(inputs.length > 2 ? `${total} + ${w.read(2, at[1])}` : total);
      },
    },
    inputs.map((_, i) => operand(i)),
  );
  return steps.list;
}

/** Sums over windows: x [n, c, h, w] and weight [o, c / groups, kh, kw] give [n, o, h', w']. */
const conv2d: Recipe<Conv> = (inputs, shape, conv) => {
  const [[, all, height, width], [o, channels, kh, kw]] = inputs as readonly [Four, Four];
  return images("conv2d", inputs, shape, conv, (w, total, [n, row, p, q]) => {
    const group = w.int("group", w.div(row, o / conv.groups));
    const first = w.int("first", `${n} * ${all} + ${group} * ${channels}`);
    const part = w.float("part", w.number(0));
    // A sum for each channel: the fewer terms in a row, the smaller the error.
    turns(w, "c", channels, (c) => {
      const plane = w.int("plane", `(${first} + ${c}) * ${height * width}`);
      const kernel = w.int("kernel", `(${row} * ${channels} + ${c}) * ${kh * kw}`);
      w.set(part, w.number(0));
      tapsOf(w, "i", conv, 0, p, (i, y) =>
        tapsOf(w, "j", conv, 1, q, (j, x) => {
          const number = w.read(0, `${plane} + ${y} * ${width} + ${x}`);
          w.set(part, `${part} + ${number} * ${w.read(1, `${kernel} + ${i} * ${kw} + ${j}`)}`);
        }),
      );
      w.set(total, `${total} + ${part}`);
    });
  });
};

/** Each number times the kernel, added up where they meet: each result looks for the windows that reach it. */
const convTranspose2d: Recipe<Conv> = (inputs, shape, conv) => {
  const [[, all, height, width], [o, channels, kh, kw]] = inputs as readonly [Four, Four];
  const results = o / conv.groups;
  return images("convTranspose2d", inputs, shape, conv, (w, total, [n, channel, y, x]) => {
    const group = w.int("group", w.div(channel, channels));
    const c = w.int("c", w.mod(channel, channels));
    const part = w.float("part", w.number(0));
    windowsOn(w, "i", conv, 0, y, (i, p) =>
      windowsOn(w, "j", conv, 1, x, (j, q) => {
        const place = w.int("place", `${p} * ${width} + ${q}`);
        const tap = w.int("tap", `${c} * ${kh * kw} + ${i} * ${kw} + ${j}`);
        w.set(part, w.number(0));
        sumOf(w, "k", part, results, (k, to) => {
          const row = w.int("row", `${group} * ${results} + ${k}`);
          const number = w.read(0, `(${n} * ${all} + ${row}) * ${height * width} + ${place}`);
          w.set(to, `${to} + ${number} * ${w.read(1, `${row} * ${channels * kh * kw} + ${tap}`)}`);
        });
        w.set(total, `${total} + ${part}`);
      }),
    );
  });
};

/** The gradient of conv2d for its weight: a sum over all windows of all images. */
const convWeight2d: Recipe<Conv> = (inputs, shape, conv) => {
  const [[images, all, height, width], [, o]] = inputs as readonly [Four, Four];
  const [, channels] = shape as Four;
  const { groups, output, stride, dilation, padding, input } = conv;
  const windows = output[0] * output[1];
  const steps = new Steps();
  fold(steps, {
    key: `convWeight2d ${JSON.stringify([inputs, shape, conv])}`,
    columns: sizeOf(shape),
    count: images * windows,
    combine: "sum",
    reads: [operand(0), operand(1)],
    ints: [],
    column: (w, column) => {
      const [row, c, i, j] = coordinates(w, "tap", column, shape) as Indices;
      const group = w.int("group", w.div(row, o / groups));
      const channel = w.int("channel", `${group} * ${channels} + ${c}`);
      const top = w.int("top", `${i} * ${dilation[0]} - ${padding[0]}`);
      const left = w.int("left", `${j} * ${dilation[1]} - ${padding[1]}`);
      return (r, take) => {
        const [n, p, q] = coordinates(w, "window", r, [images, ...output]) as [Text, Text, Text];
        const y = w.int("y", `${top} + ${p} * ${stride[0]}`);
        const x = w.int("x", `${left} + ${q} * ${stride[1]}`);
        const add = () => {
          const from = w.read(0, `((${n} * ${all} + ${channel}) * ${height} + ${y}) * ${width} + ${x}`);
          const g = w.read(1, `((${n} * ${o} + ${row}) * ${output[0]} + ${p}) * ${output[1]} + ${q}`);
          take(`${from} * ${g}`);
        };
        const inside = [
          ...(reachesOut(conv, 0) ? [`${y} >= 0 && ${y} < ${input[0]}`] : []),
          ...(reachesOut(conv, 1) ? [`${x} >= 0 && ${x} < ${input[1]}`] : []),
        ];
        if (inside.length === 0) add();
        else w.when(inside.join(" && "), add);
      };
    },
  });
  return steps.list;
};

export const convRecipes = { conv2d, convTranspose2d, convWeight2d };
