import type { DType, Floats } from "../../tensor/dtype.js";
import { type Conv, forwardAxis } from "./axis.js";
import { channelSize, copyIn, partSize } from "./layout.js";
import { lanesIn, slack, tileRows } from "./machine.js";
import { machineOf } from "./machines.js";
import { tapsOf } from "./tapped.js";

/** A gradient with respect to the weight: of images x with `channels` in a group, and gradients g with `rows`. */
export interface Dotted {
  readonly dtype: DType;
  readonly conv: Conv;
  readonly images: number;
  readonly channels: number;
  readonly rows: number;
  readonly x: { readonly data: Floats; readonly at: number };
  readonly g: { readonly data: Floats; readonly at: number };
  /** [groups * rows, channels, kernel] */
  readonly out: Floats;
}

const rounded = (length: number): number => (length + 15) & ~15;

/**
 * Sums over all images of what each tap reads times the gradient of the result, group by group. x and g are laid out so
 * that their numbers meet at the same place; where there is no result, g is 0, so a number of x that is not finite may
 * make more taps of its channel NaN than those that read it.
 */
export function runDotted({ dtype, conv, images, channels, rows, x, g, out }: Dotted): void {
  const { groups, input, kernel, output } = conv;
  const axes = [forwardAxis(conv, 0), forwardAxis(conv, 1)] as const;
  const bytes = dtype === "float32" ? 4 : 8;
  const lanes = lanesIn(dtype);
  const stride = axes[1].reads.extent;
  const channel = channelSize(axes);
  const results = axes.map((axis) => axis.results[0]) as [never, never];
  const taps = tapsOf(axes as never, results[0], results[1], kernel[1]);
  const terms = channels * taps.length;
  const whole = (terms + 3) & ~3;
  const leftRow = rounded((output[0] - 1) * stride + output[1]);
  const left = rounded(whole);
  const source = left + rounded(rows * leftRow);
  const sums = source + rounded(channel * channels + Math.max(leftRow, partSize(axes as never)) + slack);
  const end = sums + rows * whole * lanes;
  const machine = machineOf(dtype, end * bytes);
  const { floats: heap, ints } = machine;
  for (let t = 0; t < whole; t++) {
    const tap = taps[t % taps.length] as { place: number };
    ints[t] = t < terms ? (Math.floor(t / taps.length) * channel + tap.place) * bytes : 0;
  }
  const columns = Math.ceil(((output[0] - 1) * stride + output[1]) / lanes) * lanes;
  const inSize = input[0] * input[1];
  const outSize = output[0] * output[1];

  for (let group = 0; group < groups; group++) {
    heap.fill(0, left, end);
    for (let n = 0; n < images; n++) {
      const from = (n * groups + group) * channels;
      for (let c = 0; c < channels; c++) {
        copyIn(heap, source + c * channel, x.data, x.at + (from + c) * inSize, input, axes);
      }
      const first = (n * groups + group) * rows;
      for (let r = 0; r < rows; r++) {
        let at = g.at + (first + r) * outSize;
        for (let i = 0; i < output[0]; i++) {
          const start = left + r * leftRow + i * stride;
          for (let to = start; to < start + output[1]; to++) heap[to] = g.data[at++] as number;
        }
      }
      for (let r = 0; r < rows; r += tileRows) {
        const to = sums + r * whole * lanes;
        machine.dots(
          Math.min(tileRows, rows - r),
          whole,
          columns,
          left + r * leftRow,
          leftRow,
          0,
          source,
          to,
        );
      }
    }
    for (let r = 0; r < rows; r++) {
      for (let t = 0; t < terms; t++) {
        let sum = 0;
        for (let l = 0; l < lanes; l++) sum += heap[sums + (r * whole + t) * lanes + l] as number;
        const k = (taps[t % taps.length] as { k: number }).k;
        out[((group * rows + r) * channels + Math.floor(t / taps.length)) * taps.length + k] = sum;
      }
    }
  }
}
