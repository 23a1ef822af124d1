import type { Text, Writer } from "../kernel/writer.js";
import type { Windows } from "./options.js";
import { turns } from "./walk.js";

/** What is done for a tap of a window: its number, and the place that it is at. */
type AtTap = (tap: Text, place: Text) => void;

/** Whether taps of some windows lie outside. */
export function reachesOut(
  { stride, padding, dilation, input, kernel, output }: Windows,
  dim: 0 | 1,
): boolean {
  const last = (output[dim] - 1) * stride[dim] - padding[dim] + (kernel[dim] - 1) * dilation[dim];
  return padding[dim] > 0 || last >= input[dim];
}

/** Loops over the taps of window `at` of a dim that are inside. */
export function tapsOf(w: Writer, name: string, windows: Windows, dim: 0 | 1, at: Text, body: AtTap): void {
  const { stride, padding, dilation, input, kernel } = windows;
  turns(w, name, kernel[dim], (tap) => {
    const place = w.int(
      `${name}Place`,
      `${at} * ${stride[dim]} + ${tap} * ${dilation[dim]} - ${padding[dim]}`,
    );
    if (!reachesOut(windows, dim)) body(tap, place);
    else w.when(`${place} >= 0 && ${place} < ${input[dim]}`, () => body(tap, place));
  });
}

/** Loops over the taps of a dim that lie on place `at`, each of another window. */
export function windowsOn(
  w: Writer,
  name: string,
  windows: Windows,
  dim: 0 | 1,
  at: Text,
  body: AtTap,
): void {
  const { stride, padding, dilation, kernel, output } = windows;
  const step = stride[dim];
  turns(w, name, kernel[dim], (tap) => {
    const start = w.int(`${name}Start`, `${at} + ${padding[dim]} - ${tap} * ${dilation[dim]}`);
    const conditions = [`${start} >= 0`, `${start} < ${output[dim] * step}`];
    w.when(conditions.join(" && "), () => {
      if (step === 1) body(tap, start);
      else w.when(`${w.mod(start, step)} == 0`, () => body(tap, w.int(`${name}Window`, w.div(start, step))));
    });
  });
}
